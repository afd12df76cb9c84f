"""AI uses, acceptable risk, the forum and standards."""
