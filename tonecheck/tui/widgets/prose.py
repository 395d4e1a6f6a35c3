"""Text to read: paragraphs and lists with hanging indents, wrapped to the width there is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget


@dataclass(frozen=True, slots=True)
class Item:
    """A line of text after its marker; `style` is a Textual style, such as `bold`."""

    text: str
    marker: str = ""
    style: str = ""


class Prose(Widget):
    """Shows items from plain strings alone; nothing in them can act as markup."""

    DEFAULT_CSS = "Prose { height: auto; }"

    def __init__(self, items: Sequence[Item] = (), *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._items = tuple(items)

    def show(self, items: Sequence[Item]) -> None:
        """Show other text."""
        if tuple(items) != self._items:
            self._items = tuple(items)
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return self.height_of(self._items, width)

    def height_of(self, items: Sequence[Item], width: int) -> int:
        """The lines that items take at `width` columns."""
        return len(self._rows(items, width))

    def _rows(self, items: Sequence[Item], width: int) -> list[Content]:
        rows: list[Content] = []
        for item in items:
            indent = cell_len(item.marker) + (1 if item.marker else 0)
            text = Text(item.text)
            first = True
            for line in text.wrap(self.app.console, max(8, width - indent)):
                lead = f"{item.marker} " if first and item.marker else " " * indent
                rows.append(
                    Content.assemble((lead, "bold $accent"), (line.plain.rstrip(), item.style))
                )
                first = False
        return rows or [Content("")]

    def render(self) -> Content:
        return Content("\n").join(self._rows(self._items, self.size.width or 80))
