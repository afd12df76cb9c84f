"""Repositories: each reads and writes one kind of record within a unit of work."""
