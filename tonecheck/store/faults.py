"""What SQLite and the disk say, in words that tell what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tonecheck.errors import StoreError

DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_REFUSED = frozenset({sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH})
SAFE = "What was saved before is safe."


def code_of(error: sqlite3.Error) -> int:
    """The primary result code, or 0 where SQLite gave none."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn every failure of the database or the disk into a StoreError about `path`."""
    try:
        yield
    except sqlite3.Error as error:
        raise explain(error, path) from error
    except OSError as error:
        raise StoreError(
            f"The answers in {path} cannot be reached: {error.strerror or error}.",
            hint="Check that the folder exists and is yours, or choose another with --data DIR.",
        ) from error


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """As `explained`; what is in the file but is no value of ours is damage too."""
    with explained(path):
        try:
            yield
        except ValueError as error:
            raise _damaged(path) from error


def explain(error: sqlite3.Error, path: Path) -> StoreError:
    """The StoreError that says what this failure means."""
    code = code_of(error)
    if code == sqlite3.SQLITE_FULL:
        return StoreError(
            f"The disk is full: the last answer was not saved in {path}.",
            hint=f"Make room on the disk and answer again. {SAFE}",
        )
    if code == sqlite3.SQLITE_IOERR:
        return StoreError(
            f"The disk did not take the last answer for {path}; it may be full.",
            hint=f"Check the disk and its free space, then answer again. {SAFE}",
        )
    if code in _REFUSED:
        return StoreError(
            f"{path} may only be read, so nothing new can be saved.",
            hint="Make the file and its folder writable for you, or choose another folder "
            f"with --data DIR. {SAFE}",
        )
    if code in _BUSY:
        return StoreError(
            f"Another tonecheck is using {path}, so the last answer was not saved.",
            hint=f"Close the other one and try again. {SAFE}",
        )
    if code == sqlite3.SQLITE_CANTOPEN:
        return StoreError(
            f"{path} cannot be opened.",
            hint="Check that the folder exists and is yours, or choose another with --data DIR.",
        )
    if code in DAMAGED:
        return _damaged(path)
    return StoreError(
        f"The answers in {path} cannot be used ({type(error).__name__}).",
        hint=f"Start tonecheck again. {SAFE}",
    )


def _damaged(path: Path) -> StoreError:
    return StoreError(
        f"Part of {path} is damaged and cannot be read. Nothing in it was changed.",
        hint="Keep a copy of the file. To start anew, move it out of its folder.",
    )
