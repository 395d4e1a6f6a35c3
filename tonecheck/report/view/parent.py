"""The parent's page: the same facts in parents' words."""

from __future__ import annotations

from collections.abc import Iterator

from tonecheck.protocol.reading import Direction, How
from tonecheck.report.view.asks import asks
from tonecheck.report.view.closing import is_left, odd_checks
from tonecheck.report.view.computed import has_base_rates, is_young, opposite_parts
from tonecheck.report.view.model import Block, Bullets, Lines, Picture, Section
from tonecheck.report.view.phrases import Phrases, is_odd
from tonecheck.report.view.pictures import picture_of
from tonecheck.report.view.seen import found_items
from tonecheck.report.view.told_signs import has_told_signs, told_signs
from tonecheck.report.view.unseen import unseen_lines
from tonecheck.scoring.combine import behind
from tonecheck.scoring.result import Finding, ItemReading, Result
from tonecheck.screening.document import Screening
from tonecheck.screening.plain import plain, plain_line

LONGEST_QUOTED = 400
"""Characters of a worry that is said again to who wrote it; page 1 says any, whole or begun."""


def parent_section(
    say: Phrases, screening: Screening, result: Result, emergency: str, still: str
) -> Section:
    """The last page; `emergency` is the number to call, or the words for "not chosen".

    `still` is earlier advice that may still stand, or empty.
    """
    words = say.words
    has_answers = result.ages.place == "in_range" and not result.how
    to_do = Bullets(
        title=say("parent.next"), lines=tuple(_next(say, screening, result, emergency, still))
    )
    blocks: list[Block] = [to_do]
    if not result.how:
        go = say("parent.go", emergency=emergency)
        blocks.append(Bullets(title=go, lines=tuple(_signs(say, result, How.CALL_NOW))))
        today = "; ".join(_signs(say, result, How.TODAY))
        blocks.append(Bullets(title=say("parent.today"), lines=(today,)))
    if result.ages.place not in ("in_range", "unknown"):
        blocks.append(Lines(lines=(say("parent.range"),)))
    elif has_answers:
        meaning = tuple(_meaning(say, screening, result))
        blocks.append(Bullets(title=say("parent.meaning"), lines=meaning))
        saw = tuple(_saw(say, screening, result))
        pictures = tuple(_pictures(say, result))
        blocks.append(
            Bullets(look="pictured", title=say("parent.saw"), lines=saw, pictures=pictures)
        )
        if others := tuple(_others(say, screening, result)):
            blocks.append(Bullets(title=words("result.differ.title"), lines=others))
        if unseen := tuple(unseen_lines(say, screening, result)):
            blocks.append(Bullets(title=say("parent.unseen"), lines=unseen))
        blocks.append(Bullets(title=say("parent.to_see"), lines=tuple(_whom(say, result))))
        film = tuple(_film(say, screening, result))
        blocks.append(Bullets(title=say("parent.film"), lines=film))
        ask = (*words.lines("result.questions.lines"), words("result.questions.never"))
        blocks.append(Bullets(title=say("parent.ask"), lines=ask))
    limits = [words("result.disclaimer.full")]
    if has_answers:
        limits += words.lines("result.limits.lines")
    blocks.append(Bullets(title=say("parent.limits"), lines=tuple(limits)))
    if has_answers:
        blocks.append(Lines(lines=(say("parent.take"),)))
    return Section(
        id="parent",
        title=say("parent.title"),
        subtitle=_whose(say, screening),
        continued=say("parent.continued") if has_answers else "",
        blocks=tuple(blocks),
        own_page=has_answers,
    )


def _whose(say: Phrases, screening: Screening) -> str:
    """The child's name and the day, as far as they are told."""
    parts = (plain_line(screening.child.name or ""), say.told_day(screening.observed_on))
    return ", ".join(part for part in parts if part)


def _signs(say: Phrases, result: Result, how: How) -> Iterator[str]:
    """The signs of this age that ask for an emergency call, or for a visit the same day."""
    ages = result.ages
    youngest = min(ages.calendar_days[0], ages.corrected_days[0])
    for sign in say.pack.protocol.signs:
        if sign.how is how and sign.applies(youngest):
            yield say.words(f"gate.{sign.id}.name")


def _next(
    say: Phrases, screening: Screening, result: Result, emergency: str, still: str
) -> Iterator[str]:
    words = say.words
    worry = plain_line(screening.worry.words)
    if len(worry) > LONGEST_QUOTED:
        worry = ""
    yield words(f"result.actions.{result.action_key}.words", emergency=emergency)
    if asked := asks(say, result):
        yield asked
    yield from told_signs(say, screening, result, emergency)
    if still:
        yield still
    level = screening.worry.level
    if level in ("yes", "not_sure") and not result.how:
        key = f"result.worry.{level}"
        yield words(f"{key}_words", words=worry) if worry else words(key)


def _meaning(say: Phrases, screening: Screening, result: Result) -> Iterator[str]:
    words = say.words
    seen = {"seen": result.coverage.seen, "total": result.coverage.total}
    for pattern in result.patterns:
        names = [words.checks[c].name for c in behind(pattern, result.findings)]
        key = "parent" if len(names) == 1 else "plain"
        text = words(f"result.patterns.{pattern}.{key}", **seen)
        line = text[:1].upper() + text[1:].rstrip(".") + "."
        checks = "; ".join(names)
        yield say("parent.meaning_from", line=line, checks=checks) if names else line
    if parts := opposite_parts(say, result):
        named = "; ".join(words(f"result.regions.{part}.label") for part in parts)
        yield say("parent.opposite", parts=named)
    if result.rests_on_one:
        yield words("result.one_sign.text")
    answered = sum(entry.has_answers for entry in screening.checks.values())
    line = say("parent.seen", **seen)
    yield say("parent.seen_more", line=line) if answered > result.coverage.seen else line
    if is_young(say, result):
        yield words("result.young.text")
    if has_base_rates(result):
        yield words("result.base_rates.text")


def _saw(say: Phrases, screening: Screening, result: Result) -> Iterator[str]:
    """The answers that led to something, each with its plain sentence; the rest in two lines."""
    found = found_items(result)
    for item in found:
        words = say.words.answer(item.check, item.answer)
        check = say.pack.protocol.by_id[item.check]
        known = say.words.checks[item.check]
        values = {"check": known.name, "answer": words.label}
        has_side = item.side in ("left", "right")
        asked = known.side_question(item.answer) if check.by_id[item.answer].sided else ""
        if has_side and not asked:
            side = say.words(f"result.sides.{item.side}.label")
            line = say("parent.saw_side", side=side, **values)
        else:
            line = say("parent.saw_line", **values)
        line += _teller(say, screening, item.check)
        if item.answer != check.derived:
            line = say("parent.saw_sentence", line=line, sentence=words.sentence)
        if has_side and asked:
            line = say(
                "parent.saw_which",
                line=line.rstrip("."),
                question=asked,
                side=say(f"seen.{item.side}"),
            )
        yield line
    told = [*found, *_read_otherwise(result)]
    rest = [item for item in result.readings if not item.derived and item not in told]
    recorded = [i for i in rest if i.published is None or i.published.level == "noted"]
    if recorded:
        said = dict.fromkeys(_named(say, item) for item in recorded)
        yield say("parent.saw_recorded", answers="; ".join(said))
    if not result.readings:
        yield say("parent.saw_nothing")
    elif has_told_signs(screening):
        yield say("parent.saw_signs")
    elif len(rest) > len(recorded):
        yield say("parent.saw_plain" if told or recorded else "parent.saw_only_plain")


def _teller(say: Phrases, screening: Screening, check: str) -> str:
    """Who told the parent of a check, in brackets; empty where the parent saw it."""
    who = screening.checks[check].reported_by
    return f" ({say('parent.told', who=plain(who))})" if who else ""


def _named(say: Phrases, item: ItemReading) -> str:
    """A check and an answer to it, with its side."""
    name = say.words.checks[item.check].name
    return say("parent.saw_line", check=name, answer=_answered(say, item))


def _answered(say: Phrases, item: ItemReading) -> str:
    """An answer with its side."""
    answer = say.words.answer(item.check, item.answer).label
    if not item.side:
        return answer
    return say("trace.sided", answer=answer, side=say.words(f"result.sides.{item.side}.label"))


def _pictures(say: Phrases, result: Result) -> Iterator[Picture | None]:
    """The figure of each answer that led to something, in the order of the lines."""
    for item in found_items(result):
        yield picture_of(say, item.check, item.answer, item.side)


def _read_otherwise(result: Result) -> list[ItemReading]:
    """The answers that one rule set reads as a finding and the other does not, or another way."""
    found = found_items(result)
    return [
        item
        for item in result.readings
        if not item.derived
        and is_odd(item)
        and (item in result.sources_differ or item not in found)
    ]


def _others(say: Phrases, screening: Screening, result: Result) -> Iterator[str]:
    """What each book makes of the answers that books read differently."""
    items = _read_otherwise(result)
    if items:
        yield say.words("result.differ.intro")
    for item in items:
        yield say.words(
            "result.differ.line",
            check=say.words.checks[item.check].name,
            answer=_answered(say, item) + _teller(say, screening, item.check),
            article=_reading(say, item.article),
            published=_reading(say, item.published),
        )


def _reading(say: Phrases, finding: Finding | None) -> str:
    """A reading in parents' words."""
    if finding is None:
        return say.words("result.differ.silent")
    if finding.level == "noted":
        return say.words("result.differ.noted")
    level = say.words(f"result.levels.{finding.level}.label")
    if finding.direction is Direction.NONE:
        return level
    direction = say.words(f"result.directions.{finding.direction.value}.read")
    return say.words("result.differ.reading", direction=direction, level=level)


def _whom(say: Phrases, result: Result) -> Iterator[str]:
    for route in dict.fromkeys(f.route for f in result.findings if f.route):
        yield say.words(f"result.routes.{route}.whom")
    yield say.words("result.whom.text")
    programme = say.pack.protocol.result.ages.programme_below_days
    days = result.ages.gestation_days
    if days is not None and days < programme:
        yield say.words("result.programme.text")


def _film(say: Phrases, screening: Screening, result: Result) -> Iterator[str]:
    yield say.words("result.film.young" if is_young(say, result) else "result.film.other")
    for check in odd_checks(result):
        words = say.words.checks[check]
        key = "film_left" if is_left(say, screening, result, check) else "film_line"
        yield say(f"parent.{key}", check=words.name, film=words.film)
    yield from say.words.lines("result.film.how")
