"""The value of use cases: cash flows, simulation, claims, matrix, pilots (method, section 7)."""
