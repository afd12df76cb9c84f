"""Records of the plan: what leaders decide after the result."""
