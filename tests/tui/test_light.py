"""What the first page and a key cost, counted instead of timed."""

from __future__ import annotations

import gc
import subprocess
import sys
from pathlib import Path

import pytest
from textual import events
from textual._compositor import Compositor
from textual._styles_cache import StylesCache
from textual.geometry import Region
from textual.message import Message
from textual.message_pump import MessagePump
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widget import Widget

from tests.tui.driving import SMALL, opened
from tests.tui.world import World
from tonecheck.protocol.locate import content_dir
from tonecheck.tui import start
from tonecheck.tui.app import ToneCheckApp
from tonecheck.tui.widgets.boxes import Column, Row
from tonecheck.tui.widgets.choice_list import ChoiceList
from tonecheck.tui.widgets.row_list import RowList

ROOT = Path(__file__).parents[2]
FIRST_PAGE = """
import sys
from datetime import datetime
from pathlib import Path
from tonecheck.protocol.locate import content_dir
from tonecheck.settings import load_settings
from tonecheck.store import open_store
from tonecheck.tui.app import ToneCheckApp
from tonecheck.tui.services import Services

def only_first(app):
    seen = app.screen.query("#disclaimer").first().size.height
    print(seen, *sys.modules, file=sys.__stdout__)
    app.exit()

ToneCheckApp._load = only_first
with open_store(Path(sys.argv[1])) as store:
    services = Services(store, load_settings().settings, content_dir(), datetime.now)
    ToneCheckApp(services).run(headless=True)
"""
LATER = {"pydantic", "jinja2", "weasyprint", "fontTools", "pikepdf", "pypdfium2"}
LATER_PARTS = {
    *("protocol.load", "protocol.pack", "scoring.score", "figures", "report.view"),
    *("tui.widgets.ask_list", "tui.widgets.fields"),
}
NEVER = {"zipfile", "hashlib", "textual.widgets._text_area"}
"""What the first page has no use for, and what would come in by a careless import."""


def test_the_first_page_is_painted_before_what_comes_later_is_loaded(tmp_path: Path) -> None:
    """Validator, protocol, scoring, figures and paper load only once the first page stands."""
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PAGE, str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    height, *modules = done.stdout.split()

    assert int(height) > 0
    assert (LATER | NEVER) & set(modules) == set()
    own = {name for name in modules if name.startswith("tonecheck.")}
    assert own & {f"tonecheck.{part}" for part in LATER_PARTS} == set()


def test_the_pages_of_the_walk_come_without_the_report() -> None:
    """What asks the signs and the checks needs nothing of the paper, which loads later."""
    pages = ("routes", "say", "session", "screens.gate", "screens.child", "screens.check")
    asked = f"import sys, {', '.join(f'tonecheck.tui.{page}' for page in pages)}"
    done = subprocess.run(
        [sys.executable, "-c", f"{asked}; print(*sys.modules)"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert "tonecheck.report.view" not in done.stdout.split()


async def test_an_answer_is_one_transaction(world: World) -> None:
    """Opening a check writes nothing; an answer and going on each wait for the disk once."""
    id_ = world.screening(at="check.fists")
    done: list[str] = []
    world.store._db.set_trace_callback(done.append)
    async with world.app().run_test(size=SMALL) as pilot:
        done.clear()
        await opened(pilot, id_)
        assert "COMMIT" not in done
        assert await _commits(pilot, "enter", done) == 0
        assert await _commits(pilot, "3", done) == 1
        assert await _commits(pilot, "4", done) == 1
        assert await _commits(pilot, "enter", done) == 1


async def _commits(pilot: Pilot[None], key: str, done: list[str]) -> int:
    done.clear()
    await pilot.press(key)
    return done.count("COMMIT")


async def test_an_answer_paints_only_what_it_changes(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Choosing and taking back draw the answer's row, and no other, though the focus moves.

    Nor are the lines of the boxes put together anew in which it stands.
    """
    id_ = world.screening(at="check.fists")
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        await pilot.press("enter", "3")
        whole: list[str] = []
        lines: list[int] = []
        boxes: list[Widget] = []
        paint, draw, put = (
            Compositor.render_full_update,
            RowList.render_line,
            StylesCache.render_widget,
        )

        def noted(self: Compositor, *args: object, **named: object) -> object:
            whole.append("page")
            return paint(self, *args, **named)  # type: ignore[arg-type]

        def counted(self: RowList, y: int) -> Strip:
            lines.append(y)
            return draw(self, y)

        def put_together(self: StylesCache, widget: Widget, crop: Region) -> list[Strip]:
            boxes.extend([widget] if isinstance(widget, Column | Row) else [])
            return put(self, widget, crop)

        monkeypatch.setattr(StylesCache, "render_widget", put_together)
        monkeypatch.setattr(Compositor, "render_full_update", noted)
        monkeypatch.setattr(RowList, "render_line", counted)
        answers = pilot.app.screen.query_one("#list", ChoiceList)
        third, fourth = (set(_lines_of(answers, index)) for index in (2, 3))
        await pilot.press("3")
        lines.clear()
        boxes.clear()
        for key, row in (("3", third), ("3", third), ("4", third | fourth)):
            await pilot.press(key)
            assert set(lines) == row
            lines.clear()

        assert whole == []
        assert boxes == []


async def test_an_answer_wakes_only_what_it_changes(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of all on the page only the list and the button have work to do at an answer."""
    id_ = world.screening(at="check.fists")
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        await pilot.press("enter", "3", "3")
        woken: set[MessagePump] = set()
        dispatch = MessagePump._dispatch_message

        async def noted(self: MessagePump, message: Message) -> None:
            woken.add(self)
            await dispatch(self, message)

        monkeypatch.setattr(MessagePump, "_dispatch_message", noted)
        pilot.app.post_message(events.Key("3", "3"))
        await pilot.pause()
        page = pilot.app.screen
        answers, go = page.query_one("#list"), page.query_one("#go")

        assert page.query_one("#list", ChoiceList).any_chosen
        assert woken == {pilot.app, page, answers, go}


def _lines_of(rows: RowList, index: int) -> range:
    """The lines of the window in which a row is drawn, while nothing is scrolled."""
    width = rows.scrollable_content_region.width
    heights = [len(rows.row_lines(at, width)) for at in range(index + 1)]
    return range(sum(heights[:-1]), sum(heights))


def test_nothing_is_collected_until_the_content_is_read(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The app starts without a look for garbage, and leaves the interpreter as it was."""
    seen: list[bool] = []
    monkeypatch.setattr(ToneCheckApp, "run", lambda self: seen.append(gc.isenabled()))

    assert start.run(world.store, world.settings, content_dir(), world.clock) == 0
    assert seen == [False]
    assert gc.isenabled()
