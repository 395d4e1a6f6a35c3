"""The result: what was read, what it adds up to, and how well it is founded."""

from __future__ import annotations

from datetime import date
from typing import Literal

from tonecheck.protocol.check import RuleSet
from tonecheck.protocol.reading import (
    Action,
    ActionName,
    Direction,
    How,
    Level,
    LevelName,
    Reading,
)
from tonecheck.screening.document import NotSeen, Record, Side

RESULT_FORMAT: Literal["tonecheck-result-1"] = "tonecheck-result-1"
Pattern = Literal[
    "hypertonic", "hypotonic", "mixed", "asymmetric", "unclear", "normal", "incomplete"
]
_LEVELS = {level.key: level for level in Level}


OF_REASON = "not_seen:"
"""How the rule of a finding begins that is no answer, but the reason why there is none."""


class Finding(Record):
    """One answer as one rule set reads it. `rule` names content file, answer and interval."""

    check: str
    answer: str
    side: Side | None = None
    group: str
    direction: Direction
    level: LevelName
    how: How | None = None
    route: str | None = None
    rule: str
    sources: tuple[str, ...] = ()
    inferred: bool = False
    weak: bool = False
    raised_by: str | None = None
    capped_by: str | None = None
    reported_by: str | None = None

    @property
    def severity(self) -> Level:
        """The level as an ordered Level."""
        return _LEVELS[self.level]

    @property
    def is_of_reason(self) -> bool:
        """Whether it is why a check has no answer; `answer` names the reason then."""
        return self.rule.startswith(OF_REASON)

    @property
    def asks_for(self) -> Action:
        """What this finding asks for by itself."""
        return Reading(self.severity, self.direction, self.how).action


class ItemReading(Record):
    """One given answer as both rule sets read it; None where a set says nothing."""

    check: str
    answer: str
    side: Side | None = None
    derived: bool = False
    published: Finding | None
    article: Finding | None


class Coverage(Record):
    """How much was seen of what could be; checks that cannot reach a doctor do not count."""

    seen: int
    total: int
    enough: bool
    regions: tuple[str, ...]
    compared: int


class Asymmetry(Record):
    """Which checks name which side."""

    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


class ArticleView(Record):
    """What the article's own rules make of the same answers."""

    patterns: tuple[Pattern, ...]
    action: ActionName
    how: How | None = None
    findings: tuple[Finding, ...] = ()


class AgeView(Record):
    """Both ages in days (first and last day the entry can mean) and where they fall."""

    calendar_days: tuple[int, int]
    corrected_days: tuple[int, int]
    corrected: bool
    gestation_days: int | None
    place: Literal["in_range", "before_term", "past_range", "future", "unknown"]


class ContentView(Record):
    """Which content read the answers."""

    version: str
    fingerprint: str
    reviewed: bool


class Missed(Record):
    """A check that was offered and not seen, why where that was said, and if coverage counts it."""

    check: str
    counted: bool
    reason: NotSeen | None = None
    situation: str | None = None


class Result(Record):
    """What a screening adds up to. Not validated; never a diagnosis, never an all-clear."""

    format: Literal["tonecheck-result-1"] = RESULT_FORMAT
    rules: RuleSet
    patterns: tuple[Pattern, ...]
    asymmetry: Asymmetry | None = None
    action: ActionName
    how: How | None = None
    floors: tuple[str, ...] = ()
    coverage: Coverage
    counts: dict[str, dict[str, int]]
    findings: tuple[Finding, ...]
    readings: tuple[ItemReading, ...]
    sources_differ: tuple[ItemReading, ...]
    missed: tuple[Missed, ...] = ()
    article: ArticleView
    ages: AgeView
    content: ContentView

    @property
    def action_key(self) -> str:
        """The key of the action's words: none, recheck, doctor, prompt, today or call_now."""
        return self.how.value if self.how else self.action

    @property
    def asks_for(self) -> Action:
        """The action as an ordered Action."""
        return Action[self.action_key.upper()]

    @property
    def rests_on_one(self) -> bool:
        """Whether a single check carries the result."""
        return len({finding.check for finding in self.findings}) == 1


class Earlier(Record):
    """What an earlier screening of the same child found, as far as scoring needs it."""

    observed_on: date
    findings: tuple[Finding, ...] = ()
    not_calm: tuple[str, ...] = ()
