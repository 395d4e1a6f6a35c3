"""What every part of the store stands on: the connection, the transaction, the ids."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, Self

from tonecheck.errors import StoreError
from tonecheck.store.faults import explained


class Found(NamedTuple):
    """Where a screening lies: its own number, its child's and its first revision's."""

    n: int
    child: int | None
    first: int
    revision: int
    is_finished: bool


class Base:
    """One open database, held for the life of the program."""

    def __init__(self, connection: sqlite3.Connection, path: Path, ids: Callable[[], str]) -> None:
        self._db = connection
        self.path = path
        self._ids = ids

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the database; nothing can be saved after this."""
        with explained(self.path):
            self._db.close()

    @property
    def others(self) -> int:
        """A number that changes whenever another program writes to the same file."""
        with explained(self.path):
            (number,) = self._db.execute("PRAGMA data_version").fetchone()
        return int(number)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One transaction: on disk when it ends, or nothing of it."""
        with explained(self.path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    def _find(self, screening_id: str) -> Found:
        row = self._db.execute(
            """SELECT n, child, first, revision, finished_at IS NOT NULL FROM screenings
               WHERE id = ?""",
            (screening_id,),
        ).fetchone()
        if row is None:
            raise StoreError(
                f"There is no screening {screening_id!r} in {self.path}.",
                hint="`tonecheck list` shows every screening with its id.",
            )
        n, child, first, revision, is_finished = row
        return Found(n, child, first, revision, bool(is_finished))

    def _find_child(self, child_id: str) -> int:
        row = self._db.execute("SELECT n FROM children WHERE id = ?", (child_id,)).fetchone()
        if row is None:
            raise StoreError(
                f"There is no child {child_id!r} in {self.path}.",
                hint="`tonecheck list --json` shows every child with its id.",
            )
        return int(row[0])

    def _forget_childless(self, child: int | None) -> None:
        """Delete a child that no screening is of any more."""
        self._db.execute(
            """DELETE FROM children
               WHERE n = ? AND NOT EXISTS (SELECT 1 FROM screenings WHERE child = children.n)""",
            (child,),
        )
