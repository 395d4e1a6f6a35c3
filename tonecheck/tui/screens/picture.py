"""A picture as large as the window lets it be, with what it shows in words."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll

from tonecheck import figures
from tonecheck.protocol.pack import Pack
from tonecheck.tui.draw_ahead import BLANK
from tonecheck.tui.screens.base import BaseScreen, Keys
from tonecheck.tui.widgets.figure_view import FigureView
from tonecheck.tui.widgets.go_button import GoButton

MARGIN = 6
"""Columns the page keeps beside the pictures."""
AROUND = 9
"""Rows that title, words, button and keys take."""


class PictureScreen(BaseScreen):
    """One or more figures, each given by its id and whether it is mirrored."""

    CSS_PATH = "picture.tcss"
    HELP_KEY = "check"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,p", "back", show=False)]
    KEYS: ClassVar[Keys] = (("b", "close"), ("?", "help"))

    def __init__(self, pack: Pack, title: str, shown: Sequence[tuple[str, bool]]) -> None:
        super().__init__()
        self._pack = pack
        self._title = title
        self._pictures = tuple(shown)

    @property
    def heading(self) -> str:
        return self._title

    def compose_body(self) -> ComposeResult:
        with VerticalScroll(id="read"):
            for index, (figure, _) in enumerate(self._pictures):
                with Vertical(classes="picture"):
                    yield FigureView(id=f"figure{index}")
                    yield self.text(self.words(figures.alt_key(figure)))

    def compose_foot(self) -> ComposeResult:
        yield GoButton(self.words("ui.keys.close"), id="go")

    def on_mount(self) -> None:
        self.query_one("#read").focus()
        self._draw()

    def on_resize(self, event: events.Resize) -> None:
        self._draw()

    def _draw(self) -> None:
        self.run_worker(self._draw_all(), exclusive=True)

    async def _draw_all(self) -> None:
        """Draw aside, so that keys are heard meanwhile; the room for it is there at once."""
        columns = max(figures.COLUMNS, self.app.size.width - MARGIN)
        rows = max(figures.ROWS, self.app.size.height - AROUND)
        for index, (figure, mirrored) in enumerate(self._pictures):
            view = self.query_one(f"#figure{index}", FigureView)
            view.show((BLANK * columns,) * rows)
            lines = await asyncio.to_thread(
                figures.braille, self._pack, figure, columns, rows, mirrored
            )
            if not self.is_running:
                return
            view.show(lines)

    def on_go_button_pressed(self) -> None:
        self.action_back()

    def action_close(self) -> None:
        self.action_back()

    def action_back(self) -> None:
        self.tone.close()
