"""Writes a file whole or not at all: a failed write leaves the old file as it was."""

from __future__ import annotations

import errno
import os
from pathlib import Path


def write_atomic(path: Path, data: bytes, *, scratch: str = "") -> None:
    """Put `data` at `path`, readable by its owner alone. Raises OSError.

    The data is on disk before the name points at it; a link is followed, and anything but a
    regular file is never replaced. `scratch` names the file beside it that is written first, for
    whoever may end this process and must then clear up (see `scratch_beside`).
    """
    target = path.resolve()
    if target.exists() and not target.is_file():
        code = errno.EISDIR if target.is_dir() else errno.EEXIST
        raise FileExistsError(code, "not a regular file", str(target))
    temporary = scratch_beside(path, scratch or scratch_name())
    with open(temporary, "xb", opener=_private) as file:
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            file.close()
            temporary.replace(target)
        except BaseException:
            file.close()
            temporary.unlink(missing_ok=True)
            raise
    _sync_folder(target.parent)


def scratch_name() -> str:
    """A name for a file written first, that no other write has."""
    return f".tonecheck-{os.urandom(8).hex()}.part"


def scratch_beside(path: Path, name: str) -> Path:
    """Where the file of that name stands while `path` is written."""
    return path.resolve().parent / name


def _private(name: str, flags: int) -> int:
    return os.open(name, flags, 0o600)


def _sync_folder(folder: Path) -> None:
    """Make a rename lasting, where the platform can open a folder."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
