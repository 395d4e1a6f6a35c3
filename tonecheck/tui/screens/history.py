"""What changed: the screenings of one child side by side, answer by answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from tonecheck.screening.document import CheckEntry, Screening
from tonecheck.tui import say
from tonecheck.tui.screens.base import BaseScreen
from tonecheck.tui.widgets.go_button import GoButton
from tonecheck.tui.widgets.prose import Item, Prose

COMPARED = 4


class HistoryScreen(BaseScreen):
    """Oldest to newest; what stayed the same is only counted."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "back", show=False)]
    HELP_KEY = "history"

    def __init__(self, screenings: Sequence[Screening]) -> None:
        super().__init__()
        self._screenings = tuple(screenings)[-COMPARED:]

    @property
    def heading(self) -> str:
        return self.words("ui.history.title")

    def compose_body(self) -> ComposeResult:
        with VerticalScroll(id="read"):
            yield Prose(self._items())

    def compose_foot(self) -> ComposeResult:
        yield GoButton(self.words("ui.keys.close"), id="go")

    def on_mount(self) -> None:
        self.query_one("#read").focus()

    def _items(self) -> list[Item]:
        words = self.words
        if len(self._screenings) < 2:
            return [Item(words("ui.history.none"))]
        items: list[Item] = []
        same = 0
        for check in self.tone.way.pack.protocol.checks:
            said = [self._said(s, check.id) for s in self._screenings]
            if len(set(said)) == 1:
                same += bool(said[0])
                continue
            items.append(Item(words.checks[check.id].name, style="bold"))
            for screening, text in zip(self._screenings, said, strict=True):
                on = screening.observed_on
                date = say.day(words, on) if on else ""
                shown = text or words("ui.history.not_seen")
                items.append(Item(words("ui.history.then", date=date, answers=shown), "-"))
            items.append(Item(""))
        return [*items, Item(words("ui.history.same", n=same))]

    def _said(self, screening: Screening, check: str) -> str:
        entry: CheckEntry | None = screening.checks.get(check)
        if entry is None:
            return ""
        words = self.words
        parts = [say.answers(words, check, list(entry.answers))]
        for side in ("left", "right"):
            chosen = list(getattr(entry, side))
            if chosen:
                label = words(f"result.sides.{side}.label")
                parts.append(f"{label}: {say.answers(words, check, chosen)}")
        return "; ".join(part for part in parts if part)

    def on_go_button_pressed(self) -> None:
        self.action_back()

    def action_back(self) -> None:
        self.tone.close()
