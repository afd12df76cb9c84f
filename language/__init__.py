"""Interface text in the language of the reader."""
