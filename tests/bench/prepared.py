"""What is timed: a made-up baby, and a store that stands at one of its checks."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from tests.factories import clear_gate, screening_at, typical_baby
from tonecheck.protocol.check import Check, Mode
from tonecheck.protocol.load import load_pack
from tonecheck.protocol.pack import Pack
from tonecheck.protocol.reading import Level
from tonecheck.screening.document import Screening
from tonecheck.screening.draft import Change
from tonecheck.store import open_store

DAYS = 180


def whole_screening(pack: Pack) -> Screening:
    """A screening in which everything asked at this age is answered."""
    return typical_baby(pack.protocol, DAYS)


def calm_check(pack: Pack) -> Check:
    """A watched check whose first answer is typical, so that no other page opens over it."""
    for check in pack.protocol.checks:
        interval = check.interval(DAYS)
        reading = check.answers[0].published[interval]
        if check.mode[interval] is Mode.WATCH and reading and reading.level is Level.TYPICAL:
            return check
    raise LookupError("the content has no watched check that begins with a typical answer")


def store_at_a_check(folder: Path) -> str:
    """Fill a new store with a screening that stands at a check, and return its id."""
    pack = load_pack()
    now = datetime.now().astimezone()
    check = calm_check(pack).id
    birth = (now.date() - timedelta(days=DAYS)).isoformat()
    screening = screening_at(DAYS, urgent=clear_gate(pack.protocol)).model_copy(
        update={"observed_on": now.date()}
    )
    passed = ["gate", "child", "situations", "worry", "background", "readiness"]
    with open_store(folder) as store:
        id_ = store.add_screening(screening, pack, now)
        store.record(
            id_,
            [
                Change("child", {"birth_date": birth, "name": "Made Up"}),
                Change(f"checks.{check}", {"note": "seen twice"}),
                Change("urgent_asked_at", now.isoformat()),
                Change("passed", passed),
                Change("at", f"check.{check}"),
            ],
            now,
        )
    return id_
