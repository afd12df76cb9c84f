"""Scripts for those who build Plumbline; nothing here runs in the product."""
