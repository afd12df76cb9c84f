"""Sentences about gaps, path, roadmap and what-if."""
