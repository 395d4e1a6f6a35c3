"""Ages, dates and names in the words of the screens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from tonecheck.protocol.check import Check
from tonecheck.protocol.pack import Pack, Words
from tonecheck.protocol.unsure import nurse_to_ask, to_do_first
from tonecheck.screening.ages import Ages, Days, ages_of
from tonecheck.screening.document import Screening
from tonecheck.screening.entries import fits_none
from tonecheck.screening.plain import plain
from tonecheck.screening.spoken_age import spoken_age
from tonecheck.screening.walk import Station, Walk


def day(words: Words, value: date) -> str:
    """A date with the name of its month."""
    month = words.lines("ui.months.names")[value.month - 1]
    return words("ui.months.date", day=value.day, month=month, year=value.year)


def age(words: Words, days: Days, reached_on: date | None) -> str:
    """An age in months and weeks; the whole months alone where it is not known to the week.

    In the first month, where it is known to the day, the days too.

    `reached_on` is the day it was reached, where a birth date is known.
    """
    months, rest = spoken_age(max(0, days.first), reached_on)
    weeks = rest // 7 if days.last - days.first < 7 else 0
    beyond = rest % 7 if days.first == days.last and not months else 0
    return units(words, months, weeks, beyond) or words("ui.age.newborn")


def units(words: Words, months: int, weeks: int, days: int) -> str:
    """Months, weeks and days, each left out where it is 0."""
    counts = {"month": months, "week": weeks, "day": days}
    return ", ".join(words.count(f"ui.age.{unit}", n) for unit, n in counts.items() if n)


def both_ages(words: Words, ages: Ages) -> str:
    """The age, and the age from the due date where it differs."""
    own = age(words, ages.calendar, ages.reached_on)
    if not ages.is_corrected:
        key = "on_time" if ages.gestation_days else "calendar"
        return words(f"ui.age.{key}", age=own)
    if ages.corrected.first < 0:
        return words("ui.age.before", age=own)
    corrected = age(words, ages.corrected, ages.reached_on)
    return words("ui.age.corrected", age=own, corrected=corrected)


def title_ages(words: Words, ages: Ages) -> str:
    """Both ages, short enough for the top line."""
    own = _short_age(words, ages.calendar, ages.reached_on)
    if not ages.is_corrected:
        return own
    if ages.corrected.first < 0:
        return words("ui.age.title_before", age=own)
    corrected = _short_age(words, ages.corrected, ages.reached_on)
    return words("ui.age.title", age=own, corrected=corrected)


def _short_age(words: Words, days: Days, reached_on: date | None) -> str:
    months, rest = spoken_age(max(0, days.first), reached_on)
    if days.last - days.first >= 7:
        return words("ui.age.short_month", months=months)
    if not months and days.first == days.last:
        return words("ui.age.short_days", weeks=rest // 7, days=rest % 7)
    return words("ui.age.short", months=months, weeks=rest // 7)


def station(words: Words, at: Station) -> str:
    """The name of a check, or the title of another page of the walk."""
    return words.checks[at.check].name if at.check else words(f"help.{at.kind}.title")


def number(pack: Pack, region: str | None) -> str:
    """The emergency number of the chosen region, or the words for none."""
    for known in pack.protocol.regions:
        if known.id == region and known.emergency:
            return known.emergency
    return pack.words("regions.words.unknown")


def whom_to_call(pack: Pack, chosen: str | None, unsure: Sequence[str]) -> str:
    """What to do about the signs one is `unsure` of, with the number of the chosen region."""
    emergency = number(pack, chosen)
    said = pack.words("gate.page.not_sure", emergency=emergency)
    parts = (to_do_first(pack, unsure), said, nurse_to_ask(pack, emergency))
    return " ".join(filter(None, parts))


def region(pack: Pack, chosen: str | None) -> str:
    """The number that pages show, or why they show none."""
    if chosen is None:
        return pack.words("ui.welcome.no_region")
    found = next((known.emergency for known in pack.protocol.regions if known.id == chosen), "")
    if not found:
        return pack.words("ui.welcome.region_unlisted")
    return pack.words("ui.welcome.region", number=found)


def expired(pack: Pack, walk: Walk, today: date) -> str:
    """Why a screening starts anew."""
    if walk.begins_later(today):
        return pack.words("ui.home.ahead")
    return pack.words("ui.home.expired", days=pack.protocol.result.times.screening_days)


def answers(words: Words, check: str, chosen: tuple[str, ...] | list[str]) -> str:
    """The labels of some answers of a check."""
    known = words.checks[check].answers
    return ", ".join(known[answer].label for answer in chosen if answer in known)


def differ(words: Words, check: Check) -> str:
    """What it means that the two sides of a check differ."""
    if check.derive is None:
        return words("ui.check.differ_text")
    sentence = words.answer(check.id, check.derive.answer).sentence
    return f"{sentence} {words('ui.check.differ_other')}"


def side_question(words: Words, check: Check, entry: Mapping[str, Any]) -> str:
    """What is asked of answers that belong to one side, and why where both sides are the same."""
    asked = side_asked(words, check, entry)
    if len(_side_questions(words, check, entry)) > 1:
        return words("ui.check.which_side_all", questions=asked)
    return words("ui.check.same_apart", question=asked) if entry.get("left") else asked


def note_title(words: Words, entry: Mapping[str, Any]) -> str:
    """What is asked of the note: what was seen, where no answer says it."""
    return words("ui.check.note_what" if fits_none(entry) else "ui.check.note_title")


def same_again(words: Words, check: Check, entry: Mapping[str, Any], side: str) -> str:
    """What giving one side the answer of the other leads to; empty where it leads to nothing."""
    other = "right" if side == "left" else "left"
    if not check.derived or entry.get(side) or not entry.get(other):
        return ""
    question = words.checks[check.id].side_question(check.derived)
    return words("ui.check.same_again", question=question)


def side_asked(words: Words, check: Check, entry: Mapping[str, Any]) -> str:
    """That question alone, or each of several, to stand before the answer."""
    return " ".join(_side_questions(words, check, entry))


def _side_questions(words: Words, check: Check, entry: Mapping[str, Any]) -> list[str]:
    known = words.checks[check.id]
    asked = [known.side_question(answer) for answer in _sided(check, entry)]
    found = list(dict.fromkeys(question for question in asked if question))
    return found or [known.which_side or words("ui.check.which_side")]


def _sided(check: Check, entry: Mapping[str, Any]) -> list[str]:
    return [answer for answer in entry.get("answers", ()) if check.by_id[answer].sided]


def sides(words: Words, check: Check, entry: Mapping[str, Any]) -> dict[str, str]:
    """What can be said of that side, each with its label."""
    said = {side: words(f"ui.check.{side}") for side in ("left", "right", "unknown")}
    if len(_sided(check, entry)) > 1:
        said["unknown"] = words("ui.check.not_all_one_side")
    return said


def last_look(pack: Pack, earlier: Sequence[Screening]) -> str:
    """When a baby was last looked at and how old it was, where its age is asked anew."""
    before = next(iter(earlier[-1:]), None)
    if before is None or before.observed_on is None or before.child.birth_date:
        return ""
    if not before.child.has_age:
        return ""
    ages = ages_of(before.child, before.observed_on, pack.protocol.result.ages)
    said = {"date": day(pack.words, before.observed_on), "age": both_ages(pack.words, ages)}
    return pack.words("ui.child.last", **said)


def looked_on(words: Words, screening: Screening, today: date) -> str:
    """The day of a look that was not today; else empty."""
    observed = screening.observed_on
    if observed is None or observed == today:
        return ""
    return words("ui.result.looked", date=day(words, observed))


def version(words: Words, n: int, newest: int) -> str:
    """The title of the result of version `n`; empty for the first where it has no other."""
    if n < newest:
        return words("ui.result.older", n=n, total=newest)
    return words("ui.result.newest", n=n) if n > 1 else ""


def help_key(kind: str) -> str:
    """The help that tells what a kind of station is."""
    return {"out_of_range": "child", "stop": "situations"}.get(kind, kind)


def poor_state(pack: Pack, check: Check, state: str) -> str:
    """What to say of a state in which a check does not count; else an empty text."""
    known = pack.protocol.state_by_id.get(state)
    if known is None or known.valid != "no" or check.any_state:
        return ""
    words = pack.words
    label = words(f"readiness.states.{state}.label")
    return words("ui.check.state_poor", state=label, again=words("readiness.page.invalid"))


__all__ = [
    "age",
    "answers",
    "both_ages",
    "day",
    "differ",
    "expired",
    "help_key",
    "last_look",
    "looked_on",
    "number",
    "plain",
    "poor_state",
    "region",
    "side_asked",
    "side_question",
    "sides",
    "title_ages",
    "units",
]
