"""Commitments kept, rounds compared, other organisations."""
