"""Lets keys through one at a time, each when all that the one before it did is done.

Textual hands every waiting key to the widget that has the focus just then. Keys typed ahead of
the screen would so answer a page that is no longer shown.
"""

from __future__ import annotations

import asyncio
from collections import deque
from itertools import groupby
from typing import TYPE_CHECKING

from textual import events
from textual.app import ScreenStackError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import App
    from textual.dom import DOMNode
    from textual.message_pump import MessagePump

ROUNDS = 3
"""The key goes up to the app, what it sets off goes up to the page, and a new page opens."""
LONGEST = 0.5
"""Seconds to wait for one level of a page; a page that closes meanwhile never answers."""


class KeyTurns:
    """The keys of one app in their turn."""

    def __init__(self, app: App[None]) -> None:
        self._app = app
        self._waiting: deque[events.Key] = deque()
        self._next: events.Key | None = None
        self._task: asyncio.Task[None] | None = None

    def is_turn_of(self, key: events.Key) -> bool:
        """Whether `key` may be handled now; else it comes again when it may."""
        if self._task is None or key is self._next:
            self._next = None
            self._task = asyncio.create_task(self._settle())
            return True
        self._waiting.append(key)
        return False

    async def _settle(self) -> None:
        try:
            for _ in range(ROUNDS):
                page = self._app.screen
                widgets = sorted(page.walk_children(with_self=True), key=_depth, reverse=True)
                for _, level in groupby(widgets, key=_depth):
                    await _all_done(level)
                await _all_done([self._app])
        except ScreenStackError:
            self._waiting.clear()  # The app is closing: no page is left to type on.
        finally:
            self._pass_on()

    def _pass_on(self) -> None:
        if self._waiting:
            self._next = self._waiting.popleft()
            self._app.post_message(self._next)
        else:
            self._task = None


def _depth(widget: DOMNode) -> int:
    return len(widget.ancestors)


async def _all_done(pumps: Iterable[MessagePump]) -> None:
    """Wait until each has handled what it was sent before now."""
    asked = [(pump, asyncio.Event()) for pump in pumps]
    waits = [asyncio.ensure_future(e.wait()) for pump, e in asked if pump.call_later(e.set)]
    if waits:
        _, late = await asyncio.wait(waits, timeout=LONGEST)
        for wait in late:
            wait.cancel()
