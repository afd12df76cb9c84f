"""The sentences of a report, one module for each part."""
