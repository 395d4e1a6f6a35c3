"""The parent's page: the same facts in parents' words."""

from __future__ import annotations

from collections.abc import Iterator

from tonecheck.report.view.closing import is_young, odd_checks
from tonecheck.report.view.model import Block, Bullets, Lines, Picture, Section
from tonecheck.report.view.phrases import Phrases, is_odd
from tonecheck.report.view.pictures import picture_of
from tonecheck.report.view.told_signs import has_told_signs, told_signs
from tonecheck.scoring.result import ItemReading, Result
from tonecheck.screening.document import Screening
from tonecheck.screening.plain import plain, plain_line

BESIDE = 18
"""Lines of the film list up to which the next lists stand beside it: no longer than a page."""


def parent_section(
    say: Phrases, screening: Screening, result: Result, emergency: str, still: str
) -> Section:
    """The last page; `emergency` is the number to call, or the words for "not chosen".

    `still` is earlier advice that may still stand, or empty.
    """
    words = say.words
    look = ""
    has_answers = result.ages.place == "in_range" and not result.how
    blocks: list[Block] = [
        Bullets(
            title=say("parent.next"), lines=tuple(_next(say, screening, result, emergency, still))
        )
    ]
    if result.ages.place not in ("in_range", "unknown"):
        blocks.append(Lines(lines=(say("parent.range"),)))
    elif has_answers:
        blocks.append(Bullets(title=say("parent.meaning"), lines=tuple(_meaning(say, result))))
        saw = tuple(_saw(say, screening, result))
        blocks.append(
            Bullets(
                look="pictured",
                title=say("parent.saw"),
                lines=saw,
                pictures=tuple(_pictures(say, result)),
            )
        )
        blocks.append(Bullets(title=say("parent.to_see"), lines=tuple(_whom(say, result))))
        film = tuple(_film(say, result))
        look = "half" if len(film) <= BESIDE else ""
        blocks.append(Bullets(look=look, title=say("parent.film"), lines=film))
        ask = (*words.lines("result.questions.lines"), words("result.questions.never"))
        blocks.append(Bullets(look=look, title=say("parent.ask"), lines=ask))
    limits = [words("result.disclaimer.full")]
    if has_answers:
        limits += words.lines("result.limits.lines")
    blocks.append(Bullets(look=look, title=say("parent.limits"), lines=tuple(limits)))
    if has_answers:
        blocks.append(Lines(lines=(say("parent.take"),)))
    return Section(
        id="parent", title=say("parent.title"), blocks=tuple(blocks), own_page=has_answers
    )


def _next(
    say: Phrases, screening: Screening, result: Result, emergency: str, still: str
) -> Iterator[str]:
    words = say.words
    worry = plain_line(screening.worry.words)
    yield words(f"result.actions.{result.action_key}.words", emergency=emergency)
    yield from told_signs(say, screening, result, emergency)
    if still:
        yield still
    if screening.worry.level == "yes" and not result.how:
        yield words("result.worry.yes_words", words=worry) if worry else words("result.worry.yes")
    elif screening.worry.level == "not_sure" and not result.how:
        yield words("result.worry.not_sure")


def _meaning(say: Phrases, result: Result) -> Iterator[str]:
    words = say.words
    seen = {"seen": result.coverage.seen, "total": result.coverage.total}
    for pattern in result.patterns:
        text = words(f"result.patterns.{pattern}.plain", **seen)
        yield text[:1].upper() + text[1:].rstrip(".") + "."
    if result.rests_on_one and result.findings:
        lean = words(f"result.directions.{result.findings[0].direction.value}.label")
        yield words("result.one_sign.text", lean=lean)
    if "normal" not in result.patterns:
        yield say("parent.seen", **seen)
    if is_young(say, result):
        yield words("result.young.text")
    if result.action in ("recheck", "doctor"):
        yield words("result.base_rates.text")


def _saw(say: Phrases, screening: Screening, result: Result) -> Iterator[str]:
    """The answers that led to something, each with its plain sentence; the rest in one line."""
    odd = _odd(result)
    for item in odd:
        words = say.words.answer(item.check, item.answer)
        values = {"check": say.words.checks[item.check].name, "answer": words.label}
        if item.side in ("left", "right"):
            side = say.words(f"result.sides.{item.side}.label")
            line = say("parent.saw_side", side=side, **values)
        else:
            line = say("parent.saw_line", **values)
        entry = screening.checks[item.check]
        if entry.reported_by:
            line = f"{line} ({say('parent.told', who=plain(entry.reported_by))})"
        yield say("parent.saw_sentence", line=line, sentence=words.sentence)
    if not result.readings:
        yield say("parent.saw_nothing")
    elif has_told_signs(screening):
        yield say("parent.saw_signs")
    elif len(odd) < len([item for item in result.readings if not item.derived]):
        yield say("parent.saw_plain" if odd else "parent.saw_only_plain")


def _odd(result: Result) -> list[ItemReading]:
    return [item for item in result.readings if not item.derived and is_odd(item)]


def _pictures(say: Phrases, result: Result) -> Iterator[Picture | None]:
    """The figure of each answer that led to something, in the order of the lines."""
    for item in _odd(result):
        yield picture_of(say, item.check, item.answer, item.side)


def _whom(say: Phrases, result: Result) -> Iterator[str]:
    for route in dict.fromkeys(f.route for f in result.findings if f.route):
        yield say.words(f"result.routes.{route}.whom")
    yield say.words("result.whom.text")
    programme = say.pack.protocol.result.ages.programme_below_days
    days = result.ages.gestation_days
    if days is not None and days < programme:
        yield say.words("result.programme.text")


def _film(say: Phrases, result: Result) -> Iterator[str]:
    yield say.words("result.film.young" if is_young(say, result) else "result.film.other")
    for check in odd_checks(result):
        words = say.words.checks[check]
        yield say("parent.film_line", check=words.name, film=words.film)
    yield from say.words.lines("result.film.how")
