"""A leadership workshop: facilitation, joining, voting, the view of the room."""
