"""Data goes to stdout, talk to stderr; neither carries an active character."""

from __future__ import annotations

import json
import sys
from typing import Any

from tonecheck.screening.plain import plain


def json_text(data: Any) -> str:
    """`data` as readable JSON; every character that would not show is escaped."""
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, indent=2)
    if text.replace("\n", "").isprintable():
        return text + "\n"
    shown = (c if c == "\n" or c.isprintable() else json.dumps(c)[1:-1] for c in text)
    return "".join(shown) + "\n"


def put(text: str) -> None:
    """Write data to stdout, in UTF-8 whatever the terminal's own coding."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()


def say(text: str) -> None:
    """Tell the person something, on stderr."""
    sys.stderr.write(plain(text) + "\n")
    sys.stderr.flush()
