"""Where in the checks we are: a mark for each, and what the marks mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.widgets import Static


@dataclass(frozen=True, slots=True)
class Marks:
    """The words of the strip."""

    done: str
    skipped: str
    open: str


class ProgressStrip(Static):
    """`Check 4 of 25  xx->.....   x done  - skipped  . open`, on one line where there is room."""

    DEFAULT_CSS = "ProgressStrip { height: auto; padding: 0 1; }"

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, markup=False)
        self._shown = Content()

    def show(self, title: str, states: Sequence[str], at: int, words: Marks) -> None:
        """Show the states (done, skipped, open) of all checks; `at` counts from 0."""
        signs = {"done": "x", "skipped": "-", "open": "."}
        strip = "".join(">" if i == at else signs[state] for i, state in enumerate(states))
        legend = "  ".join(f"{sign} {getattr(words, state)}" for state, sign in signs.items())
        shown = Content.assemble(
            (title, "bold"), "  ", (strip, "$accent"), "  ", (legend, "$text-muted")
        )
        if shown != self._shown:
            self.update(shown, layout=shown.cell_length != self._shown.cell_length)
            self._shown = shown
