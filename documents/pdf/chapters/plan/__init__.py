"""Gaps, moves, roadmap, value and what is under way."""
