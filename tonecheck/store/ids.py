"""Short random names for screenings and children."""

from __future__ import annotations

import os

# Without letters and digits that look alike, because people read ids to each other.
_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
_LENGTH = 10


def new_id() -> str:
    """A new id: ten characters, safe in a file name, an address and a command line."""
    return "".join(_ALPHABET[byte % len(_ALPHABET)] for byte in os.urandom(_LENGTH))
