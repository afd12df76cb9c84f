"""Caches of one process."""
