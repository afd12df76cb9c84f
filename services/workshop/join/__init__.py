"""Joining a room and coming back to it."""
