"""All that is kept: opened, compared, saved again, changed as a new version, or deleted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress

from tonecheck.store import ChildRow, ScreeningRow
from tonecheck.tui import record_words
from tonecheck.tui.changes import Item, items, looks_of
from tonecheck.tui.deletions import child_going, screening_going
from tonecheck.tui.plain.desk import Back, Desk, Option
from tonecheck.tui.plain.export import save_paper
from tonecheck.tui.plain.walk import walk_through
from tonecheck.tui.session import Session, Station

_TITLES = {"changed": "changed", "same": "same", "once": "seen_once"}


def records(desk: Desk) -> None:
    """List every screening, newest first; Enter goes back to the first page."""
    words, voice = desk.words, desk.voice
    while rows := {row.id: row for row in _rows(desk)}:
        desk.put_away()
        desk.topic = "home"
        listed = list(rows.values())
        voice.begin()
        voice.say(words("plain.records.title"))
        options = [
            Option(row.id, record_words.title(words, row, listed), _text(desk, row))
            for row in listed
        ]
        desk.offer(options)
        found: list[str] = []
        with suppress(Back):
            found = desk.pick(options, words("plain.records.pick"))
        if not found:
            return
        with suppress(Back):
            _one(desk, rows[found[0]])
    voice.say(words("ui.home.none"))


def _rows(desk: Desk) -> list[ScreeningRow]:
    """Every version, newest first."""
    store = desk.services.store
    found: list[ScreeningRow] = []
    page = store.screenings()
    while page:
        found += page
        page = store.screenings(before=page[-1].position)
    return found


def _text(desk: Desk, row: ScreeningRow) -> str:
    words = desk.words
    if not row.is_finished:
        return record_words.begun(words, row)
    unsure = desk.services.store.unsure_signs(row.id)
    said = _outcome(desk, row.action, row.patterns, unsure)
    version = words("plain.records.version", n=row.revision)
    return f"{version}. {said}" if row.revision > 1 else said


def _outcome(desk: Desk, action: str, patterns: Sequence[str], unsure: Iterable[str]) -> str:
    return record_words.outcome(desk.pack, action, patterns, unsure, desk.emergency)


def _one(desk: Desk, row: ScreeningRow) -> None:
    words = desk.words
    keys = ("open", "revise", "export", "compare", "delete") if row.is_finished else ("delete",)
    options = [Option(key, words(f"ui.home.{key}")) for key in keys]
    if row.child:
        name = record_words.child_name(words, row.child)
        options.append(Option("delete_child", words("ui.home.delete_child", name=name)))
    options.append(Option("back", words("ui.home.back")))
    while True:
        desk.put_away()
        desk.voice.begin()
        desk.voice.say(record_words.title(words, row, _rows(desk)))
        desk.offer(options)
        way = desk.pick_one(options)
        if way == "back":
            return
        if way == "compare":
            _compare(desk, row)
        elif way.startswith("delete"):
            child = row.child if way == "delete_child" else None
            if _delete(desk, row, child):
                return
        else:
            _open(desk, row, way)


def _open(desk: Desk, row: ScreeningRow, way: str) -> None:
    store = desk.services.store
    id_ = store.revise(row.id, desk.services.clock()) if way == "revise" else row.id
    desk.session = Session(desk.services, desk.pack, id_)
    if way == "export":
        save_paper(desk)
        return
    station = Station("review" if way == "revise" else "result")
    desk.put(lambda: desk.walk.go(station))
    walk_through(desk, station)


def _compare(desk: Desk, row: ScreeningRow) -> None:
    """The looks up to this one, then every item, what changed first."""
    words, voice = desk.words, desk.voice
    looks = looks_of(desk.services, desk.pack, row.id)
    voice.begin()
    voice.say(words("ui.history.title"))
    heads = [", ".join(look.head(desk.pack)) for look in looks]
    for head, look in zip(heads, looks, strict=True):
        unsure = (s for s, answer in look.screening.urgent.items() if answer == "not_sure")
        said = _outcome(desk, look.result.action_key, look.result.patterns, unsure)
        voice.say(f"{head}: {said}", "- ")
    if len(looks) < 2:
        voice.say(words("plain.records.once"))
        return
    for kind, found in items(desk.pack, looks).items():
        if found or kind == "changed":
            voice.gap()
            voice.say(words(f"plain.records.{_TITLES[kind]}", n=len(found)))
        for item in found:
            _say_item(desk, item, heads, is_short=kind == "same")


def _say_item(desk: Desk, item: Item, heads: list[str], *, is_short: bool) -> None:
    if is_short:
        desk.voice.say(f"{item.name}: {item.said[-1] or item.said[0]}", "- ")
        return
    desk.voice.say(item.name, "- ")
    for head, said in zip(heads, item.said, strict=True):
        desk.voice.say(f"{head}: {said or desk.words('ui.history.not_seen')}", "  ")


def _delete(desk: Desk, row: ScreeningRow, child: ChildRow | None) -> bool:
    """Say all that goes, and delete it where `yes` is typed; True when it is gone."""
    words, voice, store = desk.words, desk.voice, desk.services.store
    if child is None:
        going = screening_going(words, store, row)
    else:
        going = child_going(words, store, child)
    voice.begin()
    for line in going.lines:
        voice.say(line)
    if not desk.pick([Option("delete", "", "", "delete")], words("plain.records.sure")):
        return False
    going.delete()
    voice.say(words("ui.delete.done"))
    return True
