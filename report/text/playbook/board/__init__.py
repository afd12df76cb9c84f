"""Titles and sentences of the two board pages."""
