"""The two pages for the board."""
