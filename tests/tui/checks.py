"""The page of a check, and one whose sides can differ."""

from __future__ import annotations

from textual.pilot import Pilot

from tests.tui.world import World
from tonecheck.protocol.check import Check
from tonecheck.tui.screens.check import CheckScreen


def check_with_sides(world: World) -> Check:
    """A check whose sides can differ in a way that has an answer of its own."""
    return next(c for c in world.pack.protocol.checks if c.derive and len(c.answers) < 6)


def check_page(pilot: Pilot[None]) -> CheckScreen:
    """The page shown, which is that of a check."""
    assert isinstance(pilot.app.screen, CheckScreen)
    return pilot.app.screen
