"""What lies around the answers: columns, rows and texts, drawn once until they change."""

from __future__ import annotations

from typing import Self

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static


class Still(Widget):
    """A widget whose lines are kept until something about it changes.

    Textual would put them together anew at each answer for all that lies around it.
    """

    _kept: tuple[Region, list[Strip]] | None = None

    def render_lines(self, crop: Region) -> list[Strip]:
        if self._kept is None or self._kept[0] != crop:
            self._kept = crop, super().render_lines(crop)
        return self._kept[1]

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        self._kept = None
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def notify_style_update(self) -> None:
        self._kept = None
        super().notify_style_update()


class Column(Vertical, Still):
    """Widgets one below the other."""


class Row(Horizontal, Still):
    """Widgets side by side."""


class Passage(Static, Still):
    """A text."""


def change_text(shown: Static, text: str) -> None:
    """Give a Static another text; the same one again would lay the whole page out anew."""
    if shown.content != text:
        shown.update(Content(text))
