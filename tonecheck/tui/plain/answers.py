"""Several answers set at once."""

from __future__ import annotations

from collections.abc import Sequence

from tonecheck.protocol.check import Check
from tonecheck.screening.draft import Change
from tonecheck.screening.walk import Walk


def set_answers(walk: Walk, check: str, wanted: Sequence[str], side: str = "") -> list[Change]:
    """The one change that leaves exactly `wanted` chosen, by the walk's own rules."""
    field = side or "answers"
    given = list(walk.entry(check).get(field, ()))
    toggled = [a for a in given if a not in wanted] + [a for a in wanted if a not in given]
    changes: list[Change] = []
    for answer in toggled:
        changes = walk.choose(check, answer, side)
        walk = walk.changed(*changes)
    return changes


def alone_among(check: Check, wanted: Sequence[str]) -> str:
    """The answer that cannot stand with the others chosen, or an empty text."""
    known = sorted((check.by_id[answer] for answer in wanted), key=lambda a: not a.alone)
    return next((a.id for a in known for b in known if a is not b and a.excludes(b)), "")
