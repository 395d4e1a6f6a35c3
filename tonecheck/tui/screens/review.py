"""Every answer with its state and note; a row taken is jumped to, and one comes back."""

from __future__ import annotations

from textual.app import ComposeResult

from tonecheck.screening.contradictions import contradictions
from tonecheck.screening.walk import Card, Status
from tonecheck.tui import say
from tonecheck.tui.screens.walk_base import StationScreen
from tonecheck.tui.session import Session, Station
from tonecheck.tui.widgets.answer_list import AnswerList
from tonecheck.tui.widgets.choice_list import Choice, ChoiceList
from tonecheck.tui.widgets.go_button import GoButton

_SIGNS = {Status.DONE: "x", Status.NOT_SEEN: "-", Status.OPEN: "."}
_UNFIT = "!"


class ReviewScreen(StationScreen):
    """The whole screening on one list; what is open and what does not fit is pointed out."""

    HELP_KEY = "review"

    def compose_body(self) -> ComposeResult:
        yield self.text("", "gap", id="top")
        yield AnswerList(id="list", more=self.words("ui.common.more"))

    def compose_foot(self) -> ComposeResult:
        yield GoButton(self.words("ui.review.go"), id="go")

    def __init__(self, session: Session, station: Station) -> None:
        super().__init__(session, station)
        session.is_reviewing = session.is_closing = False

    def on_mount(self) -> None:
        """Begin where one jumped from, else at the first gap, else at the way on."""
        self.redraw()
        rows = self.query_one(ChoiceList)
        gaps = [c.check.id for c in self.session.asked if c.status is Status.OPEN]
        gaps += list(self._unfit())
        at = self.session.reviewed or (f"check.{gaps[0]}" if gaps else "")
        rows.show(rows.choices, current=at)
        if gaps or self.session.reviewed:
            rows.focus()
        else:
            self.focus_go()

    def redraw(self) -> None:
        words = self.words
        rows = [Choice(s.key, *self._station_row(s)) for s in self._before_checks()]
        unfit = self._unfit()
        rows += [self._check_row(c, unfit.get(c.check.id, [])) for c in self.session.asked]
        if self.session.left:
            rows.append(Choice("leave", words("help.leave.title"), self._leave_text()))
        rows.append(Choice("worry", words("ui.review.worry"), self._worry_text()))
        self.query_one(ChoiceList).show(rows)
        gaps = sum(card.status is Status.OPEN for card in self.session.asked)
        marks = "   ".join(
            f"{_SIGNS[status]} {words(f'ui.check.{key}')}"
            for status, key in (
                (Status.DONE, "done"),
                (Status.NOT_SEEN, "skipped"),
                (Status.OPEN, "open"),
            )
        )
        if self.session.revision > 1:
            version = words("ui.review.version", n=self.session.revision)
            marks = f"{version}\n{marks}"
        text = words("ui.review.gaps", n=gaps) if gaps else words("ui.review.complete")
        if unfit:
            text = "\n".join([*([text] if gaps else []), words("ui.review.unfit_top")])
            marks += f"   {_UNFIT} {words('ui.review.unfit')}"
        self.set_text("#top", f"{text}\n{marks}")

    def _unfit(self) -> dict[str, list[tuple[str, str]]]:
        """For each check asked, the answers of others that cannot be true beside its own."""
        walk = self.session.walk
        entries = {card.check.id: walk.entry(card.check.id) for card in walk.cards}
        found: dict[str, list[tuple[str, str]]] = {}
        for one, other in contradictions(self.session.pack.protocol, entries):
            found.setdefault(one[0], []).append(other)
            found.setdefault(other[0], []).append(one)
        return {c.check.id: found[c.check.id] for c in self.session.asked if c.check.id in found}

    def _before_checks(self) -> list[Station]:
        kinds = ("gate", "child", "situations", "background", "readiness")
        return [s for s in self.session.stations if s.kind in kinds]

    def _station_row(self, station: Station) -> tuple[str, str]:
        title = self.words(f"help.{station.kind}.title")
        return title, getattr(self, f"_{station.kind}_text")()

    def _gate_text(self) -> str:
        words = self.words
        given = self.session.draft.table("urgent")
        yes = [words(f"gate.{sign}.question") for sign, a in given.items() if a == "yes"]
        unsure = [words(f"gate.{sign}.question") for sign, a in given.items() if a == "not_sure"]
        if not yes and not unsure:
            return words("ui.review.signs_none")
        found = [words("ui.review.signs_yes", signs=" ".join(yes))] if yes else []
        found += [words("ui.review.signs_unsure", signs=" ".join(unsure))] if unsure else []
        return " ".join(found)

    def _child_text(self) -> str:
        ages = self.session.walk.ages
        return say.both_ages(self.words, ages) if ages else self.words("ui.review.open")

    def _situations_text(self) -> str:
        chosen = self.session.draft.get("situations", ())
        said = [self.words(f"situations.{s}.label") for s in chosen]
        return "; ".join(said) or self.words("ui.review.nothing")

    def _background_text(self) -> str:
        return self.words("ui.review.background", n=len(self.session.draft.table("background")))

    def _readiness_text(self) -> str:
        return say.short(str(self.session.draft.get("observer") or ""), 60)

    def _worry_text(self) -> str:
        worry = self.session.draft.get("worry") or {}
        level = worry.get("level")
        said = self.words(f"ui.common.{level}") if level else self.words("ui.review.open")
        text = say.short(str(worry.get("words") or ""), 200)
        return f"{said}. {text}" if text else said

    def _leave_text(self) -> str:
        words = self.words
        told = []
        for card in self.session.left:
            entry = self.session.walk.entry(card.check.id)
            said = say.answers(words, card.check.id, list(entry.get("answers", ())))
            if said:
                told.append(f"{words.checks[card.check.id].name}: {said}")
        return "; ".join(told) or words("ui.review.trained")

    def _check_row(self, card: Card, unfit: list[tuple[str, str]]) -> Choice:
        words = self.words
        check = card.check.id
        entry = self.session.walk.entry(check)
        lines = []
        if entry.get("answers"):
            said = say.answers(words, check, list(entry["answers"]))
            if entry.get("side"):
                said = f"{said} ({words('result.sides.' + entry['side'] + '.label')})"
            lines.append(said)
        for side in ("left", "right"):
            if entry.get(side):
                said = say.answers(words, check, list(entry[side]))
                label = words(f"result.sides.{side}.label").capitalize()
                lines.append(words("ui.review.side", side=label, answers=said))
        if entry.get("not_seen"):
            reason = words(f"result.not_seen.{entry['not_seen']}.label")
            lines.append(words("ui.review.left_out", reason=reason))
        if entry.get("state"):
            state = words(f"readiness.states.{entry['state']}.label")
            lines.append(words("ui.review.state", state=state))
        if entry.get("note"):
            lines.append(words("ui.review.note", note=say.short(entry["note"], 120)))
        if not lines and card.status is Status.OPEN:
            lines.append(words("ui.review.open"))
        for other, answer in unfit:
            label = words.answer(other, answer).label
            lines.append(words("ui.review.unfit_row", check=words.checks[other].name, answer=label))
        sign = _UNFIT if unfit else _SIGNS[card.status]
        name = f"{sign} {words.checks[check].name}"
        return Choice(f"check.{check}", name, ". ".join(lines))

    def on_choice_list_taken(self, event: ChoiceList.Taken) -> None:
        kind, _, check = event.id.partition(".")
        self.session.is_reviewing = True
        self.session.reviewed = event.id
        self.tone.way.jump(Station(kind, check))

    def on_go_button_pressed(self) -> None:
        """Before the result the worry is asked once more."""
        self.session.is_closing = True
        self.tone.way.show(Station("worry"))

    def action_back(self) -> None:
        """To where one was when all answers were asked for; else to the page before."""
        self.session.is_reviewing = False
        if self.session.left_for_review in self.session.stations:
            self.tone.way.jump(self.session.left_for_review)
        else:
            super().action_back()
