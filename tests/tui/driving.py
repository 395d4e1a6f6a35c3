"""Waiting for the app by what it shows, never by time alone."""

from __future__ import annotations

import asyncio

import pytest
from textual.pilot import Pilot

from tonecheck.tui.app import ToneCheckApp
from tonecheck.tui.routes import Routes
from tonecheck.tui.session import Session

STEPS = 600


async def loaded(pilot: Pilot[None]) -> Routes:
    """The router, once the content is read."""
    app = pilot.app
    assert isinstance(app, ToneCheckApp)
    for _ in range(STEPS):
        if app.is_loaded:
            await pilot.pause()
            return app.way
        await asyncio.sleep(0.01)
    raise AssertionError("the content was not read")


async def drawn(pilot: Pilot[None]) -> None:
    """Wait until every picture of the page is drawn."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def opened(pilot: Pilot[None], screening_id: str) -> Routes:
    """The app at a screening, at the very station it was left at."""
    way = await loaded(pilot)
    with pytest.MonkeyPatch.context() as left:
        left.setattr(Session, "resumed_at", Session.at)
        way.go_on(screening_id)
    await pilot.pause()
    return way


async def settled(pilot: Pilot[None]) -> None:
    """When all that was typed is handled and drawn."""
    assert isinstance(pilot.app, ToneCheckApp)
    await pilot.app.turns.done()
