"""The figure of a given answer, for the places where it is told."""

from __future__ import annotations

from tonecheck import figures
from tonecheck.errors import ContentError
from tonecheck.report.view.blocks import Picture
from tonecheck.report.view.phrases import Phrases, is_odd
from tonecheck.scoring.result import Result


def picture_of(say: Phrases, check: str, answer: str, side: str | None) -> Picture | None:
    """What the answer looks like; a side not known is drawn as left.

    None where the content has no figure, or one that cannot be drawn: a report is made without.
    """
    figure = figures.answer_id(check, answer)
    try:
        if not figures.has(say.pack, figure):
            return None
        svg = figures.svg(say.pack, figure, mirrored=side == "right")
        return Picture(svg=svg, alt=say.words(figures.alt_key(figure)))
    except ContentError:
        return None


def odd_answers(result: Result, check: str) -> frozenset[tuple[str, str | None]]:
    """The given answers of a check that either rule set reads as a finding, each with its side."""
    return frozenset(
        (item.answer, item.side)
        for item in result.readings
        if item.check == check and not item.derived and is_odd(item)
    )
