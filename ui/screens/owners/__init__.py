"""Who owns decisions and use cases."""
