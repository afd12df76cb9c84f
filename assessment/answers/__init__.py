"""One assessment as a record: answers, the interchange file and its schemas."""
