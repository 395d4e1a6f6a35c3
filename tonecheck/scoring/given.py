"""The answers of a screening, one by one, with the ones its side differences add."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tonecheck.protocol.check import Answer, Check, Derive
from tonecheck.protocol.pack import Protocol
from tonecheck.screening.document import CheckEntry, Screening, Side


class Given(NamedTuple):
    """One answer of one check, on one side where that is known."""

    check: Check
    answer: Answer
    side: Side | None
    entry: CheckEntry
    derived: bool = False


def given_answers(protocol: Protocol, screening: Screening) -> tuple[Given, ...]:
    """Every answer of the screening, in the checklist's order."""
    found: list[Given] = []
    for check in protocol.checks:
        if entry := screening.checks.get(check.id):
            found += _of_check(check, entry)
    return tuple(found)


def _of_check(check: Check, entry: CheckEntry) -> Iterator[Given]:
    for answer_id in entry.answers:
        answer = check.by_id[answer_id]
        side = (entry.side or "unknown") if answer.sided else None
        yield Given(check, answer, side, entry)
    for answer_id in entry.left:
        yield Given(check, check.by_id[answer_id], "left", entry)
    for answer_id in entry.right:
        yield Given(check, check.by_id[answer_id], "right", entry)
    if check.derive is not None and check.derive.answer not in entry.answers:
        yield from _derived(check, check.derive, entry)


def _derived(check: Check, derive: Derive, entry: CheckEntry) -> Iterator[Given]:
    less: set[Side] = set()
    for more_id, less_id in derive.pairs:
        if more_id in entry.left and less_id in entry.right:
            less.add("right")
        if more_id in entry.right and less_id in entry.left:
            less.add("left")
    if less:
        answer = check.by_id[derive.answer]
        side: Side = less.pop() if len(less) == 1 else "unknown"
        yield Given(check, answer, side if answer.sided else None, entry, derived=True)
