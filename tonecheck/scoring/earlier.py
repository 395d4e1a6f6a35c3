"""What a scored screening hands on to later ones of the same child."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tonecheck.protocol.pack import Pack
from tonecheck.protocol.reading import Level
from tonecheck.scoring.result import Earlier, Result
from tonecheck.scoring.score import score
from tonecheck.screening.document import Screening
from tonecheck.screening.validate import problems


def readable(pack: Pack, screenings: Iterable[Screening]) -> tuple[Screening, ...]:
    """The screenings that `pack` knows every field of."""
    return tuple(old for old in screenings if not any(problems(pack.protocol, old)))


def earlier_readings(pack: Pack, screenings: Iterable[Screening]) -> tuple[Earlier, ...]:
    """What dated earlier screenings hand on, each read again with `pack`.

    One that `pack` does not know every field of hands on nothing.
    """
    return tuple(
        earlier_of(old.observed_on, score(pack, old))
        for old in readable(pack, screenings)
        if old.observed_on is not None
    )


def earlier_of(observed_on: date, result: Result) -> Earlier:
    """The published findings and the checks that found the baby never calm."""
    if result.rules == "published":
        findings = result.findings
    else:
        read = (item.published for item in result.readings)
        findings = tuple(f for f in read if f is not None and f.severity >= Level.RECHECK)
    return Earlier(
        observed_on=observed_on,
        findings=findings,
        not_calm=tuple(missed.check for missed in result.missed if missed.reason == "crying"),
    )
