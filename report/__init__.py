"""What a result says: views, sentences and JSON, drawn by no particular medium."""
