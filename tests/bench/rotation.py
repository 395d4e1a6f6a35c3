"""Things to time take turns in one run, and only their ratios are kept."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
PYTHON = sys.executable
TONECHECK = (PYTHON, "-c", "import sys; from tonecheck.cli import main; sys.exit(main())")
"""What the installed command does."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: how many times its floor a thing takes, and what is in reach.

    `ratio` has no unit unless `unit` names one; `reach` is 0 where none is set.
    """

    area: str
    what: str
    floor: str
    ratio: float
    reach: float = 0
    unit: str = "x"


def clean(**more: str) -> dict[str, str]:
    """The environment of what is timed: with bytecode files, and no say from outside."""
    unset = {"PYTHONDONTWRITEBYTECODE", "NO_COLOR", "TEXTUAL_THEME", "COLUMNS", "LINES"}
    kept = {name: value for name, value in os.environ.items() if name not in unset}
    return {**kept, "TERM": "xterm-256color", "COLORTERM": "truecolor", **more}


def rotate(
    turns: Mapping[str, Callable[[], float]], rounds: int, warm_up: int = 2
) -> dict[str, list[float]]:
    """The seconds of each turn, round by round; the first rounds are not kept."""
    seconds: dict[str, list[float]] = {name: [] for name in turns}
    for number in range(warm_up + rounds):
        for name, turn in turns.items():
            taken = turn()
            if number >= warm_up:
                seconds[name].append(taken)
    return seconds


def ratio(seconds: Sequence[float], floor: Sequence[float]) -> float:
    """The median of the ratios of each round, so that a noisy machine cancels out."""
    return median(one / other for one, other in zip(seconds, floor, strict=True))


def process(
    command: Sequence[str], environment: Mapping[str, str] | None = None
) -> Callable[[], float]:
    """A turn that runs a command to its end; it must succeed."""
    shown = dict(environment or clean())

    def turn() -> float:
        begin = time.perf_counter()
        subprocess.run(command, env=shown, cwd=ROOT, check=True, capture_output=True)
        return time.perf_counter() - begin

    return turn


def call(work: Callable[[], object], times: int = 1) -> Callable[[], float]:
    """A turn that calls a function some times."""

    def turn() -> float:
        begin = time.perf_counter()
        for _ in range(times):
            work()
        return time.perf_counter() - begin

    return turn
