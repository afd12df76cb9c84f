"""Gaps, the cheapest path, the roadmap and what-if (method, sections 4 and 5)."""
