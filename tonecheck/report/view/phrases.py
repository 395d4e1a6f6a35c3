"""Small phrases every part of the report uses: ages, dates, names, readings."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from tonecheck.protocol.check import Span
from tonecheck.protocol.pack import Pack
from tonecheck.protocol.reading import Direction, How, Level, Reading
from tonecheck.report.privacy import Privacy
from tonecheck.scoring.result import Finding, ItemReading
from tonecheck.screening.document import CheckEntry, Screening
from tonecheck.screening.plain import plain_line
from tonecheck.screening.spoken_age import spoken_age


class Phrases:
    """The words of one pack, joined to the phrases of a clinician's page."""

    def __init__(self, pack: Pack, privacy: Privacy = "full") -> None:
        self.pack = pack
        self.words = pack.words
        self._tells_all = privacy != "none"

    def __call__(self, key: str, **values: object) -> str:
        """The text of the report section at `key`, its {names} filled in."""
        return self.words(f"report.{key}", **values)

    def texts(self, key: str) -> tuple[str, ...]:
        """The list of texts at `key`."""
        return self.words.lines(f"report.{key}")

    def absent(self, key: str) -> str:
        """The text at `key` for what was not given, unless names and dates were left out."""
        return self(key if self._tells_all else "privacy.left_out")

    def day(self, day: date) -> str:
        """A day, month by its name."""
        month = self.words.lines("report.dates.months")[day.month - 1]
        return self("dates.day", day=day.day, month=month, year=day.year)

    def told_day(self, day: date | None) -> str:
        """A day; empty without one, and where dates are left out."""
        return self.day(day) if day and self._tells_all else ""

    def moment(self, day: date, time: str) -> str:
        """A day with a time as HH:MM."""
        month = self.words.lines("report.dates.months")[day.month - 1]
        return self("dates.moment", day=day.day, month=month, year=day.year, time=time)

    def made(self, made_at: datetime) -> str:
        """When the report was made, to the minute."""
        if not self._tells_all:
            return self("privacy.left_out")
        return self.moment(made_at.date(), made_at.strftime("%H:%M"))

    def ages(self, days: tuple[int, int], screening: Screening) -> str:
        """An age at a screening, or the two ages it can lie between."""
        reached_on = screening.observed_on if screening.child.birth_date else None
        first, last = (self._age(day, reached_on) for day in days)
        return first if first == last else self("ages.span", first=first, last=last)

    def _age(self, days: int, reached_on: date | None) -> str:
        """An age in months and days; before the due date it is said so."""
        if days < 0:
            return self("ages.before_term")
        months, rest = spoken_age(days, reached_on)
        return " ".join(
            self.words.count(f"ui.age.{unit}", n) for unit, n in (("month", months), ("day", rest))
        )

    def moved(self, count: int) -> str:
        """What stands on page 1 for a list that it has no room for."""
        return self("overflow.moved", count=count)

    def check(self, check: str) -> str:
        """A check in clinicians' words."""
        return self.words.checks[check].clinical

    def checks(self, checks: Iterable[str]) -> str:
        """Checks in clinicians' words, each once."""
        return "; ".join(self.check(check) for check in dict.fromkeys(checks))

    def answer(self, check: str, answer: str, side: str | None = None) -> str:
        """An answer in clinicians' words, its side filled in where they have a place for it.

        Or the reason why there is none, where that is a finding.
        """
        if answer in self.words.checks[check].answers:
            words = self.words.answer(check, answer)
            return words.clinical.format(side=self(f"sides.{side or 'unknown'}"))
        return self.words(f"result.not_seen.{answer}.clinical")

    def side(self, side: str | None) -> str:
        """A side; empty for none."""
        return self.words(f"result.sides.{side}.clinical") if side else ""

    def state(self, state: str | None) -> str:
        """A behavioural state, or that none was recorded."""
        if state is None:
            return self("who.state_unrecorded")
        return self.words(f"readiness.states.{state}.clinical")

    def named(self, check: str, answer: str, side: str | None) -> str:
        """A check and an answer in clinicians' words, with its side."""
        return self(
            "trace.finding", check=self.check(check), answer=self.sided(check, answer, side)
        )

    def sided(self, check: str, answer: str, side: str | None) -> str:
        """An answer in clinicians' words, with its side."""
        text = self.answer(check, answer, side)
        said = self.words.checks[check].answers.get(answer)
        if side is None or (side != "unknown" and said and said.names_side):
            return text
        return self("trace.sided", answer=text, side=self.side(side))

    def sign(self, reference: str) -> str:
        """The clinician's name of `check.answer`, `urgent.sign` or `background.question`."""
        kind, _, rest = reference.partition(".")
        if kind == "urgent":
            return self.words(f"gate.{rest}.clinical")
        if kind == "background":
            return self.words(f"background.{rest}.clinical")
        return self.named(kind, rest, None)

    def is_off_state(self, check: str, entry: CheckEntry) -> bool:
        """Whether an answer was seen in a state that makes it count for less."""
        if entry.state is None or self.pack.protocol.by_id[check].any_state:
            return False
        return self.pack.protocol.state_by_id[entry.state].valid == "no"

    def restless(self, screening: Screening) -> list[str]:
        """The checks that were answered in a state in which they do not count as seen."""
        answered = (check for check, entry in screening.checks.items() if entry.has_answers)
        return [c for c in answered if self.is_off_state(c, screening.checks[c])]

    def reading(self, finding: Finding | None, *, is_reporter_named: bool = True) -> str:
        """A reading in clinicians' words, with every mark that weakens it."""
        if finding is None:
            return self("reading.unread")
        text = self._level(finding.check, finding.level, finding.how, finding.direction)
        marks = list(self._marks(finding, is_reporter_named))
        return f"{text} [{'; '.join(marks)}]" if marks else text

    def bare_reading(self, check: str, reading: Reading) -> str:
        """A reading out of the tables of a check, without a given answer."""
        return self._level(check, reading.level.key, reading.how, reading.direction)

    def lean(self, check: str, direction: Direction) -> str:
        """A direction, as it is said of a reflex or of a skill where the check is of one."""
        key = f"result.directions.{direction.value}.clinical"
        window = self.pack.protocol.by_id[check].window
        of_kind = f"{key}_{window.kind}" if window else key
        return self.words(of_kind if self.words.find(of_kind) else key)

    def _level(self, check: str, name: str, how: How | None, direction: Direction) -> str:
        level = self.words(f"result.levels.{name}.clinical")
        if how:
            level = self("reading.urgent", level=level, how=self(f"reading.how_{how.value}"))
        if direction is Direction.NONE:
            return level
        return self("reading.full", level=level, direction=self.lean(check, direction))

    def _marks(self, finding: Finding, is_reporter_named: bool) -> Iterable[str]:
        if finding.inferred:
            yield self("reading.inferred")
        if finding.weak:
            yield self("reading.weak")
        if finding.capped_by:
            yield self("reading.capped", state=self.state(finding.capped_by))
        if finding.raised_by:
            yield self("reading.raised", by=self.sign(finding.raised_by))
        if finding.reported_by and is_reporter_named:
            yield self("reading.reported", who=plain_line(finding.reported_by))

    def window(self, span: Span | None, kind: str) -> str:
        """A window in words, in months."""
        if span is None or span.end is None:
            return self("differ.window_none")
        values = {"from": _number(span.start), "typical": _number(span.end)}
        grey = span.grey_until is not None and span.grey_until > span.end
        if grey and span.grey_until is not None:
            values["grey"] = _number(span.grey_until)
        if kind == "milestone":
            name = "window_milestone_grey" if grey else "window_milestone"
        else:
            name = "window_grey" if grey else "window_until"
        return self(f"differ.{name}", **values)


def is_odd(item: ItemReading) -> bool:
    """Whether either rule set reads an answer as a finding."""
    return any(
        finding is not None and finding.severity >= Level.RECHECK
        for finding in (item.published, item.article)
    )


def _number(months: Decimal) -> str:
    return f"{months.normalize():f}"
