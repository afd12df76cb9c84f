"""The instrument and what may be said about it: typed records, no framework, no disk but the bank."""
