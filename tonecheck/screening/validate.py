"""What a screening says that its protocol does not know."""

from __future__ import annotations

from collections.abc import Iterator

from tonecheck.errors import InputError
from tonecheck.protocol.check import Check, Sides
from tonecheck.protocol.pack import Protocol
from tonecheck.screening.document import CheckEntry, Screening


def require_valid(protocol: Protocol, screening: Screening) -> None:
    """Raise InputError naming every field the protocol does not know or allow."""
    if found := list(problems(protocol, screening)):
        raise InputError(
            "; ".join(found), hint="Mend the named fields and try again. Nothing was changed."
        )


def problems(protocol: Protocol, screening: Screening) -> Iterator[str]:
    """Each contradiction between a screening and its protocol, as `field: reason`."""
    known_questions = {question.id: question for question in protocol.background}
    replaced = screening.replaced
    for name, signs in (("urgent", screening.urgent), ("replaced.urgent", replaced.urgent)):
        for sign in signs:
            if sign not in protocol.sign_by_id:
                yield f"{name}.{sign}: no such sign"
    for situation in screening.situations:
        if situation not in protocol.situation_by_id:
            yield f"situations: no such situation {situation!r}"
    for key, value in screening.background.items():
        question = known_questions.get(key)
        if question is None:
            yield f"background.{key}: no such question"
        elif question.kind == "yesno" and value not in ("yes", "no", "not_sure"):
            yield f"background.{key}: must be yes, no or not_sure"
        elif question.kind == "choice" and value not in question.options:
            yield f"background.{key}: must be one of {', '.join(question.options)}"
    for name, checks in (("checks", screening.checks), ("replaced.checks", replaced.checks)):
        for check_id, entry in checks.items():
            yield from (f"{name}.{check_id}{said}" for said in _said(protocol, check_id, entry))


def _said(protocol: Protocol, check_id: str, entry: CheckEntry) -> Iterator[str]:
    check = protocol.by_id.get(check_id)
    if check is None:
        yield ": no such check"
        return
    for field, reason in _entry_problems(check, entry):
        yield f".{field}: {reason}"
    if entry.state is not None and entry.state not in protocol.state_by_id:
        yield f".state: no such state {entry.state!r}"


def _entry_problems(check: Check, entry: CheckEntry) -> Iterator[tuple[str, str]]:
    lists = {"answers": entry.answers, "left": entry.left, "right": entry.right}
    for field, chosen in lists.items():
        unknown = [answer for answer in chosen if answer not in check.by_id]
        for answer in unknown:
            yield field, f"no such answer {answer!r}"
        alone = [a for a in chosen if a not in unknown and check.by_id[a].alone]
        if alone and len(chosen) > 1:
            yield field, f"{alone[0]!r} cannot stand with another answer"
    sides = entry.left or entry.right
    if sides and check.sides is not Sides.PAIRED:
        yield "left" if entry.left else "right", "this check is not asked left and right"
    if sides and not (entry.left and entry.right):
        yield "right" if entry.left else "left", "the other side has answers; this one has none"
    for field in ("left", "right"):
        for answer in lists[field]:
            if answer in check.by_id and check.by_id[answer].whole:
                yield field, f"{answer!r} is not asked of one side"
    if sides and any(a in check.by_id and not check.by_id[a].whole for a in entry.answers):
        yield "answers", "give answers for both sides, or left and right, not both"
    if entry.side is not None and not any(
        a in check.by_id and check.by_id[a].sided for a in entry.answers
    ):
        yield "side", "none of the answers has a side"
