"""Reports as files, and a store to take them into."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.report.pdfs import report
from tonecheck.paths import data_dir
from tonecheck.protocol.pack import Pack
from tonecheck.store import Store, open_store


@pytest.fixture(autouse=True)
def _same_content(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each command reads the pack the reports were made with."""
    for command in ("carried", "report"):
        monkeypatch.setattr(f"tonecheck.commands.{command}.load_pack", lambda _: pack)


@pytest.fixture
def paper(pack: Pack, tmp_path: Path) -> Path:
    """The report of the typical baby."""
    path = tmp_path / "paper.pdf"
    path.write_bytes(report(pack))
    return path


@pytest.fixture
def store() -> Iterator[Store]:
    """The default store, opened."""
    with open_store(data_dir()) as opened:
        yield opened
