"""How every number is made."""
