"""Readings: what one answer means at one age under one rule set."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Literal

LevelName = Literal["typical", "noted", "recheck", "doctor", "prompt", "urgent"]
ActionName = Literal["none", "recheck", "doctor", "prompt", "urgent"]


class Level(IntEnum):
    """How much a reading asks for; `URGENT` also says how."""

    TYPICAL = 0
    NOTED = 1
    RECHECK = 2
    DOCTOR = 3
    PROMPT = 4
    URGENT = 5

    @property
    def key(self) -> LevelName:
        """The level's name in content and results."""
        return _LEVEL_NAMES[self]


class Direction(StrEnum):
    """Which way a reading leans."""

    NONE = "none"
    HIGH = "high"
    LOW = "low"
    SIDE = "side"
    BOTH = "both"
    LATE = "late"


class How(StrEnum):
    """What an urgent reading asks for."""

    TODAY = "today"
    CALL_NOW = "call_now"


class Action(IntEnum):
    """What the whole result asks for, least first."""

    NONE = 0
    RECHECK = 1
    DOCTOR = 2
    PROMPT = 3
    TODAY = 4
    CALL_NOW = 5

    @property
    def key(self) -> str:
        """The key of the action's words."""
        return self.name.lower()

    @property
    def level(self) -> ActionName:
        """The level's name: `today` and `call_now` are both `urgent`."""
        return _ACTION_NAMES[min(self, Action.TODAY)]

    @property
    def how(self) -> How | None:
        """What an urgent action asks for, else None."""
        return How(self.key) if self >= Action.TODAY else None


@dataclass(frozen=True, slots=True)
class Reading:
    """Direction and level of one answer; `inferred` and `weak` say how well it is founded."""

    level: Level
    direction: Direction = Direction.NONE
    how: How | None = None
    inferred: bool = False
    weak: bool = False

    @property
    def action(self) -> Action:
        """What this reading asks for by itself."""
        if self.level is Level.URGENT:
            return Action.CALL_NOW if self.how is How.CALL_NOW else Action.TODAY
        return Action(max(0, self.level - 1))

    @property
    def is_finding(self) -> bool:
        """Whether it asks for anything at all."""
        return self.level >= Level.RECHECK

    def capped(self, cap: Level) -> Reading:
        """This reading held at `cap`; nothing lowers an urgent one."""
        if self.level is Level.URGENT or self.level <= cap:
            return self
        return Reading(cap, self.direction, None, self.inferred, self.weak)


_LEVEL_NAMES: tuple[LevelName, ...] = (
    "typical", "noted", "recheck", "doctor", "prompt", "urgent",
)  # fmt: skip
_ACTION_NAMES: tuple[ActionName, ...] = ("none", "recheck", "doctor", "prompt", "urgent")
_DIRECTIONS = frozenset(direction.value for direction in Direction) - {"none"}
_HOWS = frozenset(how.value for how in How)


def parse_reading(text: str) -> Reading | None:
    """Read `[direction] level [today|call_now] [inferred] [weak]`; `-` is not read.

    Raises ValueError with the reason.
    """
    if text == "-":
        return None
    tokens = text.split()
    directions = [t for t in tokens if t in _DIRECTIONS]
    levels = [t for t in tokens if t.upper() in Level.__members__]
    hows = [t for t in tokens if t in _HOWS]
    known = {*directions, *levels, *hows, "inferred", "weak"}
    if unknown := [t for t in tokens if t not in known]:
        raise ValueError(f"unknown word {unknown[0]!r} in reading {text!r}")
    if len(levels) != 1 or len(directions) > 1 or len(hows) > 1:
        raise ValueError(f"reading {text!r} needs one level and at most one direction")
    level = Level[levels[0].upper()]
    if (level is Level.URGENT) != bool(hows):
        raise ValueError(f"reading {text!r}: urgent, and only urgent, says today or call_now")
    if level <= Level.NOTED and directions:
        raise ValueError(f"reading {text!r}: {level.key} carries no direction")
    return Reading(
        level,
        Direction(directions[0]) if directions else Direction.NONE,
        How(hows[0]) if hows else None,
        "inferred" in tokens,
        "weak" in tokens,
    )
