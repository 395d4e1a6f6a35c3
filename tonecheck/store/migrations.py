"""The tables, as named steps; each is carried out once, in one transaction with its record."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime

from tonecheck.errors import StoreError

Migration = tuple[str, tuple[str, ...]]

# Marks the file as tonecheck's, so that no other program's database is taken for one.
APPLICATION_ID = 0x746F6E65

FIRST: Migration = (
    "0001_first_tables",
    (
        f"PRAGMA application_id = {APPLICATION_ID}",
        """CREATE TABLE children (
            n INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            created_at TEXT NOT NULL,
            details TEXT NOT NULL
        )""",
        """CREATE TABLE packs (
            fingerprint TEXT PRIMARY KEY,
            version TEXT NOT NULL,
            files BLOB NOT NULL
        )""",
        # n only ever rises, so that it also tells the order in which screenings came.
        """CREATE TABLE screenings (
            n INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            child INTEGER REFERENCES children (n),
            first INTEGER NOT NULL REFERENCES screenings (n) DEFERRABLE INITIALLY DEFERRED,
            revision INTEGER NOT NULL,
            started_at TEXT NOT NULL,
            observed_on TEXT,
            day TEXT NOT NULL,
            observer TEXT,
            entered TEXT NOT NULL,
            fingerprint TEXT NOT NULL,
            finished_at TEXT,
            patterns TEXT,
            action TEXT,
            UNIQUE (first, revision)
        )""",
        "CREATE INDEX screenings_by_day ON screenings (day, n)",
        "CREATE INDEX screenings_by_child ON screenings (child, day, n)",
        "CREATE INDEX screenings_unfinished ON screenings (n) WHERE finished_at IS NULL",
        """CREATE TABLE answers (
            screening INTEGER NOT NULL REFERENCES screenings (n),
            seq INTEGER NOT NULL,
            at TEXT NOT NULL,
            field TEXT NOT NULL,
            value TEXT NOT NULL,
            PRIMARY KEY (screening, seq)
        ) WITHOUT ROWID""",
        # Apart from the screenings, so that a list never reads past these long texts.
        """CREATE TABLE results (
            screening INTEGER PRIMARY KEY REFERENCES screenings (n),
            fingerprint TEXT NOT NULL REFERENCES packs (fingerprint),
            result TEXT NOT NULL
        )""",
        "CREATE INDEX results_by_pack ON results (fingerprint)",
    ),
)
MIGRATIONS: tuple[Migration, ...] = (FIRST,)
_RECORDS = "CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, at TEXT NOT NULL)"


def migrate(connection: sqlite3.Connection, steps: Sequence[Migration] = MIGRATIONS) -> None:
    """Carry out the steps this store has not seen.

    Raises StoreError, changing nothing, when the store has seen steps this program lacks.
    """
    known = [name for name, _ in steps]
    if newer := [name for name in _done(connection) if name not in known]:
        raise StoreError(
            f"These answers were written by a newer tonecheck (step {newer[-1]}).",
            hint="Update tonecheck, or choose another folder with --data DIR. Nothing was changed.",
        )
    for name, statements in steps:
        if name not in _done(connection):
            _carry_out(connection, name, statements)


def _done(connection: sqlite3.Connection) -> list[str]:
    has_records = connection.execute(
        "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migrations'"
    ).fetchone()
    if not has_records:
        return []
    return [name for (name,) in connection.execute("SELECT name FROM migrations ORDER BY name")]


def _carry_out(connection: sqlite3.Connection, name: str, statements: Sequence[str]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute(_RECORDS)
        # Two programs may have started at once; the second finds the step done.
        if name not in _done(connection):
            for statement in statements:
                connection.execute(statement)
            connection.execute(
                "INSERT INTO migrations (name, at) VALUES (?, ?)",
                (name, datetime.now(UTC).isoformat(timespec="seconds")),
            )
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
