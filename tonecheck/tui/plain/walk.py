"""From station to station of one screening; what is urgent comes before any of them."""

from __future__ import annotations

from collections.abc import Callable

from tonecheck.screening.walk import REVIEW
from tonecheck.tui import say
from tonecheck.tui.plain import about, check, child, gate, leave, result, review
from tonecheck.tui.plain.desk import Back, Desk, Left, Moved
from tonecheck.tui.session import Course, Session, Station

_PAGES: dict[str, Callable[[Desk, Station, str], None]] = {
    "gate": gate.gate,
    "child": child.ask_child,
    "out_of_range": about.out_of_range,
    "situations": about.situations,
    "stop": about.stop,
    "background": about.background,
    "readiness": about.readiness,
    "worry": about.worry,
    "check": check.check,
    "leave": leave.leave,
    "review": review.review,
    "result": result.result,
}


def walk_through(desk: Desk, station: Station) -> None:
    """Ask station after station; it ends by an exception: Left, Stop, or the end of the input."""
    focus = ""
    is_correcting = False
    while True:
        try:
            if not is_correcting and not desk.is_finished:
                gate.urgent(desk)
            station = _ask(desk, station, focus)
            focus, is_correcting = "", False
        except Moved as moved:
            if moved.station == REVIEW != station and not desk.walk.is_reviewing:
                desk.walk.left_for_review = station
            station, focus = _arrive(desk, moved.station), moved.focus
            is_correcting = isinstance(moved, gate.Correct)
        except Back:
            station, is_correcting = _before(desk, station), False
            focus = gate.FROM_BEHIND if station.kind == "gate" else ""


def _ask(desk: Desk, station: Station, focus: str) -> Station:
    """Ask one station and go forward; the station that comes after."""
    desk.topic = say.help_key(station.kind)
    _PAGES[station.kind](desk, station, focus)
    session = desk.walk
    if session.alarms() and not desk.is_finished:
        gate.urgent(desk)
    desk.put(lambda: session.forward(station))
    return session.at


def _arrive(desk: Desk, station: Station) -> Station:
    """Go to a station, or to the one to be at where that is no more."""
    if station not in desk.walk.stations:
        return desk.walk.at
    desk.put(lambda: desk.walk.go(station))
    return station


def _before(desk: Desk, station: Station) -> Station:
    """The station before; from the first one out; back to all answers where one jumped."""
    session: Session = desk.walk
    if session.is_reviewing and REVIEW in session.stations and station != REVIEW:
        return _arrive(desk, REVIEW)
    if station == REVIEW:
        session.course = Course.THROUGH
        left, session.left_for_review = session.left_for_review, None
        if left in session.stations:
            return _arrive(desk, left)
    first = session.stations[0]
    if station == first:
        raise Left
    desk.put(lambda: session.back(station))
    return session.at
