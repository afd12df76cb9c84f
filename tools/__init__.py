"""Development scripts; not part of the product."""
