"""Step-by-step explanations of how a number was computed."""
