"""Deleting for good: rows, freed pages and the write-ahead log."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from tonecheck.errors import StoreError
from tonecheck.store.rows import SELECT, ScreeningRow, screening_row


def family(connection: sqlite3.Connection, first: int) -> tuple[ScreeningRow, ...]:
    """A screening with all its revisions, oldest first."""
    found = connection.execute(f"{SELECT} WHERE s.first = ? ORDER BY s.revision", (first,))
    return tuple(screening_row(row) for row in found)


def of_child(connection: sqlite3.Connection, child: int) -> tuple[ScreeningRow, ...]:
    """Every screening of a child, oldest first."""
    found = connection.execute(f"{SELECT} WHERE s.child = ? ORDER BY s.day, s.n", (child,))
    return tuple(screening_row(row) for row in found)


def delete_rows(
    connection: sqlite3.Connection, screenings: Sequence[int], child: int | None
) -> None:
    """Delete screenings with their answers and results, and then the child if one is given."""
    rows = [(n,) for n in screenings]
    connection.executemany("DELETE FROM results WHERE screening = ?", rows)
    connection.executemany("DELETE FROM answers WHERE screening = ?", rows)
    connection.executemany("DELETE FROM screenings WHERE n = ?", rows)
    if child is not None:
        connection.execute("DELETE FROM children WHERE n = ?", (child,))


def wipe_traces(connection: sqlite3.Connection, path: Path) -> None:
    """Rewrite the file without what was deleted, and empty the write-ahead log.

    Raises StoreError when another program is reading and traces remain until it ends.
    """
    connection.execute("VACUUM")
    (is_busy, _, _) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if is_busy:
        raise StoreError(
            f"They are deleted, but another tonecheck is open and traces may remain beside {path}.",
            hint="Close the other tonecheck; the traces go when the last one is closed.",
        )
