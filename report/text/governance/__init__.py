"""Sentences about ownership, AI uses, acceptable risk, the forum and standards."""
