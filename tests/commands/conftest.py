"""Reports as files, and a store to take them into."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from tests.report.pdfs import report
from tonecheck.paths import data_dir
from tonecheck.protocol.pack import Pack
from tonecheck.report import read_child
from tonecheck.store import Store, open_store


@pytest.fixture(autouse=True)
def _same_content(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each command reads the pack the reports were made with."""
    for command in ("carried", "report"):
        monkeypatch.setattr(f"tonecheck.commands.{command}.load_pack", lambda _: pack)


@pytest.fixture(autouse=True)
def _read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are read in this process; that the reader apart says the same is proved with it."""

    def read(content: bytes, said: IO[bytes], password: str, with_pages: bool) -> int:
        code, words = read_child.reply(content, password, with_pages=with_pages)
        said.write(words)
        return code

    monkeypatch.setattr("tonecheck.report.carried._read_apart", read)


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
