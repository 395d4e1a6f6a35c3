"""Reads a screening from a file or standard input; everything wrong with it is named."""

from __future__ import annotations

import json
import math
import sys
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from tonecheck.commands.output import say
from tonecheck.errors import InputError
from tonecheck.protocol.pack import Pack
from tonecheck.scoring.earlier import earlier_of
from tonecheck.scoring.result import Earlier
from tonecheck.scoring.score import score
from tonecheck.screening.document import Screening, screening_from
from tonecheck.screening.validate import require_valid

STDIN = "-"
LARGEST = 5_000_000
_MEND = "Mend the file and try again. Nothing was changed."


def read_screening(source: str, pack: Pack, now: Callable[[], datetime]) -> Screening:
    """The valid screening in `source` (a file, or - for standard input).

    A birth date without the day of the screening is given today's, and that is said.
    Raises InputError naming the file and every wrong field.
    """
    name = "standard input" if source == STDIN else source
    data = parse(_bytes(source, name), name)
    is_undated = _needs_day(data)
    if is_undated:
        data["observed_on"] = now().date().isoformat()
    try:
        screening = screening_from(data)
        require_valid(pack.protocol, screening)
        _require_born(screening)
    except InputError as error:
        raise InputError(f"{name}: {error.message}", hint=error.hint) from None
    if is_undated:
        say(f"{name}: observed_on was not given; taken as today, {screening.observed_on}.")
    if screening.observed_on and screening.observed_on > now().date():
        say(f"{name}: observed_on, {screening.observed_on}, lies in the future.")
    return screening


def read_earlier(
    source: str, before: Screening, pack: Pack, now: Callable[[], datetime]
) -> Earlier:
    """What the earlier screening in `source` hands on to `before`."""
    screening = read_screening(source, pack, now)
    if screening.observed_on is None or before.observed_on is None:
        raise InputError(
            f"{source}: observed_on: is needed in both screenings to tell which came first.",
            hint=_MEND,
        )
    if screening.observed_on > before.observed_on:
        raise InputError(
            f"{source}: observed_on: is after the screening that it should come before.",
            hint=_MEND,
        )
    return earlier_of(screening.observed_on, score(pack, screening))


def parse(content: bytes, name: str) -> dict[str, Any]:
    """The one JSON object in `content`. Raises InputError saying where it is not one."""

    def fail(reason: str) -> InputError:
        return InputError(f"{name}: {reason}", hint=_MEND)

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            twice, _ = Counter(key for key, _ in pairs).most_common(1)[0]
            raise fail(f"the field {twice!r} is given twice")
        return found

    def number(text: str) -> float:
        value = float(text)
        if not math.isfinite(value):
            raise fail(f"the number {text[:40]} is too large")
        return value

    def constant(text: str) -> float:
        raise fail(f"{text} is not a number in JSON")

    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise fail(f"is not UTF-8 text (byte {error.start})") from None
    try:
        data = json.loads(
            text, object_pairs_hook=unique, parse_float=number, parse_constant=constant
        )
    except json.JSONDecodeError as error:
        raise fail(
            f"is not valid JSON: {error.msg} (line {error.lineno}, column {error.colno})"
        ) from None
    except RecursionError:
        raise fail("is nested too deeply for a screening") from None
    except ValueError:
        raise fail("holds a number with too many digits") from None
    if not isinstance(data, dict):
        raise fail("must hold one JSON object, a screening")
    return data


def _bytes(source: str, name: str) -> bytes:
    try:
        if source == STDIN:
            content = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with Path(source).open("rb") as file:
                content = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not a file name"
        raise InputError(f"{name}: cannot be read: {reason}.") from None
    if len(content) > LARGEST:
        raise InputError(
            f"{name}: is larger than {LARGEST // 1_000_000} MB, which no screening is.", hint=_MEND
        )
    return content


def _needs_day(data: dict[str, Any]) -> bool:
    child = data.get("child")
    return (
        isinstance(child, dict)
        and child.get("birth_date") is not None
        and data.get("observed_on") is None
    )


def _require_born(screening: Screening) -> None:
    born, on = screening.child.birth_date, screening.observed_on
    if born is not None and on is not None and born > on:
        raise InputError(
            f"child.birth_date: {born} is after the day of the screening, {on}", hint=_MEND
        )
