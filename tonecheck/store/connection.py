"""Opens the database: private files, durable commits, and a damaged one kept aside."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from tonecheck.errors import StoreError
from tonecheck.paths import private_dir, store_file
from tonecheck.store.faults import DAMAGED, code_of, explained
from tonecheck.store.ids import new_id
from tonecheck.store.migrations import APPLICATION_ID, migrate
from tonecheck.store.store import Store

BUSY_SECONDS = 5.0
# Up to this size (bytes) a full check of the file at start costs a few milliseconds.
CHECKED_AT_START = 4_000_000
_SETTINGS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = ON",
    "PRAGMA checkpoint_fullfsync = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
)


def open_store(folder: Path, ids: Callable[[], str] = new_id) -> Store:
    """Open the store in `folder`, making both where they are missing.

    Raises StoreError. A damaged file is renamed and kept, never written over.
    """
    path = store_file(folder)
    with explained(path):
        private_dir(folder)
        _make_private(path)
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            _require_sound(connection, path)
            for statement in _SETTINGS:
                connection.execute(statement)
            migrate(connection)
        except sqlite3.Error as error:
            connection.close()
            if code_of(error) in DAMAGED:
                raise _kept_aside(path) from error
            raise
        except BaseException:
            connection.close()
            raise
    return Store(connection, path, ids)


def _make_private(path: Path) -> None:
    """Make the file, and close it and its companions to others; new companions inherit it."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    for file in _with_companions(path):
        if file.exists():
            file.chmod(0o600)


def _with_companions(path: Path) -> tuple[Path, ...]:
    return (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm"))


def _require_sound(connection: sqlite3.Connection, path: Path) -> None:
    """Read before the first write: is this file whole, and is it ours?"""
    has_tables = connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if has_tables and application != APPLICATION_ID:
        raise StoreError(
            f"{path} is a database of another program. Nothing in it was changed.",
            hint="Choose another folder with --data DIR.",
        )
    if path.stat().st_size <= CHECKED_AT_START:
        (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        if verdict != "ok":
            connection.close()
            raise _kept_aside(path)


def _kept_aside(path: Path) -> StoreError:
    """Rename a damaged database with its companions, and say where it is now."""
    stamp = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S-%f")
    kept = path.with_name(f"{path.stem}.damaged-{stamp}.db")
    for old, new in zip(_with_companions(path), _with_companions(kept), strict=True):
        if old.exists():
            old.rename(new)
    return StoreError(
        f"The answers in {path} are damaged. The file was kept as {kept}.",
        hint="Nothing in it was changed. Start tonecheck again to begin with an empty store.",
    )
