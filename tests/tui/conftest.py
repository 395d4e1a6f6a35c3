"""The world of a test of the screens."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

from tests.tui.driving import Hands
from tests.tui.painter import Painter
from tests.tui.world import World
from tonecheck.protocol.pack import Pack
from tonecheck.store import open_store

BETWEEN_FRAMES = 0.001
"""Seconds; a terminal's sixtieth of a second at each key would be a fifth of the tests' time."""
_parsed: dict[object, list[RuleSet]] = {}


@pytest.fixture(autouse=True)
def _wait_for_what_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    """Go on when the app is done with a key or click, not when the processor rests."""
    monkeypatch.setattr("textual.pilot.Pilot", Hands)
    monkeypatch.setattr("textual.screen.UPDATE_PERIOD", BETWEEN_FRAMES)


@pytest.fixture(autouse=True)
def _paint_at_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal, too, shows only where many steps in one frame lead to."""
    monkeypatch.setattr("textual.screen.Compositor", Painter)


@pytest.fixture(autouse=True)
def _parse_each_style_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Share what was parsed between the apps, as one app does between its pages."""

    def parse_once(sheet: Stylesheet, *source: Any, **more: Any) -> list[RuleSet]:
        key = (source, *more.values(), *sheet._variables.items())
        if key not in _parsed:
            _parsed[key] = parse(sheet, *source, **more)
        return _parsed[key]

    parse = Stylesheet._parse_rules
    monkeypatch.setattr(Stylesheet, "_parse_rules", parse_once)


@pytest.fixture
def world(tmp_path: Path, pack: Pack, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """A computer on which the content need not be read again for each test."""
    monkeypatch.setattr("tonecheck.protocol.load.load_pack", lambda *_: pack)
    ids = count(1)
    with open_store(tmp_path / "answers", ids=lambda: f"id{next(ids)}") as store:
        yield World(store, pack, tmp_path / "log" / "tonecheck.log")
