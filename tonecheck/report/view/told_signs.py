"""What the parent said about urgent signs and no page may pass over, in parents' words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from tonecheck.protocol.reading import How
from tonecheck.protocol.unsure import (
    HOWS,
    action_key,
    asks_as_much,
    by_how,
    nurse_to_ask,
    to_do_first,
)
from tonecheck.report.view.phrases import Phrases
from tonecheck.scoring.result import Result
from tonecheck.screening.document import Screening
from tonecheck.screening.plain import plain_line


def has_told_signs(screening: Screening) -> bool:
    """Whether an urgent sign was answered yes or not sure."""
    return any(answer != "no" for answer in screening.urgent.values())


def unsure_signs(
    say: Phrases, screening: Screening, result: Result, emergency: str
) -> Iterator[str]:
    """Whom to call for the signs answered not sure, where the result itself asks for less."""
    for how, signs in _unsure(say, screening):
        if not asks_as_much(result.action_key, how):
            first = to_do_first(say.pack, signs)
            line = say.words(
                f"gate.page.told_unsure_{how.value}",
                signs=_names(say, signs),
                first=f"{first} " if first else "",
                emergency=emergency,
            )
            nurse = nurse_to_ask(say.pack, emergency) if how is How.TODAY else ""
            yield f"{line} {nurse}" if nurse else line


def what_to_do(
    say: Phrases, screening: Screening, result: Result, emergency: str, part: str
) -> str:
    """The `part` (headline or words) of the action, as it stands beside what `unsure_signs` say."""
    hows = (how for how, _ in _unsure(say, screening) if not asks_as_much(result.action_key, how))
    return say.words(action_key(say.pack, result.action_key, part, hows), emergency=emergency)


def unsure_clinical(say: Phrases, screening: Screening, result: Result) -> list[str]:
    """The same advice in clinicians' words."""
    hows = (how for how, _ in _unsure(say, screening) if not asks_as_much(result.action_key, how))
    return [say(f"computed.unsure_{how.value}") for how in hows]


def told_signs(say: Phrases, screening: Screening, result: Result, emergency: str) -> Iterator[str]:
    """The other signs answered not sure, and each a doctor has seen, with whom to call."""
    words = say.words
    for how, signs in _unsure(say, screening):
        if asks_as_much(result.action_key, how):
            yield words("gate.page.told_unsure_too", signs=_names(say, signs))
    for how in HOWS:
        for when, names in _seen(say, screening, result, how).items():
            key = f"gate.page.told_seen_{how.value}"
            yield words(key, signs="; ".join(names), when=when, emergency=emergency)


def _names(say: Phrases, signs: Iterable[str]) -> str:
    return "; ".join(say.words(f"gate.{sign}.name") for sign in signs)


def _unsure(say: Phrases, screening: Screening) -> Iterator[tuple[How, list[str]]]:
    unsure = (sign for sign, answer in screening.urgent.items() if answer == "not_sure")
    return by_how(say.pack, unsure)


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
