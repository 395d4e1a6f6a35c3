"""A store to talk to, and a home folder for the papers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from tests.tui.plain.talk import Talk, home
from tonecheck.protocol.pack import Pack
from tonecheck.store import open_store


@pytest.fixture
def talk(tmp_path: Path, pack: Pack, monkeypatch: pytest.MonkeyPatch) -> Iterator[Talk]:
    """A computer on which the content need not be read again for each test."""
    monkeypatch.setattr("tonecheck.protocol.load.load_pack", lambda *_: pack)
    monkeypatch.setenv("HOME", str(home(tmp_path / "home")))
    monkeypatch.setenv("COLUMNS", "78")
    ids = count(1)
    with open_store(tmp_path / "answers", ids=lambda: f"id{next(ids)}") as store:
        yield Talk(store)
