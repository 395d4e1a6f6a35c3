"""Which given answers the content says cannot both be true."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tonecheck.protocol.check import Check, Sides
from tonecheck.protocol.pack import Protocol


def contradictions(
    protocol: Protocol, checks: Mapping[str, Mapping[str, Any]]
) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """Each contradicting pair as (check, answer) twice; `checks`: the entries by check.

    An answer of one side alone says nothing of the other side, so it contradicts nothing.
    """
    given = {
        (check.id, answer)
        for check in protocol.checks
        for answer in _of_the_baby(check, checks.get(check.id, {}))
    }
    for pair in protocol.contradictions:
        one, other = (_split(name) for name in pair)
        if one in given and other in given:
            yield one, other


def _of_the_baby(check: Check, entry: Mapping[str, Any]) -> set[str]:
    found = set(entry.get("answers") or ())
    if check.sides is Sides.PAIRED:
        found |= set(entry.get("left") or ()) & set(entry.get("right") or ())
    return found


def _split(name: str) -> tuple[str, str]:
    check, _, answer = name.partition(".")
    return check, answer
