"""Paints a page once it rests, and not at every step on the way there."""

from __future__ import annotations

from typing import Any

from rich.console import RenderableType
from textual._compositor import Compositor
from textual.screen import Screen


class Painter(Compositor):
    """Keeps what there is to paint until the page rests, or is looked at as a whole."""

    def render_update(
        self,
        full: bool = False,
        screen_stack: list[Screen[Any]] | None = None,
        simplify: bool = False,
    ) -> RenderableType | None:
        return super().render_update(full, screen_stack, simplify) if full else None

    def paint(self, behind: list[Screen[Any]]) -> None:
        """Paint what has changed, of the pages seen behind this one, too."""
        super().render_update(screen_stack=behind)
