"""Every clinical word a parent may meet; what is typed finds the words that hold it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll

from tonecheck.tui.screens.base import BaseScreen, Keys
from tonecheck.tui.widgets.fields import Field
from tonecheck.tui.widgets.go_button import GoButton
from tonecheck.tui.widgets.prose import Item, Prose
from tonecheck.tui.widgets.title_bar import Aside


class GlossaryScreen(BaseScreen):
    """Words in the order of the alphabet, each with its meaning."""

    CSS_PATH = "glossary.tcss"
    HELP_KEY = "glossary"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll(-1)", show=False, priority=True),
        Binding("down", "scroll(1)", show=False, priority=True),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
    ]
    KEYS: ClassVar[Keys] = (("Tab", "next_field"), ("Esc", "close"), ("F1", "help"))

    @property
    def aside(self) -> Aside:
        return Aside()

    def compose_body(self) -> ComposeResult:
        with Horizontal(id="row"):
            yield self.text(self.words("ui.glossary.find"), id="label")
            yield Field(id="find", max_length=40, hint=self.words("ui.glossary.hint"))
        with VerticalScroll(id="read", can_focus=False):
            yield Prose(list(self._found("")), id="terms")

    def compose_foot(self) -> ComposeResult:
        yield GoButton(self.words("ui.keys.close"), id="go")

    def on_mount(self) -> None:
        self.query_one("#find").focus()

    def _found(self, typed: str) -> Iterator[Item]:
        terms = self.words.find("glossary") or {}
        wanted = typed.strip().casefold()
        found = False
        for entry in sorted(terms.values(), key=lambda entry: str(entry["term"]).casefold()):
            also = [str(name) for name in entry.get("also", ())]
            if any(wanted in text.casefold() for text in (entry["term"], entry["meaning"], *also)):
                found = True
                others = f" ({', '.join(also)})" if also else ""
                yield Item(f"{entry['term']}{others}", style="bold")
                yield Item(entry["meaning"])
                yield Item("")
        if not found:
            yield Item(self.words("ui.glossary.none"))

    def on_input_changed(self, event: Field.Changed) -> None:
        self.query_one(Prose).show(list(self._found(event.value)))
        self.query_one("#read", VerticalScroll).scroll_home(animate=False)

    def on_input_submitted(self) -> None:
        self.focus_go()

    def on_go_button_pressed(self) -> None:
        self.action_back()

    def action_scroll(self, by: int) -> None:
        self.query_one("#read", VerticalScroll).scroll_relative(y=by, animate=False)

    def action_page(self, by: int) -> None:
        read = self.query_one("#read", VerticalScroll)
        read.scroll_relative(y=by * max(1, read.size.height - 1), animate=False)

    def action_close(self) -> None:
        self.action_back()

    def action_back(self) -> None:
        self.tone.close()
