"""Setting up a workshop, inviting colleagues."""
