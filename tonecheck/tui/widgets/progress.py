"""Where in the checks we are: a mark for each, and what the marks mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.content import Content
from textual.widgets import Static

SIGNS = {"done": "x", "not_seen": "-", "left_out": "/", "open": "."}
_PLAIN = ("done", "open")
"""The states whose signs explain themselves best."""
_AROUND = 2
"""Columns of the page at the edges of the strip."""


class ProgressStrip(Static):
    """`Check 4 of 25  xx->.....  x done  - not seen  . open` on one line.

    Where room is short it stands closer, then the meanings are left out.
    """

    DEFAULT_CSS = "ProgressStrip { height: auto; padding: 0 1; }"

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, markup=False)
        self._shown = Content()
        self._ways: tuple[Content, ...] = ()

    def show(
        self, titles: Sequence[str], states: Sequence[str], at: int, words: Mapping[str, str]
    ) -> None:
        """Show the states (done, not_seen, left_out, open) of all checks; `at` counts from 0.

        `titles` say where one is, the longest first; `words` name the states.
        """
        strip = "".join(">" if i == at else SIGNS[state] for i, state in enumerate(states))
        known = [state for state in SIGNS if state != "left_out" or state in states]
        every = [f"{SIGNS[state]} {words[state]}" for state in known]
        less = [f"{SIGNS[state]} {words[state]}" for state in known if state not in _PLAIN]
        ways = (
            (titles[0], "  ", "  ".join(every)),
            (titles[0], " ", " ".join(every)),
            (titles[-1], " ", " ".join(every)),
            (titles[-1], " ", " ".join(less)),
            (titles[-1], " ", ""),
        )
        self._ways = tuple(
            Content.assemble((title, "bold"), gap, (strip, "$accent"), gap, (legend, "$text-muted"))
            for title, gap, legend in ways
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
