"""How sure the headline is: plausible range and robustness (method, section 6)."""
