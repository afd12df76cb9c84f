"""The report as an object, its sentences, and the documents drawn from it."""
