"""The installation: settings, instrument, database, identity and caches."""
