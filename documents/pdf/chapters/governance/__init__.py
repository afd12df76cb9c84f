"""Owners, AI uses, acceptable risk, charter and standards."""
