"""Titles and sentences of the finding pages on what leaders see alike and what they see differently."""
