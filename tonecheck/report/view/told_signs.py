"""What the parent said about urgent signs and no page may pass over, in parents' words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tonecheck.protocol.reading import How
from tonecheck.report.view.phrases import Phrases
from tonecheck.scoring.result import Result
from tonecheck.screening.document import Screening
from tonecheck.screening.plain import plain_line


def has_told_signs(screening: Screening) -> bool:
    """Whether an urgent sign was answered yes or not sure."""
    return any(answer != "no" for answer in screening.urgent.values())


def told_signs(say: Phrases, screening: Screening, result: Result, emergency: str) -> Iterator[str]:
    """Each sign answered not sure, and each a doctor has seen, with whom to call."""
    words = say.words
    for how in (How.CALL_NOW, How.TODAY):
        unsure = [
            words(f"gate.{sign.id}.name")
            for sign in say.pack.protocol.signs
            if sign.how is how and screening.urgent.get(sign.id) == "not_sure"
        ]
        if unsure:
            is_said = result.how is how or result.how is How.CALL_NOW
            key = "gate.page.told_unsure_too" if is_said else f"gate.page.told_unsure_{how.value}"
            yield words(key, signs="; ".join(unsure), emergency=emergency)
        for when, names in _seen(say, screening, result, how).items():
            key = f"gate.page.told_seen_{how.value}"
            yield words(key, signs="; ".join(names), when=when, emergency=emergency)


def _seen(say: Phrases, screening: Screening, result: Result, how: How) -> dict[str, list[str]]:
    """What asks for `how` and a doctor has seen, by the day that was."""
    found: dict[str, list[str]] = {}
    for key, name in _urgent(say, screening, result, how):
        if key in screening.seen_by_doctor:
            when = seen_day(say, screening.seen_by_doctor[key])
            names = found.setdefault(when, [])
            if name not in names:
                names.append(name)
    return found


def _urgent(
    say: Phrases, screening: Screening, result: Result, how: How
) -> Iterator[tuple[str, str]]:
    for sign in say.pack.protocol.signs:
        if sign.how is how and screening.urgent.get(sign.id) == "yes":
            yield f"urgent.{sign.id}", say.words(f"gate.{sign.id}.name")
    for finding in result.findings:
        if finding.how is how:
            values = {
                "check": say.words.checks[finding.check].name,
                "answer": say.words.answer(finding.check, finding.answer).label,
            }
            yield f"{finding.check}.{finding.answer}", say("parent.saw_line", **values)


def seen_day(say: Phrases, when: str) -> str:
    """The day a doctor saw something, by the name of its month; other words as they are."""
    try:
        return say.day(date.fromisoformat(when))
    except ValueError:
        return plain_line(when)
