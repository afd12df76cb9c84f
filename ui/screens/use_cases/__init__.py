"""Use cases and their value."""
