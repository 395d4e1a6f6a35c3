"""What a parent saw, in a parent's words, and where books do not agree on it."""

from __future__ import annotations

from collections.abc import Iterator

from tonecheck.protocol.reading import Direction
from tonecheck.report.view.blocks import Picture
from tonecheck.report.view.phrases import Phrases, is_odd
from tonecheck.report.view.pictures import picture_of
from tonecheck.report.view.seen import found_items, short_note
from tonecheck.report.view.told_signs import has_told_signs
from tonecheck.scoring.result import Finding, ItemReading, Result
from tonecheck.screening.document import CheckEntry, Screening
from tonecheck.screening.plain import plain


def saw_lines(say: Phrases, screening: Screening, result: Result) -> Iterator[str]:
    """The answers that led to something, each with its plain sentence; the rest in a few lines."""
    found = found_items(result)
    last = {item.check: item for item in found}
    for item in found:
        line = _found_line(say, screening, item)
        is_last = item is last[item.check]
        yield _noted(say, line, screening.checks[item.check]) if is_last else line
    for check, entry in screening.checks.items():
        if entry.fits_none:
            line = say("parent.saw_fits_none", check=say.words.checks[check].name)
            yield _noted(say, line, entry)
    twice = [item for item in _read_twice(result) if item not in found]
    rest = [item for item in result.readings if not item.derived and item not in found]
    once = [item for item in rest if item not in twice]
    recorded = [i for i in once if i.published is None or i.published.level == "noted"]
    if recorded:
        yield say("parent.saw_recorded", answers=_all_named(say, recorded))
    judged = [item for item in rest if item not in recorded]
    differing = {item.check for item in twice}
    if apart := [item for item in judged if item.check in differing]:
        yield say("parent.saw_apart", answers=_all_named(say, apart))
    ordinary = [item for item in judged if item.check not in differing]
    if not result.readings:
        yield say("parent.saw_nothing")
    elif has_told_signs(screening):
        yield say("parent.saw_signs")
    elif ordinary:
        yield say("parent.saw_plain", answers=_all_named(say, ordinary))
    if any(plain(entry.note).strip() for entry in screening.checks.values()):
        yield say("parent.saw_notes")


def _noted(say: Phrases, line: str, entry: CheckEntry) -> str:
    """A line with the note of its check, where that is short."""
    note = short_note(entry)
    return say("parent.saw_note", line=line, note=note) if note else line


def _all_named(say: Phrases, items: list[ItemReading]) -> str:
    return "; ".join(dict.fromkeys(_named(say, item) for item in items))


def _found_line(say: Phrases, screening: Screening, item: ItemReading) -> str:
    """An answer in a parent's words; one that only says that the sides differ has no sentence."""
    check = say.pack.protocol.by_id[item.check]
    words = say.words.answer(item.check, item.answer)
    values = {"check": say.words.checks[item.check].name, "answer": words.label}
    asked = _side_asked(say, item)
    if item.side in ("left", "right") and not asked:
        side = say.words(f"result.sides.{item.side}.label")
        line = say("parent.saw_side", side=side, **values)
    else:
        line = say("parent.saw_line", **values)
    line += _teller(say, screening, item.check)
    if item.answer != check.derived:
        line = say("parent.saw_sentence", line=line, sentence=words.sentence)
    if not asked:
        return line
    side = say(f"seen.{item.side}")
    return say("parent.saw_which", line=line.rstrip("."), question=asked, side=side)


def _teller(say: Phrases, screening: Screening, check: str) -> str:
    """Who told the parent of a check, in brackets; empty where the parent saw it."""
    who = screening.checks[check].reported_by
    return f" ({say('parent.told', who=plain(who))})" if who else ""


def _named(say: Phrases, item: ItemReading) -> str:
    """A check and an answer to it, with its side."""
    name = say.words.checks[item.check].name
    return say("parent.saw_short", check=name, answer=_answered(say, item))


def _answered(say: Phrases, item: ItemReading) -> str:
    """An answer with its side, and of what it is the side."""
    answer = say.words.answer(item.check, item.answer).label
    if asked := _side_asked(say, item):
        return say("parent.on_side", answer=answer, question=asked, side=say(f"seen.{item.side}"))
    if not item.side:
        return answer
    return say("trace.sided", answer=answer, side=say.words(f"result.sides.{item.side}.label"))


def _side_asked(say: Phrases, item: ItemReading) -> str:
    """What the parent was asked of the side of an answer; empty where no such side was told."""
    is_sided = say.pack.protocol.by_id[item.check].by_id[item.answer].sided
    if not is_sided or item.side not in ("left", "right"):
        return ""
    return say.words.checks[item.check].side_question(item.answer)


def saw_pictures(say: Phrases, result: Result) -> Iterator[Picture | None]:
    """The figure of each answer that led to something, in the order of the lines."""
    for item in found_items(result):
        yield picture_of(say, item.check, item.answer, item.side)


def _read_twice(result: Result) -> list[ItemReading]:
    """The answers that one rule set reads as a finding and the other does not, or another way."""
    found = found_items(result)
    return [
        item
        for item in result.readings
        if not item.derived
        and is_odd(item)
        and (item in result.sources_differ or item not in found)
    ]


def read_otherwise(say: Phrases, screening: Screening, result: Result) -> Iterator[str]:
    """What each book makes of the answers that books read differently."""
    items = [
        item
        for item in _read_twice(result)
        if _reading(say, item.article) != _reading(say, item.published)
    ]
    if items:
        yield say.words("result.differ.intro")
    apart = {item.check for item in result.readings if item.derived}
    for item in items:
        line = say.words(
            "result.differ.line",
            check=say.words.checks[item.check].name,
            answer=_answered(say, item) + _teller(say, screening, item.check),
            article=_reading(say, item.article),
            published=_reading(say, item.published),
        )
        has_twin = item.side and item.check in apart
        yield f"{line} {say.words('result.differ.sides')}" if has_twin else line


def _reading(say: Phrases, finding: Finding | None) -> str:
    """A reading in parents' words, without what a book asks for: that is said once, at the top."""
    if finding is None:
        return say.words("result.differ.silent")
    if finding.level in ("typical", "noted"):
        return say.words(f"result.differ.{finding.level}")
    if finding.direction is Direction.NONE:
        return say.words("result.differ.show")
    return say.words(f"result.directions.{finding.direction.value}.read")
