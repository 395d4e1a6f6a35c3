"""Every answer on one list; a line taken is gone to, and one comes back."""

from __future__ import annotations

from collections.abc import Iterator

from tonecheck.tui import review_words
from tonecheck.tui.plain.about import worry as ask_worry
from tonecheck.tui.plain.desk import Desk, Moved, Option
from tonecheck.tui.session import Course, Station

_AGAIN, _RESULT = "doctors_days", "result"


def review(desk: Desk, station: Station, focus: str) -> None:
    """Look everything over; on to the worry once more, then the result."""
    words, voice, session = desk.words, desk.voice, desk.walk
    came_from = session.reviewed if session.is_reviewing else ""
    session.course = Course.THROUGH
    voice.begin()
    voice.say(words("help.review.title"))
    if version := review_words.version(words, session):
        voice.say(version)
    options = list(_options(desk))
    desk.offer(options, only=next((o.id for o in options if o.id == came_from), ""))
    voice.gap()
    voice.say(review_words.summary(words, session))
    on, still = review_words.way_on(words, session), session.walk.still_to_ask
    ending = [Option(_RESULT, "", "", "export")] if still else []
    prompt = words("plain.review.pick_on", on=on) if still else words("plain.review.pick")
    found = desk.pick([*options, *ending], prompt)
    if still and not found:
        session.course = Course.FILLING
        raise Moved(still)
    if found == [_RESULT]:
        found = []
    if found == [_AGAIN]:
        desk.keep(session.doctors_days_again(), station)
        raise Moved(station)
    if found:
        session.course = Course.REVIEWING
        session.reviewed = found[0]
        kind, _, check = found[0].partition(".")
        raise Moved(Station(kind, check))
    session.course = Course.CLOSING
    desk.topic = "worry"
    ask_worry(desk, Station("worry"), "")
    session.course = Course.THROUGH


def _options(desk: Desk) -> Iterator[Option]:
    words, session = desk.words, desk.walk

    def row(kind: str, title: str) -> Option:
        return Option(kind, title, review_words.station_text(words, session, kind))

    for station in session.stations:
        if station.kind in review_words.BEFORE_CHECKS:
            yield row(station.kind, words(f"help.{station.kind}.title"))
            if station.kind == "gate" and session.has_doctors_days:
                yield Option(_AGAIN, words("ui.review.seen_again"))
    unfit = review_words.unfit(words, session)
    for card in session.asked:
        check = card.check.id
        text = review_words.check_text(words, session.walk, check, unfit.get(check, ()))
        yield Option(f"check.{check}", words.checks[check].name, text)
    if session.left:
        yield row("leave", words("help.leave.title"))
