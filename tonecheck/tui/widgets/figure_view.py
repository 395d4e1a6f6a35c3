"""A picture in Braille characters: it needs no colour and survives copying as text."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from tonecheck.tui.widgets.boxes import Passage


class FigureView(Passage):
    """Shows the lines of a picture."""

    DEFAULT_CSS = "FigureView { width: auto; height: auto; color: $foreground; }"

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, markup=False)
        self._shown: tuple[str, ...] = ()

    def show(self, lines: Sequence[str]) -> None:
        """Show another picture."""
        if tuple(lines) != self._shown:
            self._shown = tuple(lines)
            self.update(Content("\n".join(lines)))
