"""Where in the checks we are: a mark for each, and what the marks mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

_SIGNS = {"done": "x", "skipped": "-", "open": "."}
_AROUND = 2
"""Columns of the page at the edges of the strip."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The words of the strip."""

    done: str
    skipped: str
    open: str


class ProgressStrip(Static):
    """`Check 4 of 25  xx->.....  x done  - skipped  . open` on one line.

    Where room is short the last meanings are left out.
    """

    DEFAULT_CSS = "ProgressStrip { height: auto; padding: 0 1; }"

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, markup=False)
        self._shown = Content()
        self._places = Content()
        self._meanings: tuple[str, ...] = ()

    def show(self, title: str, states: Sequence[str], at: int, words: Marks) -> None:
        """Show the states (done, skipped, open) of all checks; `at` counts from 0."""
        strip = "".join(">" if i == at else _SIGNS[state] for i, state in enumerate(states))
        self._places = Content.assemble((title, "bold"), "  ", (strip, "$accent"))
        self._meanings = tuple(f"  {sign} {getattr(words, key)}" for key, sign in _SIGNS.items())
        self._fit()

    def on_resize(self) -> None:
        self._fit()

    def _fit(self) -> None:
        room = self.app.size.width - _AROUND - self._places.cell_length
        legends = ("".join(self._meanings[:n]) for n in range(len(self._meanings), 0, -1))
        legend = next((text for text in legends if cell_len(text) <= room), "")
        shown = Content.assemble(self._places, (legend, "$text-muted"))
        if shown != self._shown:
            self.update(shown, layout=shown.cell_length != self._shown.cell_length)
            self._shown = shown
