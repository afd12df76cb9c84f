"""Middleware: hosts, headers, device cookie, unknown addresses, reconnecting."""
