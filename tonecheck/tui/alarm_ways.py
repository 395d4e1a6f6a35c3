"""The ways on from the urgent page: to the answers behind it, or past it with a doctor's day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tonecheck.tui.session import Alarm, Session, Station


def causes(session: Session, alarms: Sequence[Alarm]) -> tuple[Station, ...]:
    """Where the answers behind the alarms were given; where the parent stands comes first."""
    keys = [alarm.key for alarm in alarms]
    keys += [a.finding.raised_by for a in alarms if a.finding and a.finding.raised_by]
    found = dict.fromkeys(_given_at(session, key.partition(".")[0]) for key in keys)
    return tuple(sorted(found, key=lambda station: station != session.at))


def _given_at(session: Session, head: str) -> Station:
    if head not in session.pack.protocol.by_id:
        return Station("gate" if head == "urgent" else head)
    is_left = any(card.check.id == head for card in session.left)
    return Station("leave") if is_left else Station("check", head)


def day_fault(session: Session, day: date) -> str:
    """Why a doctor cannot have seen the child on a day: `future`, `unborn`, or nothing."""
    if day > session.services.clock().date():
        return "future"
    born = (session.draft.get("child") or {}).get("birth_date")
    return "unborn" if born and day < date.fromisoformat(born) else ""
