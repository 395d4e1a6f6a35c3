"""What changed: one child's looks side by side, item by item, and drawn over age."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from tonecheck.tui import looks
from tonecheck.tui.changes import Look
from tonecheck.tui.screens.base import BaseScreen
from tonecheck.tui.widgets.drawing import Drawing, Line
from tonecheck.tui.widgets.go_button import GoButton
from tonecheck.tui.widgets.key_bar import Key, KeyBar


class HistoryScreen(BaseScreen):
    """Oldest to newest from left to right; one key turns from the answers to the chart."""

    CSS_PATH = "history.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "back", show=False),
        Binding("c", "turn", show=False),
        Binding("left", "shift(1)", show=False),
        Binding("right", "shift(-1)", show=False),
    ]
    HELP_KEY = "history"

    def __init__(self, found: Sequence[Look], *, is_chart: bool = False) -> None:
        super().__init__()
        self._looks = tuple(found)
        self._is_chart = is_chart
        self._shift = 0

    @property
    def heading(self) -> str:
        return self.words("ui.history.title")

    @property
    def keys(self) -> list[Key]:
        words = self.words
        turn = "answers" if self._is_chart else "chart"
        found = [
            Key("b", words("ui.keys.close"), "back"),
            Key("c", words(f"ui.keys.{turn}"), "turn"),
        ]
        if not self._is_chart and len(self._looks) > looks.columns(self._width):
            found.append(Key("Left", words("ui.keys.earlier"), "shift(1)"))
            found.append(Key("Right", words("ui.keys.later"), "shift(-1)"))
        return [*found, self.stop_key]

    def compose_body(self) -> ComposeResult:
        yield Drawing(self._head, id="head")
        with VerticalScroll(id="read"):
            yield Drawing(self._page, id="page")

    def compose_foot(self) -> ComposeResult:
        yield GoButton(self.words("ui.keys.close"), id="go")

    def on_mount(self) -> None:
        self.query_one("#read").focus()

    def on_resize(self, event: events.Resize) -> None:
        # Not awaited here: a size that comes meanwhile would give way to this one.
        self.call_later(self._show)

    @property
    def _width(self) -> int:
        found = self.query("#head").results(Drawing)
        return next((drawing.size.width for drawing in found), 0)

    def _head(self, width: int) -> list[Line]:
        pack = self.tone.way.pack
        if self._is_chart:
            return looks.axis(pack, self._looks, width)
        if len(self._looks) < 2:
            return []
        return looks.heads(pack, self._beside(width), width, self._wrap)

    def _page(self, width: int) -> list[Line]:
        pack = self.tone.way.pack
        if self._is_chart:
            newest = [look for look in self._looks if not look.is_replaced]
            return looks.chart(pack, newest, width, self._wrap)
        if len(self._looks) < 2:
            return [(text, "") for text in self._wrap(self.words("ui.history.none"), width)]
        return looks.table(pack, self._beside(width), width, self._wrap)

    def _beside(self, width: int) -> Sequence[Look]:
        """The looks shown side by side; the newest ones unless one went to the earlier."""
        end = len(self._looks) - self._shift
        return self._looks[max(0, end - looks.columns(width)) : end]

    def _wrap(self, text: str, width: int) -> list[str]:
        lines = Text(text).wrap(self.app.console, max(1, width))
        return [line.plain.rstrip() for line in lines] or [""]

    async def _show(self) -> None:
        self.query_one("#head", Drawing).show(self._head)
        self.query_one("#page", Drawing).show(self._page)
        await self.query_one(KeyBar).show(self.keys)

    async def action_turn(self) -> None:
        """From the answers to the chart and back."""
        self._is_chart = not self._is_chart
        self.query_one("#read").scroll_home(animate=False)
        await self._show()

    async def action_shift(self, by: int) -> None:
        """To earlier looks, or back to later ones."""
        most = max(0, len(self._looks) - looks.columns(self._width))
        self._shift = max(0, min(self._shift + by, most))
        await self._show()

    def on_go_button_pressed(self) -> None:
        self.action_back()

    def action_back(self) -> None:
        self.tone.close()
