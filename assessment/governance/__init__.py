"""AI uses, acceptable risk, the forum and the portfolio: records, bank and rules."""
