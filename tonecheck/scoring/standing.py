"""What an earlier screening asked for, where that may still stand beside today's result."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tonecheck.protocol.pack import Pack
from tonecheck.protocol.reading import Action
from tonecheck.scoring.earlier import earlier_of, readable
from tonecheck.scoring.result import Earlier, Result
from tonecheck.scoring.score import score
from tonecheck.screening.before import days_before
from tonecheck.screening.document import Screening


@dataclass(frozen=True, slots=True)
class Standing:
    """Advice that was given before, and the day it was given where that is known."""

    action: Action
    observed_on: date | None


def standing_advice(
    pack: Pack, screening: Screening, result: Result, earlier: Sequence[Screening]
) -> Standing | None:
    """The most that a recent earlier screening asked for, if `result` asks for less.

    Of several that asked for the same, the last; one without a day counts as recent.
    """
    limit = pack.protocol.result.times.advice_days
    found: Standing | None = None
    before: list[Earlier] = []
    for old in sorted(readable(pack, earlier), key=lambda old: str(old.observed_on or "")):
        read = score(pack, old, before, result.rules)
        if old.observed_on is not None:
            before.append(earlier_of(old.observed_on, read))
        if (days_before(screening, old) or 0) > limit:
            continue
        if found is None or read.asks_for >= found.action:
            found = Standing(read.asks_for, old.observed_on)
    return found if found and found.action > result.asks_for else None
