"""The floors in Textual: apps of its own widgets alone. `bare.py first N` or `bare.py count`."""

from __future__ import annotations

import sys
from typing import ClassVar

from textual import events
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import OptionList, Static

LINE = "Some words that a first page might say, and then some more of them, to wrap. " * 2
READY = "ready"


class First(App[None]):
    """The widgets of the first page: title, texts, a list, keys, and a cover."""

    CSS = """
    Screen { layers: base notice; }
    #title { dock: top; height: 1; background: $panel; padding: 0 1; }
    #title > Static { width: 1fr; }
    #body { height: 1fr; padding: 1 2 0 2; }
    #body > Static { height: auto; }
    #disclaimer { margin: 1 0; padding: 0 1; border: round $warning; }
    #foot { height: auto; }
    #keys { height: 1; dock: bottom; background: $panel; padding: 0 1; }
    #keys > Static { width: auto; margin: 0 2 0 0; }
    #cover { layer: notice; display: none; width: 100%; height: 100%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("q", "quit", show=False)]

    def __init__(self, texts: int) -> None:
        super().__init__()
        self._texts = texts

    def compose(self) -> ComposeResult:
        """Everything at once."""
        with Horizontal(id="title"):
            yield Static(READY)
            yield Static("")
        with Vertical(id="body"):
            for _ in range(self._texts):
                yield Static(LINE)
            yield Static(LINE * 2, id="disclaimer")
            yield OptionList("one", "two")
        yield Static("", id="notice")
        yield Vertical(id="foot")
        with Horizontal(id="keys"):
            yield Static("? Help")
            yield Static("Ctrl+Q Leave")
        yield Static("", id="cover")


class Count(App[None]):
    """A key changes one Static."""

    def __init__(self) -> None:
        super().__init__()
        self._count = 0

    def compose(self) -> ComposeResult:
        """The Static."""
        yield Static(READY, id="count", markup=False)

    def on_key(self, event: events.Key) -> None:
        """Count, with the same marks as an answer."""
        self._count += 1
        mark = "x" if self._count % 2 else " "
        self.query_one("#count", Static).update(f"[{mark}] {self._count}")


if __name__ == "__main__":
    (First(int(sys.argv[2])) if sys.argv[1] == "first" else Count()).run()
