"""Random ids, which reveal nothing about time or order of creation."""

import secrets
import string

ALPHABET = string.ascii_letters + string.digits
LENGTH = 22


def new_id() -> str:
    """22 random letters and digits (131 bits); a valid `records.Identifier`."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
