"""The result as slides to present and to edit: native charts and tables on layouts of our own."""
