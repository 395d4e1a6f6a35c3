"""What it says: first what to do, then what it rests on, a part at a time."""

from __future__ import annotations

from collections.abc import Iterator

from tonecheck.report.view.blocks import Block
from tonecheck.report.view.model import ReportView
from tonecheck.scoring.result import Result
from tonecheck.tui import say
from tonecheck.tui.age_words import edges
from tonecheck.tui.headline import headline, unsaid
from tonecheck.tui.plain.desk import Back, Desk, Left, Moved, Option, Stop
from tonecheck.tui.plain.export import save_paper
from tonecheck.tui.plain.paper import view_of
from tonecheck.tui.review_words import unread_line
from tonecheck.tui.session import Session, Station
from tonecheck.tui.untouched import same_before

_LAST = 2
"""So many blocks of the parent's page, its limits and its last line, close the reading."""

Part = tuple[str, list[str]]


def result(desk: Desk, station: Station, focus: str) -> None:
    """Close the screening, read what it says, offer the paper."""
    if before := same_before(desk.walk):
        desk.put_away()
        desk.session = Session(desk.services, desk.pack, before)
    desk.put(desk.walk.finish)
    try:
        _read_out(desk)
        _ways(desk)
    except Back:
        raise Left from None
    except Moved as moved:
        if moved.station.kind != "review":
            raise
        revise(desk)


def revise(desk: Desk) -> None:
    """Back to the answers: a finished screening is changed as its next revision."""
    session = desk.walk
    store = desk.services.store
    if store.screening(session.id).is_finished:
        newest = session.newest_revision
        if session.revision < newest:
            desk.voice.say(desk.words("ui.review.newest", n=newest))
        id_ = store.revise(session.id, desk.services.clock())
        desk.session = Session(desk.services, desk.pack, id_)
    raise Moved(Station("review"))


def _read_out(desk: Desk) -> None:
    """The headline, then a part at a time; Back leads to the part before, and out of the first."""
    words, found = desk.words, desk.walk.result()
    view = view_of(desk)
    said = list(_headline(desk, found, view.still))
    version = say.version(words, desk.walk.revision, desk.walk.newest_revision)
    parts = [("", [version or words("help.result.title"), *said])]
    for title, lines in _parts(desk, found, view):
        parts.append((title, [left for line in lines if (left := unsaid(line, said))]))
    at = 0
    while True:
        _say_part(desk, *parts[at])
        at += 1
        if at == len(parts):
            return
        try:
            _pause(desk)
        except Back:
            if at == 1:
                raise
            at -= 2


def _say_part(desk: Desk, title: str, lines: list[str]) -> None:
    desk.voice.begin()
    if title:
        desk.voice.say(title)
    for line in lines:
        desk.voice.say(line, "- " if title else "")


def _pause(desk: Desk) -> None:
    while desk.pick([Option("export", "", "", "export")], desk.words("plain.result.go")):
        save_paper(desk)


def _ways(desk: Desk) -> None:
    words = desk.words
    options = [
        Option("export", words("ui.result.export")),
        Option("review", words("plain.result.review")),
        Option("again", words("plain.result.again")),
        Option("home", words("plain.result.home")),
        Option("stop", words("plain.result.stop")),
        Option("e", "", "", "export"),
    ]
    while True:
        desk.voice.begin()
        desk.voice.say(words("plain.result.what"))
        desk.offer(options[:-1])
        way = desk.pick_one(options)
        if way in ("export", "e"):
            save_paper(desk)
        elif way == "review":
            revise(desk)
        elif way == "again":
            _read_out(desk)
        elif way == "home":
            raise Left
        else:
            raise Stop


def _headline(desk: Desk, found: Result, still: str) -> Iterator[str]:
    screening = desk.walk.screening()
    if day := say.looked_on(desk.words, screening, desk.today):
        yield day
    for _, line in headline(desk.pack, screening, found, desk.emergency, still):
        yield line
    if unread := unread_line(desk.words, desk.walk):
        yield unread


def _parts(desk: Desk, found: Result, view: ReportView) -> list[Part]:
    """The parent's page, and before its last parts how ages tell."""
    page = [part for block in view.parent.blocks if (part := _part(block))]
    if found.how or found.ages.place != "in_range":
        return page
    leads = [desk.words("result.article.leads")] if found.rules == "article" else []
    more = [(desk.words("plain.result.article"), leads), _edges(desk)]
    return [*page[:-_LAST], *(part for part in more if part[1]), *page[-_LAST:]]


def _part(block: Block) -> Part | None:
    if block.kind == "bullets":
        return block.title, list(block.lines)
    if block.kind == "lines":
        return "", list(block.lines)
    return None


def _edges(desk: Desk) -> Part:
    """Answers that a week, or the other age, would read in another way."""
    lines = list(edges(desk.pack, desk.walk.screening(), desk.walk.result()))
    intro = [desk.words("result.edge.intro")] if lines else []
    return desk.words("result.edge.title"), [*intro, *lines]
