"""One file per screen: what a visitor reads and presses, on the bicycle-shop instrument."""
