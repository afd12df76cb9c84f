"""Rounds of one organisation, and organisations beside each other (method, section 8)."""
