"""The log of answers: written one after the other, never changed, folded into a draft."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

from tonecheck.store.rows import Entry

if TYPE_CHECKING:
    from tonecheck.screening.draft import Change


_JSON = json.JSONEncoder(allow_nan=False, separators=(",", ":"))


def to_json(value: Any) -> str:
    """`value` as JSON in ASCII, so that any character a person can type can be kept."""
    return _JSON.encode(value)


def append(
    connection: sqlite3.Connection, screening: int, changes: Iterable[Change], at: datetime
) -> None:
    """Put `changes` at the end of a screening's log."""
    now = at.isoformat()
    connection.executemany(
        """INSERT INTO answers (screening, seq, at, field, value)
           SELECT ?1, coalesce(max(seq), 0) + 1, ?2, ?3, ?4 FROM answers WHERE screening = ?1""",
        [(screening, now, change.field, to_json(change.value)) for change in changes],
    )


def changes_of(connection: sqlite3.Connection, screening: int) -> tuple[tuple[str, Any], ...]:
    """Every field and value of a log, in order."""
    found = connection.execute(
        "SELECT field, value FROM answers WHERE screening = ? ORDER BY seq", (screening,)
    )
    return tuple((field, json.loads(value)) for field, value in found)


def history_of(connection: sqlite3.Connection, screening: int, field: str) -> tuple[Entry, ...]:
    """Every value a field has had, oldest first."""
    found = connection.execute(
        "SELECT at, value FROM answers WHERE screening = ? AND field = ? ORDER BY seq",
        (screening, field),
    )
    return tuple(Entry(datetime.fromisoformat(at), json.loads(value)) for at, value in found)


def fields_saying(
    connection: sqlite3.Connection, screening: int, prefix: str, value: Any
) -> tuple[str, ...]:
    """The fields under a prefix that have `value` now, in the order they were answered."""
    found = connection.execute(
        """SELECT field FROM answers AS a
           WHERE screening = ? AND field GLOB ? AND value = ? AND seq =
               (SELECT max(seq) FROM answers WHERE screening = a.screening AND field = a.field)
           ORDER BY seq""",
        (screening, f"{prefix}*", to_json(value)),
    )
    return tuple(field for (field,) in found)


def copy_present(
    connection: sqlite3.Connection, old: int, new: int, without: tuple[str, ...]
) -> None:
    """Begin the log of `new` with the present fields of `old`, each with its own time."""
    found = connection.execute(
        """SELECT at, field, value FROM answers AS a
           WHERE screening = ? AND value <> 'null' AND seq =
               (SELECT max(seq) FROM answers WHERE screening = a.screening AND field = a.field)
           ORDER BY seq""",
        (old,),
    ).fetchall()
    kept = [row for row in found if row[1] not in without]
    connection.executemany(
        "INSERT INTO answers (screening, seq, at, field, value) VALUES (?, ?, ?, ?, ?)",
        [(new, seq, *row) for seq, row in enumerate(kept, 1)],
    )


def newest_elsewhere(
    connection: sqlite3.Connection, screening: int, fields: Iterable[str]
) -> Iterator[tuple[str, Any]]:
    """Each of `fields` as last entered in another screening of the same child, where it was."""
    for field in fields:
        found = connection.execute(
            """SELECT value FROM answers JOIN screenings AS s ON s.n = screening
               WHERE field = ? AND s.n <> ? AND s.child = (SELECT child FROM screenings WHERE n = ?)
               ORDER BY s.day DESC, s.n DESC, seq DESC LIMIT 1""",
            (field, screening, screening),
        ).fetchone()
        if found is not None and found[0] != "null":
            yield field, json.loads(found[0])
