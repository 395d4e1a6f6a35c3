"""The urgent page: what to do now, the number to call, and the ways on from here."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical

from tonecheck.errors import StoreError
from tonecheck.tui import say
from tonecheck.tui.alarm_ways import causes, day_fault
from tonecheck.tui.child_form import ahead, full_year
from tonecheck.tui.in_sight import InSight
from tonecheck.tui.screens.base import BaseScreen, Keys
from tonecheck.tui.screens.gate import GateScreen
from tonecheck.tui.screens.walk_base import StationScreen
from tonecheck.tui.session import Alarm, Session, Station
from tonecheck.tui.widgets.choice_list import Choice, ChoiceList, numbered
from tonecheck.tui.widgets.fields import Field
from tonecheck.tui.widgets.go_button import GoButton
from tonecheck.tui.widgets.key_bar import Key, KeyBar

_DATE = ("day", "month", "year")


class UrgentScreen(BaseScreen):
    """Stays until the answer is corrected or a doctor has seen it."""

    CSS_PATH = "urgent.tcss"
    HELP_KEY = "urgent"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "undo", show=False),
        Binding("n", "number", show=False),
    ]
    KEYS: ClassVar[Keys] = (("b", "back"), ("u", "undo"), ("?", "help"))

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._in_sight = InSight(session.services.seconds)

    @property
    def keys(self) -> list[Key]:
        """While no region is chosen, one key chooses it."""
        number = Key("n", self.words("ui.keys.number"), "number")
        return [*([] if self._has_number else [number]), *super().keys]

    @property
    def _has_number(self) -> bool:
        return self.tone.services.settings.region is not None

    @property
    def alarms(self) -> list[Alarm]:
        """What is urgent, the most urgent first."""
        return sorted(self.session.alarms(), key=lambda alarm: not alarm.is_call)

    def compose_body(self) -> ComposeResult:
        yield self.text("", "heading", id="headline")
        yield self.text("", "gap", id="what")
        yield self.text("", "gap", id="advice")
        yield ChoiceList(id="ways", classes="-fit", bare=True)
        yield self.text(self.words("ui.urgent.undo"), "soft", id="undo")
        with Vertical(id="seen"):
            yield self.text(self.words("gate.page.seen_when"), "heading")
            with Horizontal(id="date"):
                for name in _DATE:
                    yield self.text(self.words(f"ui.urgent.{name}"), "label")
                    yield Field(id=name, max_length=4 if name == "year" else 2, digits=True)
            yield self.text(self.words("gate.page.seen_words"), "gap")
            yield GoButton(self.words("ui.urgent.seen_go"), id="go")

    def on_mount(self) -> None:
        self.query_one("#seen").display = False
        self.redraw()
        self.query_one("#ways").focus()

    def on_screen_resume(self) -> None:
        self._in_sight.change()
        self.call_after_refresh(self._in_sight.drawn)
        if self.alarms:
            self.redraw()

    def redraw(self) -> None:
        words, alarms = self.words, self.alarms
        number = self.tone.emergency
        key = "call_now" if alarms[0].is_call else "today"
        self.set_text("#headline", words(f"gate.page.yes_{key}", emergency=number))
        saw = "ui.urgent.you_said" if alarms[0].sign else "ui.urgent.you_saw"
        self.set_text("#what", "\n".join([words(saw), *(self._what(a) for a in alarms[:3])]))
        self.set_text("#advice", "\n".join(dict.fromkeys(self._advice(a) for a in alarms[:2])))
        given_at = causes(self.session, alarms)
        found = [
            *(Choice(f"correct.{at.key}", self._change(at, len(given_at))) for at in given_at),
            Choice("paper", words("gate.page.paper")),
            Choice("seen", words("gate.page.seen")),
        ]
        if not self._has_number:
            found.append(Choice("region", words("ui.urgent.region")))
        self.query_one(ChoiceList).show(numbered(found))
        self.call_later(self.query_one(KeyBar).show, self.keys)

    def _change(self, at: Station, count: int) -> str:
        """How to change an answer; where several led here together, which one."""
        if count == 1:
            return self.words("gate.page.correct")
        return self.words("ui.urgent.change", name=say.station(self.words, at))

    def _what(self, alarm: Alarm) -> str:
        if alarm.finding is None:
            return f"- {self.words(f'gate.{alarm.sign}.question')}"
        check, answer = alarm.finding.check, alarm.finding.answer
        name = self.words.checks[check].name
        return f"- {name}: {self.words.answer(check, answer).sentence}"

    def _advice(self, alarm: Alarm) -> str:
        number = self.tone.emergency
        if alarm.sign:
            return self.words(f"gate.{alarm.sign}.advice", emergency=number)
        key = "call_now" if alarm.is_call else "today"
        return self.words(f"result.actions.{key}.words", emergency=number)

    def on_choice_list_taken(self, event: ChoiceList.Taken) -> None:
        if not self._in_sight.take():
            return
        if event.id.startswith("correct."):
            kind, _, check = event.id.removeprefix("correct.").partition(".")
            self._correct(Station(kind, check))
        elif event.id == "paper":
            self._paper()
        elif event.id == "region":
            self.action_number()
        else:
            self._ask_day()

    def _correct(self, at: Station | None = None) -> None:
        """Go to an answer that led here, and say that the advice stands until it is changed."""
        self._leave_for(at)
        self.tone.way.say_later(self.words("ui.urgent.stands"))

    def _leave_for(self, at: Station | None = None) -> None:
        """To an answer that led here; the one given last unless another was chosen."""
        at = at or causes(self.session, self.alarms)[0]
        self.tone.close()
        if at.kind == "gate" and isinstance(self.app.screen, GateScreen):
            self.app.screen.show_alarm()
        else:
            self.tone.way.jump(at)

    def _paper(self) -> None:
        from tonecheck.tui.screens.export import ExportScreen

        self.tone.open(ExportScreen(self.session.screening(), self.session.result()))

    def _ask_day(self) -> None:
        self.query_one("#ways").display = False
        self.query_one("#advice").display = False
        self.query_one("#undo").display = False
        self.query_one("#seen").display = True
        today = self.session.services.clock().date()
        for name in ("month", "year"):
            self.query_one(f"#{name}", Field).value = str(getattr(today, name))
        self.query_one("#day").focus()

    def on_input_submitted(self) -> None:
        self.focus_next()

    def on_go_button_pressed(self) -> None:
        values = {name: self.query_one(f"#{name}", Field).value for name in _DATE}
        try:
            day = date(full_year(values["year"]), int(values["month"]), int(values["day"]))
        except ValueError:
            empty = (name for name, value in values.items() if not value)
            self._refuse("date", next(empty, "day"))
            return
        if fault := day_fault(self.session, day):
            today = self.session.services.clock().date()
            self._refuse(fault, ahead(day, today) if day > today else "day")
            return
        try:
            self.session.seen_by_doctor(self.alarms, day)
        except StoreError as error:
            self.notice(self.words("ui.common.not_saved", reason=error.message, hint=error.hint))
            return
        self.tone.close()
        self.tone.way.refresh()

    def _refuse(self, fault: str, field: str) -> None:
        """Say what is wrong with the day, at the field to put right."""
        self.notice(self.words(f"ui.urgent.seen_{fault}"))
        self.query_one(f"#{field}", Field).mend()

    def action_number(self) -> None:
        """Choose the region whose number is to be called."""
        self.tone.way.choose_region()

    def action_undo(self) -> None:
        """Take back the last answer, as on the page below."""
        self._leave_for()
        if isinstance(self.app.screen, StationScreen):
            self.app.screen.action_undo()

    def action_back(self) -> None:
        if self.query_one("#seen").display:
            self.query_one("#seen").display = False
            self.query_one("#ways").display = True
            self.query_one("#advice").display = True
            self.query_one("#undo").display = True
            self.notice()
            self.query_one("#ways").focus()
        else:
            self._correct()
