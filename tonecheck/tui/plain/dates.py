"""Days and numbers as people type them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from tonecheck.tui.child_form import full_year

_NUMBERS = re.compile(r"\d{1,4}", re.ASCII)
_PIECES = re.compile(r"[^\s.,/+-]+")
_FEWEST_LETTERS = 3


def read_counts(typed: str, units: Mapping[str, Sequence[str]]) -> dict[str, str] | None:
    """Whole numbers by unit, such as 4 2, 39+2 or 10 days; None where anything else was typed.

    `units` holds for each unit the words that may stand behind its number. A number without a
    word has the unit that follows the one before it; alone, the first.
    """
    counts: list[tuple[str, str]] = []
    for piece in _PIECES.findall(typed):
        unit = next((unit for unit in units if piece.lower() in units[unit]), "")
        if _NUMBERS.fullmatch(piece):
            counts.append((piece, ""))
        elif unit and counts and not counts[-1][1]:
            counts[-1] = (counts[-1][0], unit)
        else:
            return None
    found: dict[str, str] = {}
    left = list(units)
    for number, named in counts:
        unit = named or (left[0] if left else "")
        if unit not in left:
            return None
        found[unit] = number
        left = left[left.index(unit) + 1 :]
    return found or None


def read_date(typed: str, months: Sequence[str]) -> tuple[str, str, str] | None:
    """Day, month and year as digits, from 3 11 2025, 2025-11-03 or 3 November 2025."""
    pieces = [_as_number(piece, months) for piece in _PIECES.findall(typed)]
    if len(pieces) != 3 or not all(_NUMBERS.fullmatch(piece) for piece in pieces):
        return None
    first, second, third = pieces
    return (third, second, first) if len(first) == 4 else (first, second, third)


def read_day(typed: str, months: Sequence[str]) -> date | None:
    """The day typed, or None where it is none of the calendar."""
    found = read_date(typed, months)
    if found is None:
        return None
    try:
        return date(full_year(found[2]), int(found[1]), int(found[0]))
    except ValueError:
        return None


def _as_number(piece: str, months: Sequence[str]) -> str:
    """A month's name, or the beginning of one, as its number."""
    if len(piece) >= _FEWEST_LETTERS:
        for n, name in enumerate(months, 1):
            if name.lower().startswith(piece.lower()):
                return str(n)
    return piece
