"""The roadmap of 180 days."""
