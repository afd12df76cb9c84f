"""The shared screen of a workshop."""
