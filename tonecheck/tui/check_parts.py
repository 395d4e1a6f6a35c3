"""The lists a check asks with, one for each thing asked of it; no screen, no disk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from tonecheck.protocol.check import Check, Sides
from tonecheck.protocol.pack import Pack
from tonecheck.screening.entries import needs_side
from tonecheck.screening.walk import Card
from tonecheck.tui import say
from tonecheck.tui.not_seen import reasons
from tonecheck.tui.widgets.choice_list import Choice, numbered

DIFFER, CANNOT, WHICH = "+differ", "+cannot", "+which"
NONE, UNKNOWN, NOTHING = "+none", "+unknown", "+nothing"

Entry = Mapping[str, Any]


class CheckParts:
    """Choices for one card as its entry stands."""

    def __init__(self, pack: Pack, card: Card, entry: Entry) -> None:
        self._pack = pack
        self._card = card
        self._check: Check = card.check
        self._entry = entry
        self._say = pack.words
        self._words = pack.words.checks[card.check.id]

    def answers(self) -> list[Choice]:
        """Every answer for the whole baby, then: the sides differ, could not see.

        An answer that only says that the sides differ has no row of its own.
        """
        found = [c for c in self._choices("answers", whole=True) if c.id != self.derived]
        if self._check.sides is Sides.PAIRED:
            label, is_chosen = self._say("ui.check.differ"), self.is_apart or self.says_differ
            found.append(Choice(DIFFER, label, self._differ_text(), "many", is_chosen, "d"))
        reason = self._entry.get("not_seen")
        text = self._say(f"result.not_seen.{reason}.label") if reason else ""
        text = text or self._say("ui.check.cannot_text")
        found.append(Choice(CANNOT, self._say("ui.check.cannot"), text, "many", bool(reason), "c"))
        return numbered(found)

    def side_answers(self, side: str) -> list[Choice]:
        """The answers one side can have; beside the first, what says only that they differ."""
        found = self._choices(side, whole=False)
        if side == "left" and self.derived:
            row = Choice(
                WHICH,
                self._words.answers[self.derived].label,
                mark="many",
                is_chosen=self.says_differ,
                key="n",
                heading=self._say("ui.check.no_more"),
            )
            found.append(row)
        return numbered(found)

    def reported(self) -> list[Choice]:
        """Nothing, and the answers someone else may have told."""
        told = {answer.id for answer in self._check.answers if answer.told}
        found = [c for c in self._choices("answers", whole=True) if c.id in told or c.is_chosen]
        is_nothing = not any(choice.is_chosen for choice in found)
        nothing = Choice(NOTHING, self._say("ui.leave.nothing"), "", "many", is_nothing, "0")
        return numbered([nothing, *found])

    def _choices(self, field: str, *, whole: bool) -> list[Choice]:
        chosen = self._entry.get(field, ())
        return [
            Choice(
                answer.id,
                self._words.answers[answer.id].label,
                self._words.answers[answer.id].sentence,
                "many",
                answer.id in chosen,
            )
            for answer in self._check.answers
            if whole or not answer.whole
        ]

    @property
    def derived(self) -> str:
        """The answer that says no more than that the sides differ, or an empty text."""
        return self._check.derived

    @property
    def says_differ(self) -> bool:
        """Whether that answer was given itself."""
        return bool(self.derived) and self.derived in self._entry.get("answers", ())

    def _differ_text(self) -> str:
        said = self._by_side() if self.is_apart else []
        if self.says_differ:
            label, side = self._words.answers[self.derived].label, self._entry.get("side")
            named = self._say(f"result.sides.{side}.label") if side else ""
            said.append(self._say("ui.check.on_side", answer=label, side=named) if side else label)
        return ". ".join(said) or say.differ(self._say, self._check)

    def said(self, fields: Iterable[str]) -> str:
        """The answers under `answers`, `left` or `right`, in words; empty where there are none."""
        given = [answer for field in fields for answer in self._entry.get(field, ())]
        return say.answers(self._say, self._check.id, list(dict.fromkeys(given)))

    def _by_side(self) -> list[str]:
        said = []
        for side in ("left", "right"):
            chosen = say.answers(self._say, self._check.id, list(self._entry.get(side, ())))
            label = self._say(f"result.sides.{side}.label").capitalize()
            said.append(self._say("ui.review.side", side=label, answers=chosen or "-"))
        return said

    def side_question(self) -> str:
        """What is asked of an answer that belongs to one side."""
        return say.side_question(self._say, self._check, self._entry)

    def sides(self) -> list[Choice]:
        """Left, right, not known."""
        given = self._entry.get("side")
        return numbered(
            [
                Choice(side, label, "", "one", side == given)
                for side, label in say.sides(self._say, self._check, self._entry).items()
            ]
        )

    def states(self) -> list[Choice]:
        """How the baby was, or not known."""
        given = self._entry.get("state")
        found = [
            Choice(
                state.id,
                self._say(f"readiness.states.{state.id}.label"),
                self._say(f"readiness.states.{state.id}.words"),
                "one",
                state.id == given,
            )
            for state in self._pack.protocol.readiness.states
        ]
        return numbered([*found, Choice(UNKNOWN, self._say("ui.check.not_recorded"), "", "one")])

    def reasons(self) -> list[Choice]:
        """Why it could not be seen."""
        given = self._entry.get("not_seen")
        return [
            Choice(key, self._say(f"result.not_seen.{key}.label"), "", "one", key == given, n)
            for key, n in reasons(self._card).items()
        ]

    def matches(self, reason: str) -> list[Choice]:
        """The answers that say what a reason such as too stiff says; empty where none does."""
        found = [
            Choice(
                answer.id,
                self._words.answers[answer.id].label,
                self._words.answers[answer.id].sentence,
                "one",
            )
            for answer in self._check.answers
            if answer.matches == reason
        ]
        return numbered([*found, Choice(NONE, self._say("ui.check.match_none"))]) if found else []

    @property
    def is_apart(self) -> bool:
        return bool(self._entry.get("left") or self._entry.get("right"))

    @property
    def needs_side(self) -> bool:
        """Whether a sided answer is chosen and its side not yet said."""
        return needs_side(self._check, self._entry)

    @property
    def open_side(self) -> str:
        """The side still to be asked once the other is given, or an empty text."""
        if not self.is_apart:
            return ""
        return next((side for side in ("left", "right") if not self._entry.get(side)), "")
