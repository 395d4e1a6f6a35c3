"""What is known of the check that is asked just now, and how an answer to it is kept."""

from __future__ import annotations

from typing import Any

from tonecheck.protocol.check import Answer
from tonecheck.screening.draft import Change
from tonecheck.screening.walk import Card
from tonecheck.tui import say
from tonecheck.tui.plain.answers import set_answers
from tonecheck.tui.plain.desk import Desk, Moved, Option
from tonecheck.tui.session import Station


class CheckTalk:
    """One check at the desk."""

    def __init__(self, desk: Desk, station: Station) -> None:
        self.desk = desk
        self.station = station
        self.session = desk.walk
        self.id = station.check
        self.words = desk.words.checks[self.id]
        self.is_new = False
        self.wants_sides = False

    @property
    def card(self) -> Card:
        return self.session.walk.card(self.id)

    @property
    def entry(self) -> dict[str, Any]:
        return self.session.walk.entry(self.id)

    def chosen(self, field: str) -> tuple[str, ...]:
        return tuple(self.entry.get(field, ()))

    @property
    def is_apart(self) -> bool:
        return bool(self.chosen("left") or self.chosen("right"))

    @property
    def derived(self) -> str:
        """The answer that says no more than that the sides differ, or an empty text."""
        return self.card.check.derived

    @property
    def has_sided(self) -> bool:
        return any(self.card.check.by_id[a].sided for a in self.chosen("answers"))

    @property
    def has_said(self) -> bool:
        return bool(set(self.entry) - {"note", "state"})

    def keep(self, changes: list[Change]) -> None:
        """Save; something newly urgent is shown before anything else."""
        self.desk.keep(changes, self.station)
        if self.session.new_alarms():
            raise Moved(self.station)

    def prompt(self, way: str, *, takes_many: bool) -> str:
        """A prompt for one number, or for several; `way` is what Enter alone does, if anything."""
        asked = "numbers" if takes_many else "number"
        return self.desk.prompt(asked, way) if way else self.desk.prompt(asked)

    def options(self, answers: list[Answer]) -> list[Option]:
        known = self.words.answers
        return [Option(a.id, known[a.id].label, known[a.id].sentence) for a in answers]

    def choose(self, chosen: list[str], side: str = "") -> None:
        self.keep(set_answers(self.session.walk, self.id, chosen, side))
        words = self.desk.words
        said = say.answers(words, self.id, chosen)
        if side:
            label = words(f"result.sides.{side}.label").capitalize()
            said = words("ui.review.side", side=label, answers=said)
        self.desk.say_saved(said)
