"""The room of a leadership workshop: its states and the arithmetic of its meeting."""
