"""Languages of the interface: translation, plurals, numbers, dates and lists. Imports Babel only."""
