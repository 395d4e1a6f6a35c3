"""Driving the app as a parent does, and waiting for what it does, never for time alone."""

from __future__ import annotations

import asyncio
from asyncio import FIRST_COMPLETED
from collections.abc import Callable

import pytest
from textual.events import Key
from textual.geometry import Size
from textual.keys import _character_to_key, key_to_character
from textual.pilot import Pilot

from tests.tui.painter import Painter
from tonecheck.tui.app import ToneCheckApp
from tonecheck.tui.routes import Routes
from tonecheck.tui.session import Session

SMALL, LARGE = (80, 24), (120, 40)
"""Columns and lines of the windows that most pages are made for."""
STEPS = 3000
PATIENCE = 120.0
"""Seconds after which a test fails that would wait for ever."""


class Hands(Pilot[None]):
    """A pilot that goes on once what it did is handled and drawn, however long that takes.

    Textual's own waits until the processor rests, which takes longer and may come too early.
    """

    async def press(self, *keys: str) -> None:
        for key in keys:
            self.app.post_message(typed(key))
            await self.pause()

    async def resize_terminal(self, width: int, height: int) -> None:
        await super().resize_terminal(width, height)
        await until(lambda: self.app.screen.region.size == Size(width, height))
        await self.pause()

    async def pause(self, delay: float | None = None) -> None:
        """Wait until the app is done with all it was sent, or has failed."""
        assert delay is None
        waits = [self._rest(), self.app._exception_event.wait()]
        tasks = [asyncio.create_task(wait) for wait in waits]
        done, pending = await asyncio.wait(tasks, timeout=PATIENCE, return_when=FIRST_COMPLETED)
        for task in pending:
            task.cancel()
        for task in done:
            task.result()
        assert done, "the app never came to rest"

    async def _rest(self) -> None:
        assert isinstance(self.app, ToneCheckApp)
        await self.app.turns.done()
        while not self.app.animator._complete_event.is_set():
            await self.app.animator.wait_until_complete()
            await self.app.turns.done()
        if self.app.screen_stack:
            page = self.app.screen
            assert isinstance(page._compositor, Painter)
            page._compositor.paint(self.app._background_screens)


def typed(key: str) -> Key:
    """A key by its name, or by the character it types."""
    if len(key) == 1:
        return Key(_character_to_key(key), key)
    return Key(key, key_to_character(key))


async def until(holds: Callable[[], bool]) -> None:
    """Wait for what comes from outside the app's own messages: a thread, a timer."""
    for _ in range(STEPS):
        if holds():
            return
        await asyncio.sleep(0.002)
    raise AssertionError("it never came")


async def press(pilot: Pilot[None], keys: str) -> None:
    """Press keys that are named one after the other."""
    await pilot.press(*keys.split())


async def loaded(pilot: Pilot[None]) -> Routes:
    """The router, once the content is read and the first page says so."""
    way = await _read(pilot)
    await pilot.pause()
    return way


async def _read(pilot: Pilot[None]) -> Routes:
    app = pilot.app
    assert isinstance(app, ToneCheckApp)
    await until(lambda: app.is_loaded)
    return app.way


async def begun(pilot: Pilot[None]) -> Routes:
    """The app at the first page of a new screening."""
    way = await _read(pilot)
    way.begin(None)
    await pilot.pause()
    return way


async def drawn(pilot: Pilot[None]) -> None:
    """Wait until every picture of the page is drawn."""
    await pilot.pause()
    while pilot.app.workers:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()


async def opened(pilot: Pilot[None], screening_id: str) -> Routes:
    """The app at a screening, at the very station it was left at."""
    way = await _read(pilot)
    with pytest.MonkeyPatch.context() as left:
        left.setattr(Session, "resumed_at", Session.at)
        way.go_on(screening_id)
    await pilot.pause()
    return way


async def result_shown(pilot: Pilot[None], screening_id: str) -> Routes:
    """The app at the result of a screening, opened from the first page."""
    way = await _read(pilot)
    way.records.open_result(screening_id)
    await pilot.pause()
    return way
