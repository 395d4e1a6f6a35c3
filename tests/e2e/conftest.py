"""Programs in terminals of their own, all closed at the end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.terminal import Start, Terminal


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Start the program as one user again and again; environment variables may be added."""
    opened: list[Terminal] = []
    home = tmp_path / "home"
    home.mkdir()

    def open_one(**environment: str) -> Terminal:
        opened.append(Terminal(tmp_path / "data", home, **environment))
        return opened[-1]

    yield open_one
    for terminal in opened:
        terminal.close()
