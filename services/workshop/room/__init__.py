"""What is shown of a room."""
