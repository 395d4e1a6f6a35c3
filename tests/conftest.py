"""Isolation for every test: no developer's data, settings, colours or clock."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from tonecheck.protocol.load import load_pack
from tonecheck.protocol.pack import Pack

MADE_BETWEEN_LOOKS = 100_000
"""Objects made before rubbish is looked for; looking as usual takes a fifth of the tests' time."""


def pytest_collection_finish() -> None:
    """Look for rubbish seldom, and not among what was imported for all tests."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(MADE_BETWEEN_LOOKS)


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test has data and settings of its own, and no say from the environment."""
    monkeypatch.setenv("TONECHECK_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("TONECHECK_CONFIG", str(tmp_path / "config"))
    for name in ("NO_COLOR", "TEXTUAL_THEME", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def pack() -> Pack:
    """The pack that ships with tonecheck, in English."""
    return load_pack()
