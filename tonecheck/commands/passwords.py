"""Reads a password from a file, standard input or the keyboard; never from the command line."""

from __future__ import annotations

import sys
from getpass import getpass
from pathlib import Path

from tonecheck.commands.reading import STDIN
from tonecheck.errors import InputError

_LONGEST_LINE = 1_000


def read_password(source: str | None) -> str:
    """The first line of `source` (a file, or - for standard input); empty without a source.

    Raises InputError where it cannot be read.
    """
    if source is None:
        return ""
    if source == STDIN and sys.stdin.isatty():
        return getpass("Password: ")
    try:
        if source == STDIN:
            line = sys.stdin.buffer.readline(_LONGEST_LINE)
        else:
            with Path(source).open("rb") as file:
                line = file.readline(_LONGEST_LINE)
        return line.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError:
        raise InputError("The password is not UTF-8 text.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not a file name"
        raise InputError(f"The password file cannot be read: {reason}.") from None
