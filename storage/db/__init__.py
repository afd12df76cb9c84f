"""Engines, units of work, column types, schema version and failures."""
