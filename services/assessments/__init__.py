"""One person's assessment: start, answer, submit, files, ownership of the data."""
