"""Saving the paper where a PDF cannot be made: the reason, the remedy and another way."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from tests.tui.driving import LARGE, SMALL, opened, until
from tests.tui.screen_text import expect_golden, screen_text
from tests.tui.test_screens import FISTS, PRONE
from tests.tui.world import World
from tonecheck.errors import PangoMissing
from tonecheck.report.view import ReportView
from tonecheck.tui.widgets.fields import Field


class _DoneJob:
    """A job that has written its file."""

    is_done = True
    progress = 1.0

    def check(self) -> None:
        """Nothing went wrong."""

    def cancel(self) -> None:
        """Nothing runs."""


def _field(pilot: Pilot[None], name: str) -> Field:
    return pilot.app.screen.query_one(name, Field)


async def test_less_is_told_and_a_password_is_set(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Chosen on a page of its own, typed twice alike; the file name and the words follow."""
    jobs: list[tuple[ReportView, Path, str]] = []

    def start(view: ReportView, path: Path, *, password: str) -> _DoneJob:
        jobs.append((view, path, password))
        return _DoneJob()

    monkeypatch.setattr("tonecheck.tui.screens.export.start_pdf_job", start)
    monkeypatch.setattr("tonecheck.tui.screens.export.default_folder", lambda: tmp_path)
    async with world.app().run_test(size=LARGE) as pilot:
        await opened(pilot, world.screening(FISTS, PRONE, at="result"))
        await pilot.press("e")
        target = str(pilot.app.screen.query_one("#target", Static).content)
        assert target.startswith(f"It will be saved here: {tmp_path}/tonecheck-20")
        await pilot.press("4", "2", "4")
        _field(pilot, "#password").value = "moss lantern"
        _field(pilot, "#again").value = "moss lanterns"
        await pilot.click("#go")
        assert "not the same" in screen_text(pilot.app)
        _field(pilot, "#again").value = "moss lantern"
        await pilot.pause()
        assert "not the same" not in screen_text(pilot.app)
        await pilot.click("#go")
        assert "With a password." in screen_text(pilot.app)
        assert _field(pilot, "#name").value.startswith("tonecheck-M-20")
        await pilot.press("4", "3")
        await pilot.click("#go")
        assert _field(pilot, "#name").value == "tonecheck-paper"
        await pilot.click("#go")
        await until(lambda: "Saved here:" in screen_text(pilot.app))
        said = " ".join(screen_text(pilot.app).split())
        assert "not in the same message" in said
        assert "moss" not in said
    ((view, path, password),) = jobs
    assert password == "moss lantern"  # noqa: S105
    assert path.parent == tmp_path
    assert "Mia" not in view.model_dump_json()


async def test_what_was_wrong_goes_when_it_is_mended(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that is not there is named; typing another takes the message away."""
    monkeypatch.setattr("tonecheck.tui.screens.export.default_folder", lambda: tmp_path)
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, world.screening(FISTS, PRONE, at="result"))
        await pilot.press("e")
        _field(pilot, "#folder").value = "/no/such/folder"
        await pilot.press("2", "enter")
        assert "This folder does not exist" in screen_text(pilot.app)
        _field(pilot, "#folder").value = str(tmp_path)
        await pilot.pause()
        assert "does not exist" not in screen_text(pilot.app)
        await pilot.press("2", "enter")
        said = " ".join(screen_text(pilot.app).split())
        assert "Saved here:" in said
        assert "Take all its pages to the visit." in said
        assert not pilot.app.screen.query_one("#open").display


async def test_the_saved_paper_can_be_opened_from_the_page(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the program the computer has for it; where that cannot be started, it says so."""
    monkeypatch.setattr("tonecheck.tui.screens.export.default_folder", lambda: tmp_path)
    shown: list[Path] = []

    def show(path: Path) -> None:
        if shown:
            raise OSError("nothing opens it")
        shown.append(path)

    app = world.app()
    app.services.viewer = show
    async with app.run_test(size=SMALL) as pilot:
        await opened(pilot, world.screening(FISTS, PRONE, at="result"))
        await pilot.press("e", "2", "enter")
        assert pilot.app.focused is pilot.app.screen.query_one("#go")
        await pilot.click("#open")
        assert shown == list(tmp_path.glob("*.html"))
        await pilot.click("#open")

        assert "It could not be opened from here." in screen_text(pilot.app)


async def test_only_beside_the_button_it_says_that_enter_saves(world: World) -> None:
    """Once the focus is elsewhere the line is gone; the kind that was chosen stays."""
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, world.screening(FISTS, PRONE, at="result"))
        await pilot.press("e", "3", "tab")
        shown = screen_text(pilot.app)

        assert "Press Enter once more" not in shown
        assert "3 (x)" in shown


async def test_back_at_the_result_it_says_where_the_paper_is(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the button says that it would save another one."""
    monkeypatch.setattr("tonecheck.tui.screens.export.default_folder", lambda: tmp_path)
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, world.screening(FISTS, PRONE, at="result"))
        assert "> Save the paper <" in screen_text(pilot.app)
        await pilot.press("e", "3")
        assert "Press Enter once more to save it." in screen_text(pilot.app)
        await pilot.press("enter", "enter")

        (paper,) = tmp_path.glob("*.txt")
        said = " ".join(screen_text(pilot.app).split())
        assert f"Your paper is saved: {tmp_path}/" in said
        assert paper.name in said.replace(" ", "")
        assert "> Save the paper again <" in said


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
    monkeypatch.setattr("tonecheck.tui.screens.export.start_pdf_job", lambda *_, **__: _FailedJob())
    monkeypatch.setattr("tonecheck.tui.screens.export.default_folder", lambda: tmp_path)
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, world.screening(FISTS, PRONE, at="result"))
        await pilot.press("e")
        pilot.app.screen.query_one("#folder").value = str(tmp_path)  # type: ignore[attr-defined]
        await pilot.press("1", "enter")
        await until(lambda: "plain text now." in screen_text(pilot.app))
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
        assert len(list(tmp_path.glob("*.html"))) == 1


class _LongJob:
    """A job that goes on until it is stopped."""

    is_done = False
    progress = 0.5
    stops = 0

    def check(self) -> None:
        """Nothing went wrong."""

    def cancel(self) -> None:
        self.stops += 1


async def test_an_impatient_enter_does_not_stop_the_paper(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What stops it must be gone to: by Tab, or by a click."""
    job = _LongJob()
    monkeypatch.setattr("tonecheck.tui.screens.export.start_pdf_job", lambda *_, **__: job)
    monkeypatch.setattr("tonecheck.tui.screens.export.default_folder", lambda: tmp_path)
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, world.screening(FISTS, PRONE, at="result"))
        await pilot.press("e", "1", "enter", "enter", "enter")
        assert "Making the paper" in screen_text(pilot.app)
        assert job.stops == 0
        await pilot.click("#go")
        assert job.stops == 1
        assert "Making the paper" not in screen_text(pilot.app)
