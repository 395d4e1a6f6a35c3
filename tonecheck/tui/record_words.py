"""Whose screening it is and of which day, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from tonecheck.protocol.pack import Pack, Words
from tonecheck.protocol.unsure import action_key, asks_as_much, by_how
from tonecheck.store import ChildRow, ScreeningRow
from tonecheck.tui import say
from tonecheck.tui.cut import cut


def child_name(words: Words, child: ChildRow | None) -> str:
    """The name as short as a line needs it, or which child without one."""
    if child is not None and child.name:
        return cut(child.name, 30)
    if child is not None and child.birth_date:
        return words("ui.home.unnamed_born", date=say.day(words, child.birth_date))
    if child is not None:
        return words("ui.home.unnamed_since", date=say.day(words, child.created_at.date()))
    return words("ui.home.unnamed")


def title(words: Words, row: ScreeningRow, among: Sequence[ScreeningRow]) -> str:
    """Whose and of which day; with the time where others `among` them are of the same day."""
    whose = [other for other in among if other.child == row.child]
    name = child_name(words, row.child)
    return words("ui.home.open_title", name=name, date=when(words, row, whose))


def when(words: Words, row: ScreeningRow, among: Sequence[ScreeningRow]) -> str:
    """The day of a look; with the time it was begun where others are of the same day."""
    others = [other for other in among if other.first_id != row.first_id]
    if all(_day(other) != _day(row) for other in others):
        return say.day(words, _day(row))
    return day_time(words, next((o for o in among if o.id == row.first_id), row))


def day_time(words: Words, row: ScreeningRow) -> str:
    """The day of a look and the time it was begun."""
    time = f"{row.started_at:%H:%M}"
    return words("ui.home.day_time", date=say.day(words, _day(row)), time=time)


def outcome(
    pack: Pack, action: str, patterns: Sequence[str], unsure: Iterable[str], emergency: str
) -> str:
    """What a finished screening asked for and found, on one line.

    A sign that was answered "not sure" comes first, where it asks for more than the `action`.
    """
    words = pack.words
    hows = [how for how, _ in by_how(pack, unsure) if not asks_as_much(action, how)]
    said = [words(f"ui.home.unsure_{how.value}", emergency=emergency) for how in hows]
    said.append(words(action_key(pack, action, "headline", hows), emergency=emergency))
    said += [words(f"result.patterns.{pattern}.parent") for pattern in patterns]
    return ". ".join(line.rstrip(".") for line in said)


def _day(row: ScreeningRow) -> date:
    return row.observed_on or row.started_at.date()


def begun(words: Words, row: ScreeningRow) -> str:
    """When an unfinished one was begun, and of a later version which that is."""
    day, time = say.day(words, row.started_at.date()), f"{row.started_at:%H:%M}"
    text = words("ui.home.begun", date=words("ui.home.day_time", date=day, time=time))
    if row.revision == 1:
        return text
    return f"{text}. {words('ui.home.changing', n=row.revision)}"
