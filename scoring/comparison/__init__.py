"""Comparison of rounds of one organisation, and benchmark across organisations (method, section 8)."""
