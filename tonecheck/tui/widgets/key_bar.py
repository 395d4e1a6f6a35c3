"""The line at the foot: each key with its word, each also a button for the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static


@dataclass(frozen=True, slots=True)
class Key:
    """A key, what it is called, and the action it runs on the screen."""

    key: str
    word: str
    action: str


class KeyHint(Static):
    """One key of the bar."""

    def __init__(self, key: Key) -> None:
        super().__init__(Content.assemble((key.key, "bold $accent"), " ", key.word), markup=False)
        self._action = key.action

    async def on_click(self) -> None:
        await self.screen.run_action(self._action)


class KeyBar(Horizontal):
    """The keys that work here."""

    DEFAULT_CSS = """
    KeyBar { height: 1; dock: bottom; background: $panel; padding: 0 1; }
    KeyBar > KeyHint { width: auto; height: 1; margin: 0 2 0 0; }
    KeyBar.-tight { padding: 0; }
    KeyBar.-tight > KeyHint { margin: 0 1 0 0; }
    KeyBar > KeyHint:hover { text-style: underline; }
    """

    def __init__(self, keys: Sequence[Key]) -> None:
        super().__init__()
        self._keys = tuple(keys)

    def compose(self) -> ComposeResult:
        for key in self._keys:
            yield KeyHint(key)

    def on_resize(self) -> None:
        self._fit()

    def _fit(self) -> None:
        """Stand closer where the keys would not all be seen."""
        wide = sum(cell_len(f"{key.key} {key.word}") + 2 for key in self._keys)
        self.set_class(wide > self.app.size.width, "-tight")

    async def show(self, keys: Sequence[Key]) -> None:
        """Show other keys."""
        if tuple(keys) == self._keys:
            return
        self._keys = tuple(keys)
        async with self.batch():
            await self.remove_children()
            await self.mount(*(KeyHint(key) for key in keys))
        self._fit()
