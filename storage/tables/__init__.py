"""The SQLModel tables. Rows never leave `storage`."""
