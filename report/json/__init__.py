"""The report as plain data, in the order of `docs/interchange.md`."""
