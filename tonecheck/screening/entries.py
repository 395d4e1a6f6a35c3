"""What has been answered: each check as it stands for this baby, and what an answer changes.

Every intent answers with the changes to save. It never reads a clock and never names a check.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import Any, Self

from tonecheck.errors import InputError
from tonecheck.protocol.check import Check, Mode
from tonecheck.protocol.pack import Protocol
from tonecheck.screening.ages import Ages, Place, ages_of
from tonecheck.screening.document import FITS_NONE, Child, screening_from
from tonecheck.screening.draft import Change, Draft

ASKED = "urgent_asked_at"


class Status(StrEnum):
    """What has become of a check so far."""

    OPEN = "open"
    DONE = "done"
    NOT_SEEN = "not_seen"


@dataclass(frozen=True, slots=True)
class Card:
    """A check as it stands for this baby: its mode, why it is left out if it is, its status."""

    check: Check
    mode: Mode
    status: Status
    situation: str = ""
    requires: str = ""


class Entries:
    """One baby's answers, as the draft stands."""

    def __init__(self, protocol: Protocol, draft: Draft) -> None:
        self.protocol = protocol
        self.draft = draft
        self._cards: dict[str, Card] = {}

    @cached_property
    def ages(self) -> Ages | None:
        """Both ages, or None while the child is not entered or not valid."""
        child = self.draft.get("child")
        if child is None:
            return None
        try:
            screening = screening_from(
                {"child": child, "observed_on": self.draft.get("observed_on")}
            )
            return ages_of(screening.child, screening.observed_on, self.protocol.result.ages)
        except InputError:
            return None

    def changed(self, *changes: Change) -> Self:
        """The answers with changes made; what these do not touch is not worked out anew."""
        other = type(self)(self.protocol, self.draft.changed(*changes))
        fields = [change.field.split(".") for change in changes]
        if all(field[0] not in ("child", "observed_on") for field in fields):
            other.ages = self.ages
        if all(field[0] == "checks" for field in fields):
            answered = {field[1] for field in fields}
            other._cards = {
                id_: card
                for id_, card in self._cards.items()
                if not answered & {id_, card.check.needed[0]}
            }
        return other

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """Every check shown at this age, in order; none outside the range."""
        if self.ages is None or self.ages.place is not Place.IN_RANGE:
            return ()
        cards = (self.card(check.id) for check in sorted(self.protocol.checks, key=_order))
        return tuple(card for card in cards if card.mode is not Mode.SKIP)

    def card(self, check_id: str) -> Card:
        """One check as it stands; only asked where the age is in range."""
        if check_id not in self._cards:
            self._cards[check_id] = self._card(self.protocol.by_id[check_id])
        return self._cards[check_id]

    def _card(self, check: Check) -> Card:
        mode = Mode.SKIP
        if self.ages is not None:
            days = self.ages.corrected
            mode = check.mode_at(days.first, days.last)
        situation = requires = ""
        if mode is not Mode.SKIP and mode is not Mode.LEAVE:
            situation = self._left_by.get(check.id, "")
            if check.requires and not self._holds(*check.needed):
                requires = check.requires
            if situation or requires:
                mode = Mode.LEAVE
        entry = self.entry(check.id)
        status = Status.OPEN
        if reason := entry.get("not_seen"):
            status = Status.DONE if reason == FITS_NONE else Status.NOT_SEEN
        elif entry.get("answers") or (entry.get("left") and entry.get("right")):
            status = Status.DONE
        elif f"check.{check.id}" in self.draft.get("passed", ()) and (
            mode in (Mode.LEAVE, Mode.OPTIONAL)
        ):
            status = Status.NOT_SEEN
        return Card(check, mode, status, situation, requires)

    @cached_property
    def _left_by(self) -> dict[str, str]:
        """Each check that a situation leaves to others, with the first such situation."""
        chosen = self.draft.get("situations", ())
        found = (s for s in reversed(self.protocol.situations) if s.id in chosen)
        return {check: situation.id for situation in found for check in situation.leaves}

    def _holds(self, check_id: str, answer: str) -> bool:
        return answer in self.entry(check_id).get("answers", ())

    def entry(self, check_id: str) -> dict[str, Any]:
        """The answers of one check as plain data; empty while it has none."""
        return dict(self.draft.get(f"checks.{check_id}") or {})

    def choose(self, check_id: str, answer_id: str, side: str = "") -> list[Change]:
        """Choose an answer, or take it back when it is chosen; `side` is left, right or none.

        An answer that stands alone clears the others and is cleared by them, as do grades of one
        scale. Sides that were said apart and are given the same differ all the same: in what the
        check derives. Which side a one-sided answer belongs to is asked anew of other ones.
        """
        check = self.protocol.by_id[check_id]
        entry = self.entry(check_id)
        before = _sided(check, entry)
        entry.pop("not_seen", None)
        entry.pop("days_not_calm", None)
        name = side or "answers"
        chosen = list(entry.get(name, ()))
        if answer_id in chosen:
            chosen.remove(answer_id)
        else:
            added = check.by_id[answer_id]
            chosen = [c for c in chosen if not added.excludes(check.by_id[c])] + [answer_id]
        order = [answer.id for answer in check.answers]
        entry[name] = sorted(chosen, key=order.index)
        derived = check.derived
        if side:
            given = entry.get("answers", ())
            kept = [a for a in given if check.by_id[a].whole and a != derived]
            if derived and entry[name] and entry.get("left") == entry.get("right"):
                kept = [*(a for a in kept if not check.by_id[a].alone), derived]
            entry["answers"] = sorted(kept, key=order.index)
        elif answer_id == derived or not check.by_id[answer_id].whole:
            entry.pop("left", None)
            entry.pop("right", None)
        if _sided(check, entry) != before:
            entry.pop("side", None)
        return [self._entry_change(check_id, entry)]

    def differ(self, check_id: str) -> list[Change]:
        """Say that the sides differ without an answer for each, or take that back.

        Raises ValueError where the check has no answer that says so.
        """
        check = self.protocol.by_id[check_id]
        if check.derive is None:
            raise ValueError(f"{check_id} has no answer that says its sides differ")
        derived = check.by_id[check.derive.answer]
        entry = self.entry(check_id)
        if derived.id not in entry.get("answers", ()):
            for gone in (*("left", "right"), "not_seen", "days_not_calm"):
                entry.pop(gone, None)
            kept = [a for a in entry.get("answers", ()) if check.by_id[a].whole]
            entry["answers"] = [*kept, derived.id]
            entry.pop("side", None)
            return [self._entry_change(check_id, entry)]
        return self.choose(check_id, derived.id)

    def set_in_entry(self, check_id: str, name: str, value: str | None) -> list[Change]:
        """Set the side, state, note or reporter of a check; None takes it away."""
        entry = self.entry(check_id)
        if value:
            entry[name] = value
        else:
            entry.pop(name, None)
        return [self._entry_change(check_id, entry)]

    def not_seen(self, check_id: str, reason: str, is_new_day: bool = False) -> list[Change]:
        """Say why a check has no answer; its answers are taken away, its note stays.

        Where something was seen, so does the state it was seen in.
        """
        stays = {"note", "state"} if reason == FITS_NONE else {"note"}
        kept = {k: v for k, v in self.entry(check_id).items() if k in stays}
        entry: dict[str, Any] = {**kept, "not_seen": reason}
        if reason == "crying":
            before = int(self.entry(check_id).get("days_not_calm", 0))
            entry["days_not_calm"] = before + 1 if is_new_day else max(1, before)
        return [self._entry_change(check_id, entry)]

    def clear(self, check_id: str) -> list[Change]:
        """Take back everything said of a check."""
        return [Change(f"checks.{check_id}", None)]

    @staticmethod
    def _entry_change(check_id: str, entry: dict[str, Any]) -> Change:
        return Change(f"checks.{check_id}", {k: v for k, v in entry.items() if v} or None)

    def answer_signs(self, signs: Iterable[str], value: str | None, now: datetime) -> list[Change]:
        """Answer urgent signs yes, no or not_sure; None takes their answers back.

        The first answer of an asking says when it was asked: a gate left in the middle is as
        fresh as that. A doctor's date goes with the yes it belonged to.
        """
        signs = tuple(signs)
        changes = [] if self.draft.get(ASKED) else [Change(ASKED, now.isoformat())]
        changes += [Change(f"urgent.{sign}", value) for sign in signs]
        if value != "yes":
            seen = (f"seen_by_doctor.urgent.{sign}" for sign in signs)
            changes += [Change(field, None) for field in seen if self.draft.get(field)]
        return changes

    def set_child(self, child: Child) -> list[Change]:
        """Say who the baby is and how old."""
        return [Change("child", child.model_dump(mode="json", exclude_defaults=True))]

    def set_situations(self, chosen: Iterable[str]) -> list[Change]:
        """Set the situations. A private one steers this walk but is never kept."""
        kept = [s for s in chosen if not self.protocol.situation_by_id[s].private]
        return [Change("situations", kept)]


def fits_none(entry: Mapping[str, Any]) -> bool:
    """Whether what was seen is told in words alone, as no answer fits."""
    return entry.get("not_seen") == FITS_NONE


def needs_side(check: Check, entry: Mapping[str, Any]) -> bool:
    """Whether a one-sided answer is chosen and its side not yet said."""
    return bool(_sided(check, entry)) and not entry.get("side")


def _sided(check: Check, entry: Mapping[str, Any]) -> set[str]:
    """The answers given that belong to one side."""
    return {a for a in entry.get("answers", ()) if check.by_id[a].sided}


def _order(check: Check) -> int:
    return check.order
