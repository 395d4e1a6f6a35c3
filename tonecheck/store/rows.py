"""What the store shows: one frozen row a thing, and the list queries that read them by index."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, NamedTuple


class Position(NamedTuple):
    """Where a row stands in the list; the next page begins before it."""

    day: str
    n: int


class ChildRow(NamedTuple):
    """A child as last entered; `details` are the fields of a screening's child."""

    id: str
    created_at: datetime
    details: dict[str, Any]

    @property
    def name(self) -> str:
        """The name as typed, or an empty text."""
        return str(self.details.get("name") or "")

    @property
    def birth_date(self) -> date | None:
        """The birth date, or None where only an age was given."""
        text = self.details.get("birth_date")
        return date.fromisoformat(text) if isinstance(text, str) else None


class ScreeningRow(NamedTuple):
    """One screening in a list; `child` is None until the child is entered.

    `first_id` names revision 1; `action` is the key of the action's words.
    """

    id: str
    child: ChildRow | None
    revision: int
    first_id: str
    started_at: datetime
    observed_on: date | None
    observer: str
    entered: str
    fingerprint: str
    finished_at: datetime | None
    patterns: tuple[str, ...]
    action: str
    position: Position

    @property
    def is_finished(self) -> bool:
        """Whether it has its result and can only be revised."""
        return self.finished_at is not None


class Entry(NamedTuple):
    """One entry of a field's history; the value None took the field away."""

    at: datetime
    value: Any


class Deletion(NamedTuple):
    """What a deletion takes: the screenings with all their revisions, and the child or not."""

    screenings: tuple[ScreeningRow, ...]
    child: ChildRow | None


SELECT = """
    SELECT s.id, s.revision, f.id, s.started_at, s.observed_on, s.observer, s.entered,
           s.fingerprint, s.finished_at, s.patterns, s.action, s.day, s.n,
           c.id, c.created_at, c.details
    FROM screenings AS s
    JOIN screenings AS f ON f.n = s.first
    LEFT JOIN children AS c ON c.n = s.child
"""


def screening_row(row: Iterable[Any]) -> ScreeningRow:
    """A row of SELECT."""
    (
        id_,
        revision,
        first_id,
        started_at,
        observed_on,
        observer,
        entered,
        fingerprint,
        finished_at,
        patterns,
        action,
        day,
        n,
        *child,
    ) = row
    return ScreeningRow(
        id=id_,
        child=child_row(child) if child[0] else None,
        revision=revision,
        first_id=first_id,
        started_at=datetime.fromisoformat(started_at),
        observed_on=date.fromisoformat(observed_on) if observed_on else None,
        observer=observer or "",
        entered=entered,
        fingerprint=fingerprint,
        finished_at=datetime.fromisoformat(finished_at) if finished_at else None,
        patterns=tuple((patterns or "").split()),
        action=action or "",
        position=Position(day, n),
    )


def child_row(row: Iterable[Any]) -> ChildRow:
    """A row of id, created_at, details."""
    id_, created_at, details = row
    return ChildRow(id_, datetime.fromisoformat(created_at), json.loads(details))


def newest(
    connection: sqlite3.Connection, child: int | None, before: Position | None, limit: int
) -> tuple[ScreeningRow, ...]:
    """A page of screenings, newest first, read along an index."""
    where = []
    values: list[Any] = []
    if child is not None:
        where.append("s.child = ?")
        values.append(child)
    if before is not None:
        where.append("(s.day, s.n) < (?, ?)")
        values += before
    condition = f"WHERE {' AND '.join(where)}" if where else ""
    found = connection.execute(
        f"{SELECT} {condition} ORDER BY s.day DESC, s.n DESC LIMIT ?",
        (*values, limit),
    )
    return tuple(screening_row(row) for row in found)
