"""What a report file carries: its answers and marks, and its text as printed.

A file from elsewhere is read in a process of its own, with bounded memory and time, so that a
damaged or hostile one ends there.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
from pathlib import Path
from typing import IO

from pydantic import BaseModel, ConfigDict, ValidationError

from tonecheck.errors import InputError
from tonecheck.report import apart

LARGEST_FILE = 30_000_000
"""Bytes of a PDF that is read at all; a report has a few hundred thousand."""

LARGEST_ANSWERS = 5_000_000
"""Bytes of the answers inside, unpacked."""

MOST_SECONDS = 45
MOST_SAID = 100_000_000

LOCKED = 64
"""The reader's exit code for a file that does not open without its password."""

_UNCHANGED = "Nothing was changed."
_HINT = f"{_UNCHANGED} Only a PDF that tonecheck made can be read back."


class Block(BaseModel):
    """A paragraph, heading, list item or cell on one page, or what a figure says in words.

    `page` counts from 0, and `row` the rows of all tables from 1; outside them it is 0. Each of
    `lines` was drawn at a place of its own. Only a cell has a block without any.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: str
    page: int
    row: int
    lines: tuple[str, ...]


class Pages(BaseModel):
    """The printed text: in reading order; and by page what stands outside the structure."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    blocks: tuple[Block, ...]
    loose: tuple[str, ...]


class Carried(BaseModel):
    """What was found in a report file; `pages` where they were asked for.

    `keywords` are those of the document and `archived` those of its archival metadata; `earlier`
    holds the earlier screenings, empty like its checksum where none are attached.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    answers: str
    sha256: str
    earlier: str
    earlier_sha256: str
    keywords: tuple[str, ...]
    archived: tuple[str, ...]
    created: str
    is_protected: bool
    pages: Pages | None = None


def read_report(path: Path, *, password: str = "", with_pages: bool = False) -> Carried:
    """What the report at `path` carries.

    Raises InputError, having changed nothing, for anything but a whole report of tonecheck.
    """
    with tempfile.TemporaryFile() as said:
        try:
            if path.exists() and not path.is_file():
                raise InputError(f"{path.name}: is not a file.", hint=_HINT)
            with path.open("rb") as file:
                code = _read_apart(_file(file, path), said, password, with_pages)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or "not a file name"
            raise InputError(f"{path.name}: cannot be read: {reason}.") from None
        said.seek(0)
        return _understood(said.read(MOST_SAID), code, path.name)


def _file(file: IO[bytes], path: Path) -> bytes:
    content = file.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise InputError(
            f"{path.name}: is larger than {LARGEST_FILE // 1_000_000} MB, which no report is.",
            hint=_HINT,
        )
    return content


def _read_apart(content: bytes, said: IO[bytes], password: str, with_pages: bool) -> int | None:
    """Run the reader on `content`; its exit code, or None when it took too long."""
    asked = json.dumps({"password": password, "with_pages": with_pages}).encode() + b"\n"
    process = subprocess.Popen(  # noqa: S603 - our own module, by this very Python
        apart.command("tonecheck.report.read_child"),
        stdin=subprocess.PIPE,
        stdout=said,
        stderr=subprocess.DEVNULL,
        env=apart.environment(),
    )
    try:
        process.communicate(asked + content, MOST_SECONDS)
    except subprocess.TimeoutExpired:
        return None
    finally:
        process.kill()
        process.wait()
    return process.returncode


def _understood(said: bytes, code: int | None, name: str) -> Carried:
    """The reader's answer. Raises InputError with its reason, or with what its end means."""
    hint = _HINT
    if code is None:
        reason = "takes too long to read; no report does"
    elif code == InputError.exit_code:
        reason = said.decode("utf-8", "replace")
    elif code == LOCKED:
        reason, hint = said.decode("utf-8", "replace"), _UNCHANGED
    elif code == 0:
        try:
            return Carried.model_validate_json(said)
        except ValidationError:
            reason = "holds more than a report can"
    else:
        reason = "is damaged, or holds more than a report can"
    raise InputError(f"{name}: {reason}.", hint=hint)
