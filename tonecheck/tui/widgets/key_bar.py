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
    """A key, what it is called, and the action it runs on the screen.

    One that `is_spare` is shown only where all have room.
    """

    key: str
    word: str
    action: str
    is_spare: bool = False


class KeyHint(Static):
    """One key of the bar."""

    def __init__(self, key: Key) -> None:
        super().__init__(Content.assemble((key.key, "bold $accent"), " ", key.word), markup=False)
        self.key = key

    async def on_click(self) -> None:
        await self.screen.run_action(self.key.action)


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
        """Leave out what can be spared, then stand closer, where not all would be seen."""
        width = self.app.size.width
        has_room = _wide(self._keys) <= width
        for hint in self.query(KeyHint):
            hint.display = has_room or not hint.key.is_spare
        needed = [key for key in self._keys if not key.is_spare]
        self.set_class(_wide(needed) > width, "-tight")

    async def show(self, keys: Sequence[Key]) -> None:
        """Show other keys."""
        if tuple(keys) == self._keys:
            return
        self._keys = tuple(keys)
        async with self.batch():
            await self.remove_children()
            await self.mount(*(KeyHint(key) for key in keys))
        self._fit()


def _wide(keys: Sequence[Key]) -> int:
    """The columns of keys in a row, two between them."""
    return sum(cell_len(f"{key.key} {key.word}") + 2 for key in keys)
