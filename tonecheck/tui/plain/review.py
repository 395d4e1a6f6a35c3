"""Every answer on one list; a line taken is gone to, and one comes back."""

from __future__ import annotations

from tonecheck.screening.walk import Status
from tonecheck.tui import say
from tonecheck.tui.plain.about import worry as ask_worry
from tonecheck.tui.plain.answers import said_of
from tonecheck.tui.plain.desk import Desk, Moved, Option
from tonecheck.tui.session import Station

_BEFORE = ("gate", "child", "situations", "background", "readiness")


def review(desk: Desk, station: Station, focus: str) -> None:
    """Look everything over; on to the worry once more, then the result."""
    words, voice, session = desk.words, desk.voice, desk.walk
    session.is_reviewing = session.is_closing = False
    voice.begin()
    voice.say(words("ui.review.title"))
    gaps = sum(card.status is Status.OPEN for card in session.asked)
    options = [Option(s.key, _title(desk, s), _text(desk, s)) for s in _before(desk)]
    for card in session.asked:
        said = said_of(words, session.walk, card.check.id)
        key = "skipped" if card.status is Status.NOT_SEEN else "open"
        name = words.checks[card.check.id].name
        fallback = words(f"ui.check.{key}").capitalize()
        options.append(Option(f"check.{card.check.id}", name, said or fallback))
    if session.left:
        leave = Station("leave")
        options.append(Option("leave", words("ui.leave.title"), _text(desk, leave)))
    options.append(Option("worry", words("ui.review.worry"), _text(desk, Station("worry"))))
    desk.offer(options)
    voice.gap()
    voice.say(words("ui.review.gaps", n=gaps) if gaps else words("ui.review.complete"))
    found = desk.pick(options, words("plain.review.pick"))
    if found:
        session.is_reviewing = True
        session.reviewed = found[0]
        kind, _, check = found[0].partition(".")
        raise Moved(Station(kind, check))
    session.is_closing = True
    desk.topic = "worry"
    ask_worry(desk, Station("worry"), "")
    session.is_closing = False


def _before(desk: Desk) -> list[Station]:
    return [station for station in desk.walk.stations if station.kind in _BEFORE]


def _title(desk: Desk, station: Station) -> str:
    return desk.words(f"help.{station.kind}.title")


def _text(desk: Desk, station: Station) -> str:
    texts = {
        "gate": _gate,
        "child": _child,
        "situations": _situations,
        "background": _background,
        "readiness": _readiness,
        "leave": _leave,
        "worry": _worry,
    }
    return texts[station.kind](desk) or desk.words("plain.review.blank")


def _gate(desk: Desk) -> str:
    words, found = desk.words, []
    given = desk.walk.draft.table("urgent")
    for answer, key in (("yes", "signs_yes"), ("not_sure", "signs_unsure")):
        named = [words(f"gate.{sign}.question") for sign, a in given.items() if a == answer]
        if named:
            found.append(words(f"ui.review.{key}", signs=" ".join(named)))
    return " ".join(found) or words("ui.review.signs_none")


def _child(desk: Desk) -> str:
    ages = desk.walk.walk.ages
    name = say.short(str((desk.walk.draft.get("child") or {}).get("name") or ""), 40)
    said = say.both_ages(desk.words, ages) if ages else ""
    return ". ".join(part for part in (name, said) if part)


def _situations(desk: Desk) -> str:
    chosen = desk.walk.draft.get("situations", ())
    said = "; ".join(desk.words(f"situations.{s}.label") for s in chosen)
    return said or desk.words("ui.review.nothing")


def _background(desk: Desk) -> str:
    return desk.words("ui.review.background", n=len(desk.walk.draft.table("background")))


def _readiness(desk: Desk) -> str:
    return say.short(str(desk.walk.draft.get("observer") or ""), 60)


def _leave(desk: Desk) -> str:
    found = []
    for card in desk.walk.left:
        said = said_of(desk.words, desk.walk.walk, card.check.id)
        if said:
            found.append(f"{desk.words.checks[card.check.id].name}: {said}")
    return "; ".join(found) or desk.words("ui.review.trained")


def _worry(desk: Desk) -> str:
    given = desk.walk.draft.get("worry") or {}
    level = given.get("level")
    said = desk.words(f"ui.common.{level}") if level else desk.words("ui.review.open")
    text = say.short(str(given.get("words") or ""), 200)
    return f"{said}. {text}" if text else said
