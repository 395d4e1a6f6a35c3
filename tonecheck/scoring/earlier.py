"""What a scored screening hands on to later ones of the same child."""

from __future__ import annotations

from datetime import date

from tonecheck.protocol.reading import Level
from tonecheck.scoring.result import Earlier, Result


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
