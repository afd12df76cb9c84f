"""Sentences of the finding pages on owners, AI use cases and acceptable risk."""
