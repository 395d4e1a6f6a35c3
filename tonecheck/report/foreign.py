"""How much of a file from elsewhere is read, and why it is not read further."""

from __future__ import annotations

MOST_PAGES = 3_000
MOST_PIECES = 1_000_000
MOST_CHARACTERS = 20_000_000

DAMAGED = "is damaged and cannot be read"
HUGE = "holds more than a report can"


class NotReport(Exception):
    """Why a file is not a report that can be read; ends without a full stop."""


class Locked(NotReport):
    """A file that may be a report and does not open with the password given, or without one."""
