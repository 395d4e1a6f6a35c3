"""A store with ids that count up, and a clock that stands still."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from tonecheck.store import Store, open_store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the store lies; not made yet."""
    return tmp_path / "data"


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    """An open store whose ids count up from id1."""
    numbers = count(1)
    with open_store(folder, ids=lambda: f"id{next(numbers)}") as opened:
        yield opened
