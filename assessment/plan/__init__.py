"""What leaders decide after the result, as records."""
