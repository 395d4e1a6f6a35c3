"""What the parent saw, kept apart from what any rule makes of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tonecheck.protocol.check import Mode
from tonecheck.protocol.reading import Level
from tonecheck.report.view.blocks import Fact, Yield
from tonecheck.report.view.body import body_map
from tonecheck.report.view.model import Group, SeenBox
from tonecheck.report.view.phrases import Phrases, is_odd
from tonecheck.scoring.result import ItemReading, Missed, Result
from tonecheck.screening.document import FITS_NONE, CheckEntry, NotSeen, Screening
from tonecheck.screening.plain import plain_line

LONGEST_NOTE = 160
"""Characters of a note that stands for an answer on page 1; a longer one stands with the notes."""

_SIDES = ("left", "right", "unknown", None)


def seen_box(say: Phrases, screening: Screening, result: Result) -> SeenBox:
    """The answers that the leading rules read as findings, by side; then all the others."""
    found = sorted(_told(say, screening, result), key=lambda line: -line.level)
    ranked = list(enumerate(found))
    groups = {
        side: [(rank, line.text) for rank, line in ranked if line.side == side]
        for side in ("left", "right", "both", "unknown")
    }
    return SeenBox(
        title=say("seen.title"),
        note=say("seen.note"),
        body_map=body_map(say, screening, result),
        groups=tuple(
            Group(
                title=say(f"seen.{key}"),
                lines=tuple(text for _, text in lines),
                ranks=tuple(rank for rank, _ in lines),
            )
            for key, lines in groups.items()
            if lines
        ),
        others=tuple(_others(say, screening, result, is_odd_seen=bool(found))),
    )


class _Told(NamedTuple):
    """A finding as it is told, the side it stands under, and how grave it is."""

    level: Level
    side: str
    text: str


def _told(say: Phrases, screening: Screening, result: Result) -> Iterator[_Told]:
    """The answers that are findings, then the checks without one for a reason that is."""
    for level, item in _found(result):
        text = _line(say, screening, item, _beside(result, item))
        yield _Told(level, item.side or "both", text)
    for finding in result.findings:
        if finding.is_of_reason:
            answer = say.answer(finding.check, finding.answer)
            line = say("seen.line", check=say.check(finding.check), answer=answer)
            entry = screening.checks[finding.check]
            text = _marked(line, _note_mark(say, entry))
            if note := quoted_note(entry):
                text = say("seen.quoted", line=line, note=note)
            yield _Told(finding.severity, "both", text)


def _level(result: Result, item: ItemReading) -> Level:
    """How grave the leading rules read an answer."""
    reading = item.published if result.rules == "published" else item.article
    return reading.severity if reading else Level.TYPICAL


def _is_finding(result: Result, item: ItemReading) -> bool:
    return _level(result, item) >= Level.RECHECK


def found_items(result: Result) -> list[ItemReading]:
    """The answers given that are findings: the gravest check first, and left before right."""
    found = [item for _, item in sorted(_found(result), key=lambda told: -told[0])]
    checks = list(dict.fromkeys(item.check for item in found))
    return sorted(found, key=lambda item: (checks.index(item.check), _SIDES.index(item.side)))


def _found(result: Result) -> list[tuple[Level, ItemReading]]:
    """The answers given that are findings, each with its level.

    Where only the difference of the sides is one, the answers of the side that does less.
    """
    own = [item for item in result.readings if not item.derived]
    found = [(_level(result, item), item) for item in own if _is_finding(result, item)]
    for derived in result.readings:
        if derived.derived and _is_finding(result, derived):
            named = [i for i in own if (i.check, i.side) == (derived.check, derived.side)]
            if not any(item in named for _, item in found):
                found += [(_level(result, derived), item) for item in named]
    return found


def _beside(result: Result, item: ItemReading) -> tuple[ItemReading, ...]:
    """The answers of the other side where none of them is a finding: what it compares with."""
    other = {"left": "right", "right": "left"}.get(item.side or "")
    answers = tuple(
        i for i in result.readings if not i.derived and (i.check, i.side) == (item.check, other)
    )
    return () if any(_is_finding(result, answer) for answer in answers) else answers


def _others(
    say: Phrases, screening: Screening, result: Result, *, is_odd_seen: bool
) -> Iterator[Fact]:
    """The checks without a finding: told by others, of the other rules alone, the rest."""
    named = {item.check for _, item in _found(result)}
    others = [item for item in result.readings if item.check not in named]
    told = {item.check for item in others if screening.checks[item.check].reported_by}
    if told:
        yield Fact(
            label=say("seen.told"),
            value="; ".join(_answers(say, screening, others, check) for check in told),
            strong=any(is_odd(item) for item in others if item.check in told),
        )
    rest = [item for item in others if item.check not in told and not item.derived]
    # What the article alone reads as a finding stands with what it computes.
    alone = [item for item in rest if is_odd(item) and result.rules == "article"]
    others_read = [item for item in rest if item not in alone]
    noted = [i for i in others_read if i.published is None or i.published.level == "noted"]
    if not result.readings:
        yield Fact(label="", value=say("seen.no_checks"))
    elif not (is_odd_seen or alone or any(map(is_odd, others))):
        yield Fact(label="", value=say("seen.nothing"))
    typical = [item for item in others_read if item not in noted]
    lists: tuple[tuple[str, Yield, list[ItemReading]], ...] = (
        ("published_alone", "article", alone),
        ("noted", "noted", noted),
        ("typical", "typical", typical),
    )
    for key, yields, items in lists:
        if items:
            given = dict.fromkeys(item.check for item in items)
            lines = (_answers(say, screening, items, check) for check in given)
            yield Fact(
                label=say(f"seen.{key}"),
                value="; ".join(lines),
                yields=yields,
                short=say.moved(len(given)),
            )


def _answers(say: Phrases, screening: Screening, items: Sequence[ItemReading], check: str) -> str:
    """Those of the `items` that are answers of a check, with sides and marks."""
    given = [item for item in items if item.check == check and not item.derived]
    answers = ", ".join(say.sided(check, item.answer, item.side) for item in given)
    entry = screening.checks[check]
    return _marked(answers, [*entry_marks(say, check, entry), *_note_mark(say, entry)])


def _line(
    say: Phrases, screening: Screening, item: ItemReading, beside: Sequence[ItemReading]
) -> str:
    answer = say.answer(item.check, item.answer, item.side)
    line = say("seen.line", check=say.check(item.check), answer=answer)
    entry = screening.checks[item.check]
    marks = [*entry_marks(say, item.check, entry), *_note_mark(say, entry)]
    if beside:
        answers = ", ".join(say.answer(other.check, other.answer, other.side) for other in beside)
        marks.append(say("seen.beside", side=say.side(beside[0].side), answers=answers))
    return _marked(line, marks)


def quoted_note(entry: CheckEntry) -> str:
    """A short note that is all there is to tell of a check; else empty."""
    return short_note(entry) if entry.fits_none else ""


def short_note(entry: CheckEntry) -> str:
    """The note as it can be said again beside an answer; empty where it is longer."""
    note = plain_line(entry.note)
    return note if len(note) <= LONGEST_NOTE else ""


def _note_mark(say: Phrases, entry: CheckEntry) -> Iterator[str]:
    if plain_line(entry.note):
        yield say("seen.has_note")


def _marked(line: str, marks: Iterable[str]) -> str:
    text = "; ".join(marks)
    return f"{line} ({text})" if text else line


def entry_marks(say: Phrases, check: str, entry: CheckEntry) -> Iterator[str]:
    """What weakens an answer as seen: the state it was seen in, or that it was only told."""
    if say.is_off_state(check, entry):
        yield say("seen.state", state=say.state(entry.state))
    if entry.reported_by:
        yield say("seen.reported", who=plain_line(entry.reported_by))


def not_seen(say: Phrases, screening: Screening, result: Result) -> dict[str, list[str]]:
    """The checks that were not seen, by the reason: first those that coverage counts.

    Last those left to others by age.
    """
    reasons: dict[str, list[str]] = {}
    for missed in sorted(result.missed, key=lambda missed: not missed.counted):
        why = why_missed(say, screening, missed)
        why = why if missed.counted else say("not_seen.uncounted", reason=why)
        reasons.setdefault(why, []).append(missed.check)
    if capped := say.restless(screening):
        reasons[say("not_seen.capped")] = capped
    if left_out := left_by_age(say, screening, result):
        reasons.setdefault(say("not_seen.left_out"), []).extend(left_out)
    return reasons


def entry_lines(say: Phrases, check: str, entry: CheckEntry) -> list[str]:
    """The answers of a check as they were given, or the reason why there is none."""
    if entry.not_seen:
        reason = say.words(f"result.not_seen.{entry.not_seen}.clinical")
        return [unanswered(say, entry.not_seen, reason)]
    answers = say.pack.protocol.by_id[check].by_id
    given = [
        (entry.side or "unknown" if answers[answer].sided else None, answer)
        for answer in entry.answers
    ]
    given += [("left", answer) for answer in entry.left]
    given += [("right", answer) for answer in entry.right]
    return [say.sided(check, answer, side) for side, answer in given]


def left_by_age(say: Phrases, screening: Screening, result: Result) -> list[str]:
    """The checks that are for people who examine babies at this age, and nobody told of."""
    first, last = result.ages.corrected_days
    return [
        check.id
        for check in sorted(say.pack.protocol.checks, key=lambda check: check.order)
        if check.mode_at(first, last) is Mode.LEAVE and check.id not in screening.checks
    ]


def is_withheld(say: Phrases, screening: Screening, missed: Missed) -> bool:
    """Whether a check was not offered, for want of the answer it hangs on."""
    needed, answer = say.pack.protocol.by_id[missed.check].needed
    return bool(needed) and answer not in screening.checks.get(needed, CheckEntry()).answers


def unanswered(say: Phrases, reason: NotSeen | None, text: str) -> str:
    """A `reason` for no answer, told as `text`, and that nothing was seen unless it says so."""
    return text if reason == FITS_NONE else say("items.not_seen", reason=text)


def why_missed(say: Phrases, screening: Screening, missed: Missed) -> str:
    """Why a check was not seen, in clinicians' words."""
    if missed.reason:
        return say.words(f"result.not_seen.{missed.reason}.clinical")
    if missed.situation:
        situation = say.words(f"situations.{missed.situation}.clinical")
        return say("not_seen.situation", situation=situation)
    if not is_withheld(say, screening, missed):
        return say("not_seen.no_reason")
    needed, answer = say.pack.protocol.by_id[missed.check].needed
    return say("not_seen.withheld", answer=say.answer(needed, answer))
