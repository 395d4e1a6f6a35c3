"""One-line builders of screenings and protocols for tests."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from tonecheck.protocol.check import Check, Mode
from tonecheck.protocol.months import first_day
from tonecheck.protocol.pack import Protocol
from tonecheck.screening.document import Screening, screening_from

OBSERVED = date(2026, 3, 1)


def screening_at(days: int, **fields: Any) -> Screening:
    """A screening of a term baby `days` old."""
    child = {"birth_date": (OBSERVED - timedelta(days=days)).isoformat()}
    return screening_from({"child": child, "observed_on": OBSERVED.isoformat(), **fields})


def at_months(months: float, **fields: Any) -> Screening:
    """A screening of a term baby on the first day it has reached `months`."""
    return screening_at(first_day(Decimal(str(months))), **fields)


def clear_gate(protocol: Protocol) -> dict[str, str]:
    """Every urgent sign answered no."""
    return {sign.id: "no" for sign in protocol.signs}


def typical_entry(check: Check, interval: int) -> dict[str, Any] | None:
    """The calmest answer a check has in an interval, or None where it is not offered."""
    if check.mode[interval] in (Mode.SKIP, Mode.LEAVE):
        return None
    read = [(a.published[interval], a.id) for a in check.answers if not a.sided]
    calm = min(((r.level, answer) for r, answer in read if r is not None), default=None)
    return {"answers": [calm[1]]} if calm else None


def typical_baby(protocol: Protocol, days: int, **fields: Any) -> Screening:
    """A screening in which every check was seen and read as calmly as it can be."""
    checks = {
        check.id: entry
        for check in protocol.checks
        if (entry := typical_entry(check, check.interval(days)))
    }
    return screening_at(days, urgent=clear_gate(protocol), checks=checks, **fields)
