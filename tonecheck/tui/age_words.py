"""What a week, or the other age, would make graver, in parents' words."""

from __future__ import annotations

from collections.abc import Iterator

from tonecheck.protocol.pack import Pack
from tonecheck.scoring.result import Result
from tonecheck.scoring.trace import age_edges
from tonecheck.screening.document import Screening


def edges(pack: Pack, screening: Screening, result: Result) -> Iterator[str]:
    """The answers that by a week, or the other age, would ask for more than the result does."""
    words = pack.words
    for edge in age_edges(pack.protocol, screening):
        if edge.then.action <= result.asks_for:
            continue
        answer = words.answer(edge.check, edge.answer).label
        name = words("result.edge.row", check=words.checks[edge.check].name, answer=answer)
        level = words(f"result.levels.{edge.then.level.key}.label")
        yield words(f"result.edge.{edge.because}", check=name, reading=level)
