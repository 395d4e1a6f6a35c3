"""What opens a saved paper on each kind of computer, and where nothing can."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from tonecheck.tui.viewer import viewer

PAPER = Path("/home/gran/-odd name.pdf")


@pytest.mark.parametrize(
    ("platform", "screens", "program"),
    [
        ("darwin", {}, "open"),
        ("linux", {"DISPLAY": ":0"}, "xdg-open"),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, "xdg-open"),
        ("linux", {}, None),
    ],
)
def test_the_program_of_the_computer_opens_it(
    monkeypatch: pytest.MonkeyPatch, platform: str, screens: dict[str, str], program: str | None
) -> None:
    """Never a browser inside the terminal, which would draw over the page."""
    started: list[list[str]] = []

    def start(command: list[str], **streams: Any) -> None:
        assert streams.pop("start_new_session")
        assert set(streams.values()) == {subprocess.DEVNULL}
        started.append(command)

    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(subprocess, "Popen", start)
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in screens.items():
        monkeypatch.setenv(name, value)
    found = viewer()
    if found is not None:
        found(PAPER)

    assert started == ([[program, str(PAPER)]] if program else [])


def test_without_a_program_for_it_nothing_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    """A screen alone does not open files."""
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr("shutil.which", lambda _: None)

    assert viewer() is None
