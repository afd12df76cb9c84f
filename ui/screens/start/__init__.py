"""Starting, coming back, the example."""
