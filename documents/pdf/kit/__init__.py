"""Paper for a workshop: agenda, voting sheet, question cards, cards of the first moves, and a sheet for the review."""
