"""The parent's page: the same facts in parents' words."""

from __future__ import annotations

from collections.abc import Iterator

from tonecheck.protocol.leans import lean
from tonecheck.protocol.reading import Action, Direction, How, Level
from tonecheck.protocol.rules import Sign
from tonecheck.report.view.asks import asks
from tonecheck.report.view.blocks import Block, Bullets, Lines, Section
from tonecheck.report.view.closing import is_left, odd_checks
from tonecheck.report.view.computed import has_base_rates, is_young, told_for
from tonecheck.report.view.phrases import Phrases
from tonecheck.report.view.saw import read_otherwise, saw_lines, saw_pictures
from tonecheck.report.view.told_signs import has_told_signs, told_signs, unsure_signs, what_to_do
from tonecheck.report.view.unfit import opposite_parts, unfit_plain
from tonecheck.report.view.unseen import unseen_lines
from tonecheck.scoring.combine import beside, most_seen_first, told_by
from tonecheck.scoring.result import Finding, Result
from tonecheck.screening.document import FITS_NONE, Screening
from tonecheck.screening.plain import plain_line

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
        if all(screening.urgent.get(sign.id) == "no" for sign in _signs_of_age(say, result)):
            blocks.append(Lines(lines=(say("parent.no_signs"),)))
        go = say("parent.go", emergency=emergency)
        blocks.append(Bullets(title=go, lines=tuple(_signs(say, result, How.CALL_NOW, emergency))))
        today = tuple(_signs(say, result, How.TODAY, emergency))
        blocks.append(Bullets(title=say("parent.today"), lines=today))
    turn = 0
    if result.ages.place not in ("in_range", "unknown"):
        blocks.append(Lines(lines=(say("parent.range"),)))
    elif has_answers:
        meaning = tuple(_meaning(say, screening, result))
        blocks.append(Bullets(title=say("parent.meaning"), lines=meaning))
        saw = tuple(saw_lines(say, screening, result))
        pictures = tuple(saw_pictures(say, result))
        blocks.append(
            Bullets(look="pictured", title=say("parent.saw"), lines=saw, pictures=pictures)
        )
        if others := tuple(read_otherwise(say, screening, result)):
            blocks.append(Bullets(title=words("result.differ.title"), lines=others))
        if unseen := tuple(unseen_lines(say, screening, result)):
            blocks.append(Bullets(title=say("parent.unseen"), lines=unseen))
        blocks.append(
            Bullets(title=say("parent.to_see"), lines=tuple(_whom(say, screening, result)))
        )
        turn = len(blocks)
        film = tuple(_film(say, screening, result))
        blocks.append(Bullets(title=say("parent.film"), lines=film))
        never = "never_alone" if result.action in ("none", "recheck") else "never"
        ask = (*words.lines("result.questions.lines"), words(f"result.questions.{never}"))
        blocks.append(Bullets(title=say("parent.ask"), lines=ask))
    limits = [words("result.disclaimer.full")]
    if has_answers:
        limits += words.lines("result.limits.lines")
        limits += [words("result.limits.signs")] if result.findings else []
    blocks.append(Bullets(title=say("parent.limits"), lines=tuple(limits)))
    if has_answers:
        blocks.append(Lines(lines=(say("parent.take"),)))
    return Section(
        id="parent",
        title=say("parent.title"),
        subtitle=_whose(say, screening),
        continued=say("parent.continued") if has_answers else "",
        turn=turn,
        blocks=tuple(blocks),
        own_page=has_answers,
    )


def _whose(say: Phrases, screening: Screening) -> str:
    """The child's name and the day, as far as they are told."""
    parts = (plain_line(screening.child.name or ""), say.told_day(screening.observed_on))
    return ", ".join(part for part in parts if part)


def _signs(say: Phrases, result: Result, how: How, emergency: str) -> Iterator[str]:
    """The signs of this age that ask for an emergency call, or for a visit the same day."""
    for sign in _signs_of_age(say, result):
        if sign.how is how:
            key = "listed" if say.words.find(f"gate.{sign.id}.listed") else "name"
            yield say.words(f"gate.{sign.id}.{key}", emergency=emergency)


def _signs_of_age(say: Phrases, result: Result) -> list[Sign]:
    ages = result.ages
    youngest = min(ages.calendar_days[0], ages.corrected_days[0])
    return [sign for sign in say.pack.protocol.signs if sign.applies(youngest)]


def _next(
    say: Phrases, screening: Screening, result: Result, emergency: str, still: str
) -> Iterator[str]:
    words = say.words
    worry = plain_line(screening.worry.words)
    if len(worry) > LONGEST_QUOTED:
        worry = ""
    to_do = what_to_do(say, screening, result, emergency, "words")
    closed = words.find(f"result.actions.{result.action_key}.closed")
    names_hours = isinstance(closed, str) and not has_told_signs(screening)
    yield from unsure_signs(say, screening, result, emergency)
    yield f"{to_do} {closed}" if names_hours else to_do
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
    for pattern in most_seen_first(result.patterns, result.findings):
        told_of = dict.fromkeys(f.check for f in told_by(pattern, result.findings))
        names = [words.checks[check].name for check in told_of]
        text = lean(words, pattern, len(names), "plain")
        line = text[:1].upper() + text[1:].rstrip(".") + "."
        checks = "; ".join(names)
        yield say("parent.meaning_from", line=line, checks=checks) if names else line
    rest = beside(result.patterns, result.findings)
    unread = [f for f in rest if f.is_of_reason and f.severity < Level.DOCTOR]
    grave = (finding for finding in rest if finding.severity >= Level.DOCTOR)
    if leaning := "; ".join(dict.fromkeys(_leaning(say, finding) for finding in grave)):
        yield say("parent.meaning_more", checks=leaning)
    mild = (f.check for f in rest if f not in unread and f.severity < Level.DOCTOR)
    if names := [words.checks[check].name for check in dict.fromkeys(mild)]:
        key = "mild" if result.asks_for >= Action.DOCTOR else "again"
        yield say(f"parent.meaning_{key}", checks="; ".join(names))
    if unread:
        checks = "; ".join(words.checks[finding.check].name for finding in unread)
        yield say("parent.meaning_unread", checks=checks)
    if parts := opposite_parts(say, result):
        named = "; ".join(words(f"result.regions.{part}.label") for part in parts)
        yield say("parent.opposite", parts=named)
    if unfit := unfit_plain(say, screening):
        yield unfit
    if result.rests_on_one:
        yield words("result.one_sign.text")
    answered = sum(entry.was_seen for entry in screening.checks.values())
    missed = sum(one.reason != FITS_NONE for one in result.missed)
    yield say.words.count("report.parent.seen", answered, total=answered + missed)
    if result.ages.corrected:
        yield say("parent.corrected")
    if is_young(say, result):
        yield words("result.young.text")
    if has_base_rates(result):
        yield words("result.base_rates.text")


def _leaning(say: Phrases, finding: Finding) -> str:
    """A check with the way its finding leans, where it leans any."""
    name = say.words.checks[finding.check].name
    if finding.direction is Direction.NONE:
        return name
    lean = say.words(f"result.directions.{finding.direction.value}.read")
    return say("parent.meaning_lean", check=name, lean=lean)


def _whom(say: Phrases, screening: Screening, result: Result) -> Iterator[str]:
    for pattern in result.patterns:
        lean = say.words.find(f"result.patterns.{pattern}.whom")
        if isinstance(lean, str):
            yield lean
    for route in dict.fromkeys(f.route for f in result.findings if f.route):
        yield say.words(f"result.routes.{route}.whom")
        for question in told_for(say, screening, route):
            asked = say.words(f"background.{question}.question")
            yield say.words("result.whom.told", question=asked)
    yield say.words("result.whom.text")
    programme = say.pack.protocol.result.ages.programme_below_days
    days = result.ages.gestation_days
    if days is not None and days < programme:
        yield say.words("result.programme.text")


def _film(say: Phrases, screening: Screening, result: Result) -> Iterator[str]:
    if screening.background.get("film") == "yes":
        yield say.words("result.film.have")
    yield say.words("result.film.young" if is_young(say, result) else "result.film.other")
    for check in odd_checks(result):
        words = say.words.checks[check]
        key = "film_left" if is_left(say, screening, result, check) else "film_line"
        yield say(f"parent.{key}", check=words.name, film=words.film)
    yield from say.words.lines("result.film.how")
