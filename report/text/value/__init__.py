"""Sentences about the value of use cases and pilots."""
