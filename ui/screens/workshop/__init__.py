"""The screens of a workshop: set-up, console, wall, and what they share."""
