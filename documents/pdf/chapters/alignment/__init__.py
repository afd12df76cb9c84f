"""The chapter on alignment."""
