"""The content of a report: views, sentences and JSON, independent of the medium."""
