"""Editing what leaders decide after the result."""
