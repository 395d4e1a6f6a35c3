"""Several answers set at once, and what a check has been answered with, in words."""

from __future__ import annotations

from collections.abc import Sequence

from tonecheck.protocol.check import Check
from tonecheck.protocol.pack import Words
from tonecheck.screening.draft import Change
from tonecheck.screening.walk import Walk
from tonecheck.tui import say


def set_answers(walk: Walk, check: str, wanted: Sequence[str], side: str = "") -> list[Change]:
    """The one change that leaves exactly `wanted` chosen, by the walk's own rules."""
    field = side or "answers"
    given = list(walk.entry(check).get(field, ()))
    toggled = [a for a in given if a not in wanted] + [a for a in wanted if a not in given]
    changes: list[Change] = []
    for answer in toggled:
        changes = walk.choose(check, answer, side)
        walk = Walk(walk.protocol, walk.draft.changed(*changes))
    return changes


def alone_among(check: Check, wanted: Sequence[str]) -> str:
    """The answer that cannot stand with the others chosen, or an empty text."""
    if len(wanted) < 2:
        return ""
    return next((answer for answer in wanted if check.by_id[answer].alone), "")


def said_of(words: Words, walk: Walk, check: str) -> str:
    """Everything answered of a check, on one line; empty while nothing is."""
    entry = walk.entry(check)
    lines = []
    if entry.get("answers"):
        said = say.answers(words, check, list(entry["answers"]))
        if entry.get("side"):
            said = f"{said} ({words('result.sides.' + entry['side'] + '.label')})"
        lines.append(said)
    for side in ("left", "right"):
        if entry.get(side):
            label = words(f"result.sides.{side}.label").capitalize()
            said = say.answers(words, check, list(entry[side]))
            lines.append(words("ui.review.side", side=label, answers=said))
    if entry.get("not_seen"):
        reason = words(f"result.not_seen.{entry['not_seen']}.label")
        lines.append(words("ui.review.left_out", reason=reason))
    if entry.get("state"):
        state = words(f"readiness.states.{entry['state']}.label")
        lines.append(words("ui.review.state", state=state))
    if entry.get("reported_by"):
        who = say.short(str(entry["reported_by"]), 60)
        answers = say.answers(words, check, list(entry.get("answers", ())))
        lines = [words("ui.review.told", who=who, answers=answers or "-")]
    if entry.get("note"):
        lines.append(words("ui.review.note", note=say.short(entry["note"], 200)))
    return ". ".join(line.rstrip(".") for line in lines)
