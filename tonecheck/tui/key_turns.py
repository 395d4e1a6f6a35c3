"""Lets what a person types and clicks through one at a time, each on the page it was meant for.

Textual hands every waiting key to the widget that has the focus just then. Keys typed ahead of
the screen would so answer a page that is no longer shown, or one not yet drawn.
"""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING

from textual import events
from textual.app import ScreenStackError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import App
    from textual.dom import DOMNode
    from textual.message_pump import MessagePump

TYPED = (events.Key, events.Paste, events.MouseDown, events.MouseUp)
MOST_ROUNDS = 20
"""What one key sets off ends after two or three; a page that never rests must not keep the rest."""
LOOK_AGAIN = 0.5
"""Seconds after which to look whether what is waited for has closed; nothing goes on for it."""


class KeyTurns:
    """The keys, clicks and pastes of one app in their turn."""

    def __init__(self, app: App[None]) -> None:
        self._app = app
        self._waiting: deque[events.Event] = deque()
        self._next: events.Event | None = None
        self._task: asyncio.Task[None] | None = None

    def is_turn_of(self, event: events.Event) -> bool:
        """Whether `event` may be handled now; else it comes again when it may."""
        if self._task is None or event is self._next:
            self._next = None
            self._task = asyncio.create_task(self._finish())
            return True
        self._waiting.append(event)
        return False

    async def done(self) -> None:
        """Wait until nothing typed is left to handle and the page is drawn."""
        await _done(self._app)
        while self._task is not None:
            await asyncio.wait([self._task])
        self._task = asyncio.create_task(self._finish())
        await asyncio.wait([self._task])

    async def _finish(self) -> None:
        try:
            await _settle(self._app)
        finally:
            self._pass_on()

    def _pass_on(self) -> None:
        if self._waiting:
            self._next = self._waiting.popleft()
            self._app.post_message(self._next)
        else:
            self._task = None


async def _settle(app: App[None]) -> None:
    """Wait until everything sent within the app is handled and the page is laid out and drawn."""
    await _sweep([app])
    with suppress(ScreenStackError):  # The app is closing: no page is left.
        for _ in range(MOST_ROUNDS):
            page = app.screen
            # Up to the app with the key, and up to the page with what it set off; the rest of the
            # page is asked once the answer is painted.
            for _ in range(2):
                await _sweep((page.focused or page).ancestors_with_self)
            await _drawn(app)
            was_quiet = not _has_mail(app)
            await _sweep(_deepest_first(app))
            await _drawn(app)
            if was_quiet and page is app.screen and not _has_mail(app):
                return


def _deepest_first(app: App[None]) -> list[DOMNode]:
    shown = app.screen.walk_children(with_self=True, method="breadth")
    return [*reversed(shown), app]


def _has_mail(app: App[None]) -> bool:
    return any(pump.message_queue_size for pump in _deepest_first(app))


async def _sweep(nodes: Iterable[DOMNode]) -> None:
    """Let each come to rest in its turn."""
    for node in nodes:
        if not _is_at_rest(node):
            await _done(node)


def _is_at_rest(pump: MessagePump) -> bool:
    """Whether it waits for a message, with all done that came of the last; asking wakes it not."""
    ready: asyncio.Event = pump._message_queue.ready_event
    return not ready.is_set() and bool(ready._waiters)


async def _done(pump: MessagePump) -> None:
    """Wait until it has handled what it was sent before now, or has closed."""
    handled = asyncio.Event()
    while pump.call_later(handled.set) and not await _is_set(handled):
        pass


async def _drawn(app: App[None]) -> None:
    """Wait until the page has been laid out and drawn as it is now."""
    drawn = asyncio.Event()
    while app.call_after_refresh(drawn.set) and not await _is_set(drawn):
        pass  # The page it was asked of has closed.


async def _is_set(event: asyncio.Event) -> bool:
    with suppress(TimeoutError):
        async with asyncio.timeout(LOOK_AGAIN):
            await event.wait()
    return event.is_set()
