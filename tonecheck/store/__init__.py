"""Where answers are kept: one SQLite file, every answer committed before the next is asked."""

from __future__ import annotations

from tonecheck.store.connection import open_store
from tonecheck.store.faults import explained
from tonecheck.store.rows import ChildRow, Deletion, Entry, Position, ScreeningRow
from tonecheck.store.store import Store

__all__ = [
    "ChildRow",
    "Deletion",
    "Entry",
    "Position",
    "ScreeningRow",
    "Store",
    "explained",
    "open_store",
]
