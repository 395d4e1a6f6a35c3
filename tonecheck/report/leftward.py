"""Lines that hold letters written from right to left, which print does not draw as typed.

Their order on paper follows from the whole line by the Unicode bidirectional algorithm. It is not
worked out here: a drawn line is taken for a typed one when both hold the same words, numbers and
signs, whatever their order; marks on letters count as signs. No other line is compared so.
"""

from __future__ import annotations

import re
from unicodedata import category, mirrored

_LEFTWARD = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_ANY = re.compile(f"[{_LEFTWARD}]")
_PHRASE = re.compile(r"L(?:[L ]*L)?")
_PIECE = re.compile(rf"[{_LEFTWARD}]+|\d+(?:[.,:/+-]\d+)*|[^\W\d_{_LEFTWARD}]+|\S")


def is_leftward(text: str) -> bool:
    """Whether any letter is written from right to left."""
    return _ANY.search(text) is not None


def as_read(drawn: str) -> str:
    """A line with each phrase of such letters, and the signs in it, turned into reading order."""
    if not is_leftward(drawn):
        return drawn
    read = list(drawn)
    for phrase in _PHRASE.finditer("".join(map(_kind, drawn))):
        start, end = phrase.span()
        read[start:end] = reversed(drawn[start:end])
    return "".join(read)


def _kind(char: str) -> str:
    if is_leftward(char):
        return "L"
    return "-" if char.isalnum() else " "


def pieces(text: str) -> list[str]:
    """The words, numbers and signs of a line, in no order; brackets may face either way."""
    marks = [char for char in text if category(char) == "Mn"]
    letters = text.translate({ord(mark): None for mark in marks})
    words = ("|" if mirrored(piece[0]) else piece for piece in _PIECE.findall(letters))
    return sorted((*words, *marks))
