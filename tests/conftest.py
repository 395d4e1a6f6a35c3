"""Isolation for every test: no developer's data, settings, colours or clock."""

from __future__ import annotations

import gc
import os
import pickle
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.shipped import PACK
from tonecheck.protocol.pack import Pack

MADE_BETWEEN_LOOKS = 100_000
"""Objects made before rubbish is looked for; looking as usual takes a fifth of the tests' time."""

_parsed: dict[str, bytes] = {}

# What is compiled once serves every program that a test starts.
gc.set_threshold(MADE_BETWEEN_LOOKS)
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_collection_finish() -> None:
    """Look for no rubbish among what was imported for all tests."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test has data and settings of its own, and no say from the environment."""
    monkeypatch.setenv("TONECHECK_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("TONECHECK_CONFIG", str(tmp_path / "config"))
    for name in ("NO_COLOR", "TEXTUAL_THEME", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def _parse_each_text_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what a text of the content holds: most tests of commands read all of it again."""

    def parse_once(text: str) -> dict[str, Any]:
        if text not in _parsed:
            _parsed[text] = pickle.dumps(parse(text))
        found: dict[str, Any] = pickle.loads(_parsed[text])  # noqa: S301
        return found

    parse = tomllib.loads
    monkeypatch.setattr(tomllib, "loads", parse_once)


@pytest.fixture(scope="session")
def pack() -> Pack:
    """The pack that ships with tonecheck, in English."""
    return PACK
