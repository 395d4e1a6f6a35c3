"""One check of the checklist: its ages, modes, answers and readings. Language-free."""

from __future__ import annotations

from bisect import bisect_right
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from itertools import combinations
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from tonecheck.protocol.months import first_day
from tonecheck.protocol.reading import Level, Reading, parse_reading

Region = Literal["head_trunk", "arms", "legs"]
AXIAL: Region = "head_trunk"
"""The part whose side says where to (turned, tipped, bent), not which side does less."""
Route = Literal["hip", "neck", "arm", "movement", "hearing"]
RuleSet = Literal["published", "article"]
RULE_SETS: tuple[RuleSet, ...] = ("published", "article")
Months = Annotated[Decimal, BeforeValidator(lambda value: Decimal(str(value)))]


def _reading(value: Any) -> Reading | None:
    if value is None or isinstance(value, Reading):
        return value
    if not isinstance(value, str):
        raise ValueError("a reading is a text such as 'high doctor'")
    return parse_reading(value)


CellReading = Annotated[Reading | None, BeforeValidator(_reading)]


class Frozen(BaseModel):
    """A frozen model that refuses unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Mode(StrEnum):
    """Whether and how a check is offered at an age."""

    DO = "do"
    OPTIONAL = "optional"
    WATCH = "watch"
    LEAVE = "leave"
    SKIP = "skip"

    @property
    def is_hands_on(self) -> bool:
        """Whether a parent does something for it."""
        return self in (Mode.DO, Mode.OPTIONAL)


class Sides(StrEnum):
    """Whether left and right are asked apart."""

    PAIRED = "paired"
    WHICH = "which"
    NONE = "none"


class Raise(Frozen):
    """The readings an answer is raised to when any of the named signs is present."""

    any: tuple[str, ...] = Field(min_length=1)
    published: tuple[CellReading, ...]


class Answer(Frozen):
    """One thing a parent may see, with its reading at every age in both rule sets."""

    id: str
    alone: bool = False
    scale: str | None = None
    whole: bool = False
    sided: bool = False
    group: str | None = None
    marks: tuple[Region, ...] = ()
    route: Route | None = None
    matches: Literal["too_stiff", "too_floppy"] | None = None
    told: bool = True
    sources: tuple[str, ...] = ()
    weak: bool = False
    published: tuple[CellReading, ...]
    article: tuple[CellReading, ...]
    raised: Raise | None = Field(default=None, alias="with")

    def __hash__(self) -> int:
        return hash(self.id)  # Enough to tell them apart, and far quicker than all they hold.

    def excludes(self, other: Answer) -> bool:
        """Whether choosing this one takes the place of another answer of its check."""
        return self.alone or other.alone or (self.scale is not None and self.scale == other.scale)

    def readings(self, rules: RuleSet) -> tuple[Reading | None, ...]:
        """The readings under one rule set, one for each age interval."""
        return self.published if rules == "published" else self.article


class Derive(Frozen):
    """The answer that a listed left/right pair adds; each pair is (does more, does less)."""

    answer: str
    pairs: tuple[tuple[str, str], ...]


class Span(Frozen):
    """A window in months; between `typical_until` and `grey_until` sources differ."""

    start: Months = Field(alias="from")
    until: Months | None = None
    typical_until: Months | None = None
    grey_until: Months | None = None
    sources: tuple[str, ...] = ()

    @property
    def end(self) -> Decimal | None:
        """Where the window ends for sure, in months."""
        return self.until if self.until is not None else self.typical_until


class Window(Frozen):
    """When a reflex is expected, or until when a milestone's absence is."""

    kind: Literal["reflex", "milestone"] = "reflex"
    article: Span | None = None
    published: Span | None = None


class Check(Frozen):
    """A check as data; `ages` are the first months of its half-open intervals."""

    id: str
    order: int
    region: Region
    covers: tuple[Region, ...] = ()
    marks: tuple[Region, ...] = ()
    sides: Sides
    any_state: bool = False
    recalled: bool = False
    requires: str | None = None
    ages: tuple[Months, ...] = Field(min_length=1)
    mode: tuple[Mode, ...]
    sources: tuple[tuple[str, ...], ...]
    window: Window | None = None
    derive: Derive | None = None
    answers: tuple[Answer, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _lists_match_ages(self) -> Check:
        count = len(self.ages)
        if self.ages[0] != 0 or any(a >= b for a, b in zip(self.ages, self.ages[1:], strict=False)):
            raise ValueError("ages must start at 0 and rise")
        lists: list[tuple[str, tuple[object, ...]]] = [
            ("mode", self.mode),
            ("sources", self.sources),
        ]
        for answer in self.answers:
            lists += [(f"answers.{answer.id}.{r}", answer.readings(r)) for r in RULE_SETS]
            if answer.raised:
                lists.append((f"answers.{answer.id}.with.published", answer.raised.published))
        for name, values in lists:
            if len(values) != count:
                raise ValueError(f"{name} has {len(values)} entries for {count} ages")
        return self

    def __hash__(self) -> int:
        return hash(self.id)

    @cached_property
    def first_days(self) -> tuple[int, ...]:
        """The first day of age of each interval."""
        return tuple(first_day(age) for age in self.ages)

    @property
    def derived(self) -> str:
        """The answer that says no more than that the sides differ, or an empty text."""
        return self.derive.answer if self.derive else ""

    @cached_property
    def by_id(self) -> dict[str, Answer]:
        """The answers by their ids."""
        return {answer.id: answer for answer in self.answers}

    @cached_property
    def needed(self) -> tuple[str, str]:
        """The check, and its answer, that this one is asked after; two empty texts without."""
        check, _, answer = (self.requires or "").partition(".")
        return check, answer

    def interval(self, days: int) -> int:
        """The index of the interval that holds `days` of age (0 or more)."""
        return bisect_right(self.first_days, days) - 1

    def intervals(self, first: int, last: int) -> range:
        """The indexes of every interval that the days `first` to `last` touch."""
        start = self.interval(max(first, 0))
        return range(start, (start if last == first else self.interval(max(last, 0))) + 1)

    def mode_at(self, first: int, last: int) -> Mode:
        """The mode over the days `first` to `last`; the most careful one touched."""
        touched = self.intervals(first, last)
        modes = self.mode[touched.start : touched.stop]
        if len(modes) == 1:
            return modes[0]
        if Mode.LEAVE in modes:
            return Mode.LEAVE
        shown = [mode for mode in modes if mode is not Mode.SKIP]
        return shown[0] if shown else Mode.SKIP

    def reaches(self, level: Level, interval: int) -> bool:
        """Whether any answer reads `level` or above under the published rules there."""
        cells = (answer.published[interval] for answer in self.answers)
        return any(cell is not None and cell.level >= level for cell in cells)

    def takes_many(self, *, by_side: bool = False) -> bool:
        """Whether more than one answer may be given, of the whole baby or of one side."""
        free = [a for a in self.answers if a.id != self.derived and not (by_side and a.whole)]
        return any(not a.excludes(b) for a, b in combinations(free, 2))

    def marked_by(self, answer: str) -> tuple[Region, ...]:
        """The parts of the body that a finding of `answer` is of; of the check without one."""
        found = self.by_id.get(answer)
        return (found and found.marks) or self.marks or (self.region,)

    def group_of(self, answer: Answer) -> str:
        """What the answer sees; answers of one group count once."""
        return answer.group or self.id
