"""Sentences of the product that many tests look for, each written here once."""

from assessment import privacy

NOTHING_OPEN = "No assessment is open in this browser"
FINISHED_EXAMPLE = "This is a finished example."
FOOTER = "No account, no e-mail address"
"""It stands at the end of every screen: the screen is drawn to its end."""
WITHHELD = str(privacy.WITHHELD)
