"""Sentences for the paper of a workshop."""
