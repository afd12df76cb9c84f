"""Charts as cached Vega-Lite dicts, from plain rows."""
