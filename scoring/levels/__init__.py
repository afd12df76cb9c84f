"""From answers to practice, section and overall levels (method, sections 1 to 3)."""
