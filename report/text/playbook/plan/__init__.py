"""Sentences of the finding pages on the plan."""
