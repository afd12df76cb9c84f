"""Random ids: they say nothing about when or in which order anybody came."""

import secrets
import string

ALPHABET = string.ascii_letters + string.digits
LENGTH = 22


def new_id() -> str:
    """22 letters and digits, 131 bits of chance; also a valid `records.Identifier`."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
