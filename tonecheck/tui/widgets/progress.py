"""Where in the checks we are: a mark for each, and what the marks mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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

    Where room is short it stands closer, and last the meanings are left out.
    """

    DEFAULT_CSS = "ProgressStrip { height: auto; padding: 0 1; }"

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, markup=False)
        self._shown = Content()
        self._ways: tuple[Content, ...] = ()

    def show(self, titles: Sequence[str], states: Sequence[str], at: int, words: Marks) -> None:
        """Show the states (done, skipped, open) of all checks; `at` counts from 0.

        `titles` say where one is, the longest first.
        """
        strip = "".join(">" if i == at else _SIGNS[state] for i, state in enumerate(states))
        meanings = [f"{sign} {getattr(words, key)}" for key, sign in _SIGNS.items()]
        legends = [(titles[0], "  ".join(meanings)), (titles[-1], " ".join(meanings))]
        self._ways = tuple(
            Content.assemble(
                (title, "bold"), "  ", (strip, "$accent"), "  ", (legend, "$text-muted")
            )
            for title, legend in (*legends, (titles[-1], ""))
        )
        self._fit()

    def on_resize(self) -> None:
        self._fit()

    def _fit(self) -> None:
        room = self.app.size.width - _AROUND
        fitting = (way for way in self._ways if way.cell_length <= room)
        shown = next(fitting, self._ways[-1] if self._ways else Content())
        if shown != self._shown:
            self.update(shown, layout=shown.cell_length != self._shown.cell_length)
            self._shown = shown
