"""What people type is shown as it is: no markup, no control code, no crash; nothing lost."""

from __future__ import annotations

import pytest
from textual import events

from tests.tui.driving import SMALL, begun, opened
from tests.tui.screen_text import screen_text
from tests.tui.world import BORN, World
from tonecheck.screening.draft import Change

HOSTILE = [
    "[/b][red]Mia[/]",
    "{{7*7}} {name} %s",
    "\x1b[31mred\x1b[0m\x07",
    "[@click=app.quit]x[/]",
    "\u202eaiM \u200f\u2066",
    "👶🏽👩‍👧 e\u0301",
    "<b>&amp;</b>",
]
STATIONS = ["child", "worry", "check.fists", "leave", "review", "result"]


@pytest.mark.slow
@pytest.mark.parametrize("text", HOSTILE)
async def test_every_page_shows_hostile_words_as_words(world: World, text: str) -> None:
    """Names, notes, worries, observers and reporters pass every page that shows them."""
    changes = [
        Change("worry", {"level": "yes", "words": text}),
        Change("observer", text),
        Change("background.diagnosis", text),
        Change("checks.fists", {"answers": ["open"], "note": text}),
        Change("checks.stnr", {"answers": ["seen"], "reported_by": text}),
    ]
    child = {"name": text, "birth_date": BORN.isoformat()}
    id_ = world.screening(*changes, at="check.fists", child=child)
    async with world.app().run_test(size=SMALL) as pilot:
        way = await opened(pilot, id_)
        for station in way.running.stations:
            if station.key in STATIONS:
                way.jump(station)
                await pilot.pause()
                assert "\x1b" not in screen_text(pilot.app)
        way.home()
        await pilot.pause()
        shown = screen_text(pilot.app)
        await pilot.press("b")

    assert not [char for char in shown if ord(char) < 32 and char != "\n"]
    assert not [char for char in shown if char in "\u202e\u200f\u2066"]
    assert world.store.draft(id_).get("observer") == text


async def test_a_pasted_control_code_becomes_visible_text(world: World) -> None:
    """What is pasted into a field is kept with its code points spelled out."""
    id_ = world.screening(at="worry")
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        await pilot.press("1")
        pilot.app.screen.focused.post_message(events.Paste("a\x1b[31mb\u202ec"))  # type: ignore[union-attr]
        await pilot.pause()
        await pilot.press("tab", "enter")

    assert world.store.draft(id_).get("worry")["words"] == "a[U+001B][31mb[U+202E]c"


async def test_a_very_long_note_is_kept_whole(world: World) -> None:
    """A note of 100 kB is stored as it is, and the page stays usable."""
    note = "long " * 20_000
    id_ = world.screening(Change("checks.fists", {"note": note}), at="check.fists")
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        await pilot.press("t")
        await pilot.press("tab", "enter")

    assert world.store.draft(id_).get("checks.fists") == {"note": note.strip()}


async def test_a_gestation_out_of_reason_is_named(world: World) -> None:
    """55 weeks are not accepted, and the message says which numbers are."""
    async with world.app().run_test(size=SMALL) as pilot:
        await begun(pilot)
        await pilot.press("0", "0", "0", "0", "tab", *"1.7.2026", "enter", *"55", "tab", "tab")
        await pilot.press("enter")

        assert "22 to 44 weeks" in screen_text(pilot.app)
        assert world.store.draft("id1").get("child") is None
