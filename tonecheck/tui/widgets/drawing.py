"""Lines drawn for the width there is, such as a table or a chart; never wrapped afterwards."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

Line = tuple[str, str]
"""A line and its Textual style, such as `bold`; colour carries nothing."""
Draw = Callable[[int], Sequence[Line]]


class Drawing(Widget):
    """Shows what `draw` gives for its width; nothing in it can act as markup."""

    DEFAULT_CSS = "Drawing { height: auto; }"

    def __init__(self, draw: Draw, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._draw = draw

    def show(self, draw: Draw) -> None:
        """Show something else."""
        self._draw = draw
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._draw(width))

    def render(self) -> Content:
        lines = self._draw(self.size.width or 80)
        return Content("\n").join(Content.styled(text, style) for text, style in lines)
