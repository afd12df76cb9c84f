"""Reading and writing one kind of record each, within a unit of work."""
