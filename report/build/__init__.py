"""Builds the views of a report from records and scores; applies disclosure."""
