"""Read side of a room: its view, agenda, votes and outcome."""
