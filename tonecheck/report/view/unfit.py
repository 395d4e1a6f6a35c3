"""Answers that do not go together: opposite sides of the same limbs, or not true at once."""

from __future__ import annotations

from tonecheck.protocol.check import Region
from tonecheck.report.view.phrases import Phrases
from tonecheck.scoring.opposed import opposed
from tonecheck.scoring.result import Result
from tonecheck.screening.contradictions import contradictions
from tonecheck.screening.document import Screening


def opposite_parts(say: Phrases, result: Result) -> list[Region]:
    """The limbs of which one finding names the left and another the right."""
    return list(opposed(say.pack.protocol, result.findings))


def opposite_sides(say: Phrases, result: Result) -> str:
    """Those limbs for a clinician; empty where there are none."""
    parts = opposite_parts(say, result)
    named = "; ".join(say.words(f"result.regions.{part}.clinical") for part in parts)
    return say("computed.opposite", parts=named) if parts else ""


def unfit_clinical(say: Phrases, screening: Screening) -> str:
    """The answers that cannot both be true for a clinician; empty where there are none."""
    pairs = [
        say("computed.unfit_pair", one=say.named(*one, None), other=say.named(*other, None))
        for one, other in _unfit(say, screening)
    ]
    return say("computed.unfit_value", pairs="; ".join(pairs)) if pairs else ""


def unfit_plain(say: Phrases, screening: Screening) -> str:
    """The answers that cannot both be true for a parent; empty where there are none."""
    pairs = [
        say("parent.unfit_pair", one=_line(say, *one), other=_line(say, *other))
        for one, other in _unfit(say, screening)
    ]
    return say("parent.unfit", pairs="; ".join(pairs)) if pairs else ""


def _unfit(say: Phrases, screening: Screening) -> list[tuple[tuple[str, str], tuple[str, str]]]:
    entries = {check: dict(entry) for check, entry in screening.checks.items()}
    return list(contradictions(say.pack.protocol, entries))


def _line(say: Phrases, check: str, answer: str) -> str:
    words = say.words
    label = words.answer(check, answer).label
    return say("parent.saw_line", check=words.checks[check].name, answer=label)
