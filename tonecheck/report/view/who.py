"""Who was looked at, by whom, when and how."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tonecheck.protocol.check import Mode
from tonecheck.report.view.blocks import Fact
from tonecheck.report.view.phrases import Phrases
from tonecheck.scoring.result import Result
from tonecheck.screening.document import Child, Screening
from tonecheck.screening.plain import plain_line


def who(say: Phrases, screening: Screening, result: Result) -> tuple[Fact, ...]:
    """The child, both ages, who looked, when, and how the baby was; nothing that was not told."""
    child = screening.child
    ages = result.ages
    name = plain_line(child.name or "") or say.absent("who.no_name")
    born = say.day(child.birth_date) if child.birth_date else say.absent("who.no_birth_date")
    calendar = say.ages(ages.calendar_days, screening)
    corrected = say.ages(ages.corrected_days, screening)
    if ages.place == "unknown":
        calendar, corrected = say("who.no_age"), ""
    elif ages.place == "past_range":
        corrected = say("ages.past_range", age=corrected)
    elif not ages.corrected:
        corrected = say("who.same" if ages.gestation_days else "who.same_unknown")
    facts = {
        "name": name,
        "calendar": calendar,
        "born": born,
        "corrected": corrected,
        "gestation": _gestation(say, child),
        "observer": plain_line(screening.observer or "") or say.absent("who.not_given"),
        "observed": _observed(say, screening),
        "state": _states(say, screening, result),
        "entered": say(f"entered.{screening.entered}"),
        "version": _version(say, screening),
    }
    strong = {"name", "calendar", "corrected", "version"}
    told = (
        Fact(label=say(f"who.{key}"), value=value, strong=key in strong)
        for key, value in facts.items()
        if value
    )
    return (*told, *_asked_before(say, screening))


def _version(say: Phrases, screening: Screening) -> str:
    """Which version it is; empty for the first."""
    version = screening.revision
    return say("who.version_changed", version=version) if version > 1 else ""


def _gestation(say: Phrases, child: Child) -> str:
    """The weeks of the pregnancy as told; days that were not told are not made up."""
    weeks, days = child.gestation_weeks, child.gestation_days
    if weeks is None:
        return say("who.not_given")
    if days is None:
        return say("ages.weeks_alone", weeks=weeks)
    return say("ages.weeks", weeks=weeks, days=days)


def _observed(say: Phrases, screening: Screening) -> str:
    if screening.observed_on is None:
        return say.absent("who.not_given")
    if screening.observed_at is None:
        return say.day(screening.observed_on)
    return say.moment(screening.observed_on, screening.observed_at)


def _states(say: Phrases, screening: Screening, result: Result) -> str:
    """How many checks were answered in each state; watched or recalled ones hang on no one moment.

    Empty without an answer.
    """
    counts: Counter[str | None] = Counter()
    stateless: Counter[str] = Counter()
    for check_id, entry in screening.checks.items():
        check = say.pack.protocol.by_id[check_id]
        if not entry.has_answers or entry.reported_by:
            continue
        if entry.state is None and check.mode_at(*result.ages.corrected_days) is Mode.WATCH:
            stateless["recalled" if check.recalled else "watched"] += 1
        else:
            counts[entry.state] += 1
    order = [*(state.id for state in say.pack.protocol.readiness.states), None]
    found = [(say.state(state), counts[state]) for state in order if counts[state]]
    for how in ("watched", "recalled"):
        if stateless[how]:
            found.append((say(f"who.state_{how}"), stateless[how]))
    lines = [say("who.state_count", state=state, count=count) for state, count in found]
    return " · ".join(lines)


def _asked_before(say: Phrases, screening: Screening) -> Iterator[Fact]:
    """What the parent chose of the time before the checks, such as the last feed."""
    for item in say.pack.protocol.readiness.items:
        option = screening.readiness.get(item.id)
        if option in item.options:
            key = f"readiness.items.{item.id}"
            yield Fact(
                label=say.words(f"{key}.clinical"), value=say.words(f"{key}.options.{option}")
            )
