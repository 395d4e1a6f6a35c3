"""Scoring a whole screening, beside a loop written for it by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench.prepared import DAYS, whole_screening
from tests.bench.rotation import Row, call, ratio, rotate
from tonecheck.protocol.load import load_pack
from tonecheck.protocol.pack import Pack
from tonecheck.scoring.score import score
from tonecheck.screening.document import Screening

ROUNDS = 100


@dataclass(frozen=True, slots=True)
class _Seen:
    check: str
    answer: str
    level: int


def rows(folder: Path) -> Iterator[Row]:
    """One full screening; nothing of it is written to `folder`."""
    pack = load_pack()
    screening = whole_screening(pack)
    seconds = rotate(
        {
            "floor": call(_by_hand(pack, screening), 20),
            "app": call(lambda: score(pack, screening, (), "published"), 20),
        },
        ROUNDS,
    )
    found = ratio(seconds["app"], seconds["floor"])
    yield Row("score", "one full screening", "a loop by hand", found)


def _by_hand(pack: Pack, screening: Screening) -> Callable[[], object]:
    """Look every answer up, sort the findings into two heaps, and name the worst."""
    table: dict[tuple[str, str], int] = {}
    for check in pack.protocol.checks:
        for answer in check.answers:
            reading = answer.published[check.interval(DAYS)]
            table[check.id, answer.id] = int(reading.level) if reading else 0
    seen = [(check, a) for check, entry in screening.checks.items() for a in entry.answers]

    def loop() -> tuple[int, list[_Seen], list[_Seen]]:
        calm: list[_Seen] = []
        other: list[_Seen] = []
        worst = 0
        for check, answer in seen:
            level = table[check, answer]
            (other if level else calm).append(_Seen(check, answer, level))
            worst = max(worst, level)
        return worst, calm, other

    return loop
