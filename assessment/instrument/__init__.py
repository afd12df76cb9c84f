"""The instrument: its records, the bank that loads an edition, and what must hold across it."""
