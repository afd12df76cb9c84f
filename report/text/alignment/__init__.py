"""Sentences about how far the leaders' answers differ."""
