"""Starts the line mode: welcome, what is unfinished, the walk, and a calm end to all of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TextIO

from tonecheck.errors import StoreError
from tonecheck.tui.cut import cut
from tonecheck.tui.first_words import first_words
from tonecheck.tui.plain.voice import Ear, Ended, Voice
from tonecheck.tui.services import Services

if TYPE_CHECKING:
    from tonecheck.store import ScreeningRow
    from tonecheck.tui.plain.desk import Desk, Option

INTERRUPTED = 130
_MOST_UNFINISHED = 9
_MOST_FINISHED = 5


@dataclass(frozen=True, slots=True)
class Streams:
    """Where lines come from and go to; `again` is the command that starts this mode again."""

    source: TextIO
    out: TextIO
    again: str


def run(services: Services, streams: Streams) -> int:
    """Ask until it is left, or the input ends, and return the exit code.

    Raises ToneCheckError when the content cannot be used or an answer could not be saved.
    """
    voice = Voice(streams.out)
    _say_welcome(voice, first_words(services.content_dir, services.settings.language))
    from tonecheck.protocol.load import load_pack
    from tonecheck.tui.plain.desk import Desk, Stop

    pack = load_pack(services.content_dir, services.settings.language)
    voice.hear = pack.words("plain.ask.hear")
    desk = Desk(services, pack, voice, Ear(streams.source, voice))
    code = 0
    try:
        _Guide(desk).run()
    except (Stop, Ended):
        pass
    except KeyboardInterrupt:
        voice.end_line()
        code = INTERRUPTED
    _farewell(desk, streams.again)
    return code


def _say_welcome(voice: Voice, text: dict[str, Any]) -> None:
    """What this is and is not, before anything else is read from the disk."""
    voice.say(text["title"])
    voice.say(text["tagline"])
    for line in (*text["is"], *text["is_not"]):
        voice.say(line)
    voice.gap()
    voice.say(text["disclaimer"].strip())


def _farewell(desk: Desk, again: str) -> None:
    """Say that all is saved, and how to go on; raises StoreError where it is not."""
    words, voice = desk.words, desk.voice
    voice.gap()
    if desk.session is None:
        voice.say(words("plain.end.bye"))
    else:
        if alarms := desk.session.alarms():
            key = "call_now" if any(alarm.is_call for alarm in alarms) else "today"
            voice.say(words(f"gate.page.yes_{key}", emergency=desk.emergency))
        if not desk.session.is_saved:
            voice.say(words("plain.end.unsaved"))
            desk.session.retry()
        voice.say(words("plain.end.saved"))
        desk.put_away()
    voice.line(again)


class _Guide:
    """The first page, and where a screening begins or goes on."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.services = desk.services

    def run(self) -> None:
        """Offer what can be done, again and again, until it is left."""
        from tonecheck.tui.plain.desk import Back, Left

        desk = self.desk
        desk.voice.gap()
        desk.voice.say(desk.words("plain.start.keys"))
        while True:
            desk.put_away()
            desk.topic = "welcome"
            options = list(self._ways())
            desk.voice.begin()
            desk.voice.say(desk.words("plain.start.what"))
            desk.offer(options)
            try:
                self._take(desk.pick_one(options))
            except Back:
                desk.voice.say(desk.words("plain.start.first"))
            except Left:
                desk.voice.say(desk.words("plain.start.paused"))
            except StoreError as error:
                # What a screening could not save was already said, and is asked about at the end.
                if desk.session is not None and not desk.session.is_saved:
                    raise
                desk.voice.say(f"{error.message} {error.hint}".strip())

    def _ways(self) -> Iterator[Option]:
        """What is unfinished first; then a new look, and what is finished."""
        from tonecheck.tui import record_words, say
        from tonecheck.tui.plain.desk import Option
        from tonecheck.tui.stopped_at import stopped_at

        words, store = self.desk.words, self.services.store
        unfinished = store.unfinished()
        for row in unfinished[:_MOST_UNFINISHED]:
            where = stopped_at(self.services, self.desk.pack, row)
            yield Option(f"go:{row.id}", words("ui.welcome.again", what=where))
        finished = [row for row in store.screenings() if row.is_finished]
        known = [
            child
            for child in store.children()
            if any(row.is_finished for row in store.screenings(child.id))
        ]
        for child in known:
            name = record_words.child_name(words, child)
            yield Option(f"new:{child.id}", words("ui.home.new_for", name=name))
        yield Option("new:", words("plain.start.new_other" if known else "ui.welcome.new"))
        for row in _latest(finished)[:_MOST_FINISHED]:
            yield Option(f"open:{row.id}", self._finished(row))
        if unfinished or finished:
            yield Option("records:", words("plain.start.records"))
        yield Option("region:", say.region(self.desk.pack, self.services.settings.region))

    def _name(self, name: str) -> str:
        return cut(name, 40) if name else self.desk.words("ui.welcome.unnamed")

    def _finished(self, row: ScreeningRow) -> str:
        """Whose, of which day and age, and what it said to do."""
        from tonecheck.tui import say
        from tonecheck.tui.session import Session

        name = self._name(row.child.name if row.child else "")
        day = row.observed_on or row.started_at.date()
        words = self.desk.words
        session = Session(self.services, self.desk.pack, row.id)
        age = say.title_ages(words, session.walk.ages) if session.walk.ages else ""
        said = words(f"result.actions.{row.action}.headline", emergency=self.desk.emergency)
        date = ", ".join(part for part in (say.day(words, day), age) if part)
        return words("plain.start.earlier", name=name, date=date, result=said)

    def _take(self, way: str) -> None:
        from tonecheck.tui.plain.gate import choose_region
        from tonecheck.tui.plain.walk import walk_through
        from tonecheck.tui.session import Session, Station

        kind, _, id_ = way.partition(":")
        if kind == "region":
            choose_region(self.desk)
        elif kind == "records":
            from tonecheck.tui.plain.records import records

            records(self.desk)
        elif kind == "new":
            self._begin(id_ or None)
        elif kind == "open":
            self.desk.session = Session(self.services, self.desk.pack, id_)
            walk_through(self.desk, Station("result"))
        else:
            self._go_on(id_)

    def _begin(self, child_id: str | None, before: str = "") -> None:
        """Start a screening; `before` is one whose answers are shown beside each check."""
        from tonecheck.tui.plain.gate import choose_region
        from tonecheck.tui.plain.walk import walk_through
        from tonecheck.tui.session import Session, Station

        if self.services.settings.region is None:
            choose_region(self.desk)
        now = self.services.clock()
        store, pack = self.services.store, self.desk.pack
        session = Session(
            self.services, pack, store.start(child_id, now.date(), "plain", pack, now)
        )
        if before:
            old = Session(self.services, pack, before)
            session.before = old.screening() if old.has_ages else None
        self.desk.session = session
        walk_through(self.desk, Station("gate"))

    def _go_on(self, id_: str) -> None:
        """Take a screening up where it was left, wherever that was done."""
        from tonecheck.tui import say
        from tonecheck.tui.plain.walk import walk_through
        from tonecheck.tui.session import Session

        desk, services = self.desk, self.services
        session = Session(services, desk.pack, id_)
        now = services.clock()
        if session.walk.is_expired(now.date()):
            desk.voice.say(say.expired(desk.pack, session.walk, now.date()))
            row = services.store.screening(id_)
            self._begin(row.child.id if row.child else None, before=id_)
            return
        desk.session = session
        if session.walk.gate_is_stale(now):
            desk.keep(session.walk.ask_signs_again())
            desk.voice.say(desk.words("gate.page.again"))
        walk_through(desk, session.resumed_at)


def _latest(rows: list[ScreeningRow]) -> list[ScreeningRow]:
    """Of each screening its newest finished revision, newest day first."""
    found: dict[str, ScreeningRow] = {}
    for row in rows:
        kept = found.get(row.first_id)
        if kept is None or row.revision > kept.revision:
            found[row.first_id] = row
    return list(found.values())
