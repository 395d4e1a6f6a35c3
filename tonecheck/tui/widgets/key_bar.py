"""The line at the foot: each key with its word, each also a button for the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

APART, CLOSE = 2, 1
"""Columns between two keys."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key, what it is called, and the action it runs on the screen.

    Where room is short, those with the highest `spare` are left out first; with 0, none is.
    """

    key: str
    word: str
    action: str
    spare: int = 0


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
        # As it is laid out: the window may have another size for no longer than a moment.
        kept, gap = _fitting(self._keys, self.outer_size.width or self.app.size.width)
        for hint in self.query(KeyHint):
            hint.display = hint.key in kept
        self.set_class(gap == CLOSE, "-tight")

    async def show(self, keys: Sequence[Key]) -> None:
        """Show other keys."""
        if tuple(keys) == self._keys:
            return
        self._keys = tuple(keys)
        async with self.batch():
            await self.remove_children()
            await self.mount(*(KeyHint(key) for key in keys))
        self._fit()


def _fitting(keys: Sequence[Key], width: int) -> tuple[list[Key], int]:
    """The keys that are seen in full at `width` columns, and the columns between them.

    First the one goes that can best be spared, then they stand closer, then others go.
    """
    order = sorted((key for key in keys if key.spare), key=lambda key: -key.spare)
    gone = [order[:n] for n in range(len(order) + 1)]
    ways = [(g, APART) for g in gone[:2]] + [(g, CLOSE) for g in gone]
    found = [([key for key in keys if key not in g], gap) for g, gap in ways]
    return next((way for way in found if _wide(*way) <= width), found[-1])


def _wide(keys: Sequence[Key], gap: int) -> int:
    """The columns of keys in a row; those that stand apart have a margin, too."""
    margin = 2 if gap == APART else 0
    return sum(cell_len(f"{key.key} {key.word}") + gap for key in keys) - gap + margin
