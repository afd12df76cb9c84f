"""Frozen views of a report, read by every screen and document."""
