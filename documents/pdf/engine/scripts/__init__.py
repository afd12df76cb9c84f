"""Texts in every script: which typeface prints a character, in which order and shape, and how it gets into the file."""
