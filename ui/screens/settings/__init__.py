"""The owner's settings of an assessment."""
