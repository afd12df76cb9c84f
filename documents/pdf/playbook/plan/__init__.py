"""The finding pages on the plan: the path, and the first 180 days."""
