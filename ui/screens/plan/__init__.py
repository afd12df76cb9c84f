"""Gaps, the cheapest path and what-if."""
