"""How a number was made, step by step."""
