"""The finding pages on owners, AI use cases and acceptable risk."""
