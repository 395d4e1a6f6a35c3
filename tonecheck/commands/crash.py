"""What is said and noted when something unexpected happens: where, never what was typed."""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path

from tonecheck import __version__
from tonecheck.errors import StoreError
from tonecheck.paths import data_dir, log_file, private_dir

EXIT_CODE = 1


def tell_crash(error: Exception, args: argparse.Namespace) -> int:
    """Note where `error` came from, say one calm sentence, and return the exit code."""
    try:
        kept = f"Where it happened is noted in {_note(error, args.data)}, without your words."
    except (OSError, StoreError):
        kept = "No log file could be written."
    sys.stderr.write(
        f"tonecheck: something unexpected went wrong; what was saved before is safe. {kept}\n"
    )
    return EXIT_CODE


def places(error: BaseException) -> str:
    """The kinds of errors and the file, line and function of each step; no values, no texts."""
    lines = []
    step: BaseException | None = error
    while step is not None:
        lines.append(f"{type(step).__module__}.{type(step).__qualname__}\n")
        lines += [
            f"  {frame.filename}:{frame.lineno} in {frame.name}\n"
            for frame in traceback.extract_tb(step.__traceback__)
        ]
        step = step.__cause__ or step.__context__
    return "".join(lines)


def _note(error: Exception, data: str | None) -> Path:
    path = log_file(private_dir(data_dir(Path(data) if data else None)))
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(handle, "a", encoding="utf-8", errors="backslashreplace") as file:
        time = datetime.now(UTC).isoformat(timespec="seconds")
        file.write(f"{time} tonecheck {__version__} Python {sys.version.split()[0]}\n")
        file.write(places(error))
    return path
