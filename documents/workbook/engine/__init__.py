"""How sheets are written: texts that stay texts, numbers that stay numbers, one look."""
