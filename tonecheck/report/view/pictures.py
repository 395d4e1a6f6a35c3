"""The figure of a given answer, for the places where it is told."""

from __future__ import annotations

from tonecheck import figures
from tonecheck.report.view.model import Picture
from tonecheck.report.view.phrases import Phrases, is_odd
from tonecheck.scoring.result import Result


def picture_of(say: Phrases, check: str, answer: str, side: str | None) -> Picture | None:
    """What the answer looks like; None without a figure. A side not known is drawn as left."""
    figure = figures.answer_id(check, answer)
    if not figures.has(say.pack, figure):
        return None
    return Picture(
        svg=figures.svg(say.pack, figure, mirrored=side == "right"),
        alt=say.words(figures.alt_key(figure)),
    )


def odd_answers(result: Result, check: str) -> frozenset[tuple[str, str | None]]:
    """The given answers of a check that either rule set reads as a finding, each with its side."""
    return frozenset(
        (item.answer, item.side)
        for item in result.readings
        if item.check == check and not item.derived and is_odd(item)
    )
