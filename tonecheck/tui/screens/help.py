"""Pages of words alone: help, and help for a parent who cannot go on."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from tonecheck.protocol.pack import Words
from tonecheck.tui.screens.base import BaseScreen, Keys
from tonecheck.tui.widgets.go_button import GoButton
from tonecheck.tui.widgets.key_bar import Key
from tonecheck.tui.widgets.title_bar import Aside


class HelpScreen(BaseScreen):
    """A page to read and close. Nothing of it is stored."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "back", show=False),
        Binding("m", "menu", show=False),
    ]
    KEYS: ClassVar[Keys] = (("b", "close"), ("g", "glossary"), ("m", "menu"), ("h", "harm"))

    def __init__(self, title: str, parts: list[tuple[str, str]], *, is_last: bool = False) -> None:
        """`is_last`: no other page of words is offered from here."""
        super().__init__()
        self._title = title
        self._parts = parts
        self.is_last = is_last

    @classmethod
    def about(cls, screen: BaseScreen) -> HelpScreen:
        """Help on the page that is open."""
        words = screen.words
        key = screen.HELP_KEY
        parts = [("", words(f"help.{key}.text"))]
        if extra := screen.help_extra:
            parts.insert(0, extra)
        keys = "\n".join(words(f"ui.help.{k}") for k in ("harm", "keys_text", "keys_mouse"))
        return cls(words(f"help.{key}.title"), [*parts, (words("ui.help.keys"), keys)])

    @classmethod
    def harm(cls, words: Words, emergency: str) -> HelpScreen:
        """Help for a parent at the end of their strength."""
        text = words("help.harm.text", emergency=emergency)
        return cls(words("help.harm.title"), [("", text)], is_last=True)

    @property
    def heading(self) -> str:
        return self._title

    @property
    def aside(self) -> Aside:
        return Aside()

    @property
    def keys(self) -> list[Key]:
        keys = list(super().keys)
        return [keys[0], keys[-1]] if self.is_last else keys

    def compose_body(self) -> ComposeResult:
        with VerticalScroll(id="read"):
            for title, text in self._parts:
                if title:
                    yield self.text(title, "title")
                yield self.text(text, "gap")

    def compose_foot(self) -> ComposeResult:
        yield GoButton(self.words("ui.keys.close"), id="go")

    def on_mount(self) -> None:
        self.query_one("#read").focus()

    def on_go_button_pressed(self) -> None:
        self.action_back()

    def action_close(self) -> None:
        self.action_back()

    def action_glossary(self) -> None:
        self.tone.way.reading.glossary()

    def action_harm(self) -> None:
        self.tone.way.reading.harm()

    def action_menu(self) -> None:
        """The menu of the page below, for whoever has no keyboard at hand."""
        self.tone.close()
        self.tone.action_command_palette()

    def action_back(self) -> None:
        self.tone.close()
