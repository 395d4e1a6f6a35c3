"""Saving the paper where a PDF cannot be made: the reason, the remedy and another way."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.driving import opened
from tests.tui.screen_text import expect_golden, screen_text
from tests.tui.test_screens import FISTS, PRONE
from tests.tui.world import World
from tonecheck.errors import PangoMissing


class _FailedJob:
    """A job that ends at once without Pango."""

    is_done = True
    progress = 0.0

    def check(self) -> None:
        raise PangoMissing("Pango is not installed.", hint="Install it with: brew install pango")

    def cancel(self) -> None:
        """Nothing runs."""


async def test_without_pango_the_remedy_is_said_and_a_web_page_can_be_saved(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No PDF is promised; one key picks the web page, which is then on the disk."""
    monkeypatch.setattr("tonecheck.tui.screens.export.start_pdf_job", lambda *_: _FailedJob())
    monkeypatch.setattr("tonecheck.tui.screens.export.default_folder", lambda: tmp_path)
    async with world.app().run_test(size=(80, 24)) as pilot:
        await opened(pilot, world.screening(FISTS, PRONE, at="result"))
        await pilot.press("e")
        await pilot.pause()
        pilot.app.screen.query_one("#folder").value = str(tmp_path)  # type: ignore[attr-defined]
        await pilot.press("1", "enter")
        for _ in range(600):
            await pilot.pause()
            if "plain text now." in screen_text(pilot.app):
                break
            await pilot.pause(0.01)
        said = " ".join(screen_text(pilot.app).split())
        assert "A PDF cannot be made on this device yet." in said
        assert "brew install pango" in said
        assert "You can save a web page or plain text now." in said
        assert list(tmp_path.glob("*.pdf")) == []
        pilot.app.screen.query_one("#folder").value = "/home/mum/Documents"  # type: ignore[attr-defined]
        await pilot.pause()
        expect_golden(pilot.app, "export_no_pango.80x24")

        pilot.app.screen.query_one("#folder").value = str(tmp_path)  # type: ignore[attr-defined]
        await pilot.press("2", "enter")
        await pilot.pause()
        assert len(list(tmp_path.glob("*.html"))) == 1
