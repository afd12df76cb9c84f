"""How far the leaders' answers differ (method, section 2)."""
