"""Pictures for the terminal, drawn one by one while no key waits, and ahead of their need."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from textual.screen import Screen

from tonecheck import figures
from tonecheck.protocol.pack import Pack

PAUSE = 0.015
"""Seconds between two pictures in which keys are heard; one picture takes about half of it."""
BLANK = "\u2800"


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure at a size in characters."""

    figure: str
    is_mirrored: bool
    columns: int
    rows: int

    def is_drawn(self, pack: Pack) -> bool:
        return figures.is_drawn(pack, self.figure, self.columns, self.rows, self.is_mirrored)

    def lines(self, pack: Pack) -> tuple[str, ...]:
        """The picture, or as much blank room while it is still to be drawn."""
        if self.is_drawn(pack):
            return self.draw(pack)
        return (BLANK * self.columns,) * self.rows

    def draw(self, pack: Pack) -> tuple[str, ...]:
        """The picture, however long it takes."""
        return figures.braille(pack, self.figure, self.columns, self.rows, self.is_mirrored)


class DrawAhead:
    """Draws what a page shows first, then what it is about to show."""

    def __init__(self, page: Screen[None], pack: Pack, drawn: Callable[[], None]) -> None:
        self._page = page
        self._pack = pack
        self._drawn = drawn
        self._shown: set[Picture] = set()
        self._queue: deque[Picture] = deque()
        self._is_at_work = False

    def want(self, shown: Iterable[Picture], later: Iterable[Picture]) -> None:
        """Have these drawn; `drawn` is called once all of `shown` are there."""
        self._shown = {p for p in shown if not p.is_drawn(self._pack)}
        waiting = dict.fromkeys(p for p in (*shown, *later) if not p.is_drawn(self._pack))
        self._queue = deque(waiting)
        if self._queue and not self._is_at_work:
            self._is_at_work = True
            self._page.run_worker(self._work())

    async def _work(self) -> None:
        try:
            while self._queue:
                await asyncio.sleep(PAUSE)
                if not self._page.is_running:
                    return
                self._draw_next()
        finally:
            self._is_at_work = False

    def _draw_next(self) -> None:
        if not self._queue:
            return
        picture = self._queue.popleft()
        picture.draw(self._pack)
        if picture in self._shown:
            self._shown.remove(picture)
            if not self._shown:
                self._drawn()
