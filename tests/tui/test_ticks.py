"""Ticks on the page of a check: what one takes off or closes, and what was never in view."""

from __future__ import annotations

from tests.tui.checks import check_page, check_with_sides
from tests.tui.driving import LARGE, SMALL, opened, press
from tests.tui.screen_text import screen_text
from tests.tui.world import World
from tonecheck.screening.draft import Change
from tonecheck.screening.walk import LEAVE
from tonecheck.tui import say
from tonecheck.tui.session import Station
from tonecheck.tui.widgets.go_button import GoButton


async def test_what_an_answer_takes_away_out_of_sight_is_named(world: World) -> None:
    """Sides said before are named when one answer for both, or that they differ, replaces them."""
    check = check_with_sides(world)
    words = world.pack.words
    first, second = [a for a in check.answers if not a.whole][:2]
    sides = Change(f"checks.{check.id}", {"left": [first.id], "right": [second.id]})
    said = say.answers(words, check.id, [first.id, second.id])
    for keys in ("home 1", "d n"):
        async with world.app().run_test(size=SMALL) as pilot:
            await opened(pilot, world.screening(sides, at=f"check.{check.id}"))
            await press(pilot, keys)
            text = " ".join(screen_text(pilot.app).split())
            assert f"Does not go with this, so taken off: {said}." in text


async def test_only_where_several_go_together_all_that_fit_are_asked_for(world: World) -> None:
    """A check whose answers exclude each other does not ask to tick several."""
    asked = {check.id: check.takes_many() for check in world.pack.protocol.checks}
    assert asked["rest"]
    assert not asked["prone"]
    async with world.app().run_test(size=LARGE) as pilot:
        way = await opened(pilot, world.screening(at="check.rest"))
        assert "Tick what fits." in screen_text(pilot.app)
        way.jump(Station("check", "prone"))
        await pilot.pause()

        assert "Tick what fits." not in screen_text(pilot.app)


async def test_the_button_counts_the_answers_that_were_never_in_view(world: World) -> None:
    """Until one has gone down to them; gone up again, they stay seen."""
    id_ = world.screening(at="check.rest")
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        await pilot.press("enter", "1")
        go = pilot.app.screen.query_one(GoButton)
        assert go.label.endswith("(2 more below)")
        await pilot.press("down")
        choices = check_page(pilot).choices
        assert choices.has_focus
        assert choices.current == choices.row_count - choices.unseen - 1
        await pilot.press("end")
        await pilot.pause()
        assert "More" not in go.label
        await pilot.press("home")

        assert "More" not in go.label


async def test_a_tick_that_goes_out_of_sight_is_named(world: World) -> None:
    """What a later answer takes the place of is said, with the key that brings it back."""
    id_ = world.screening(at="check.moro")
    async with world.app().run_test(size=(60, 20)) as pilot:
        await opened(pilot, id_)
        await press(pilot, "enter 5 1")
        shown = " ".join(screen_text(pilot.app).split())
        assert "Does not go with this, so taken off: One arm flings less. Press u" in shown
        await press(pilot, "2 6")

        assert "taken off" not in screen_text(pilot.app)
        assert world.store.draft(id_).get("checks.moro")["answers"] == ["small", "hair"]


async def test_a_tick_that_another_takes_off_in_sight_is_named_where_ticks_are_many(
    world: World,
) -> None:
    """Where one answer alone can stand it moves, and nothing need be said."""
    async with world.app().run_test(size=LARGE) as pilot:
        way = await opened(pilot, world.screening(at="check.moro"))
        await press(pilot, "5 1")
        assert "Does not go with this, so taken off: One arm flings less. Press u" in screen_text(
            pilot.app
        )
        way.jump(Station("check", "prone"))
        await press(pilot, "2 1")

        assert "taken off" not in screen_text(pilot.app)


async def test_down_from_the_button_that_ends_the_page_leads_nowhere(world: World) -> None:
    """With every answer in view the focus stays, so that Enter leads on."""
    async with world.app().run_test(size=LARGE) as pilot:
        await opened(pilot, world.screening(at="check.hands_meet"))
        await press(pilot, "1 down")

        assert pilot.app.screen.query_one(GoButton).has_focus


async def test_tab_and_enter_take_no_tick_back(world: World) -> None:
    """Back on the list by Tab, the parent has pointed at no row; Enter says so."""
    id_ = world.screening(at="check.rest")
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        await press(pilot, "enter 1 tab enter")

        assert world.store.draft(id_).get("checks.rest") == {"answers": ["bent"]}


async def test_an_answer_pressed_again_is_taken_back_and_that_is_said(world: World) -> None:
    """No caret is left where Enter takes nothing, and the answer that went is named."""
    id_ = world.screening(at="check.hands_meet")
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        await press(pilot, "enter 1 1")

        assert "Taken back: Hands meet" in screen_text(pilot.app)
        assert "> 1" not in screen_text(pilot.app)
        assert not world.store.draft(id_).get("checks.hands_meet")


async def test_up_from_the_first_row_leads_nowhere_but_up(world: World) -> None:
    """Not to the button below, from where it would lead back for ever."""
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, world.screening(at="check.hands_meet"))
        await press(pilot, "enter up up up")

        assert pilot.app.focused is check_page(pilot).choices


async def test_no_answer_changes_how_many_checks_there_are(world: World) -> None:
    """A check that hangs on another's answer counts from the start; closed, it stays left out."""
    later = next(c for c in world.pack.protocol.checks if c.requires)
    needed, answer = later.needed
    id_ = world.screening(at=f"check.{needed}")
    async with world.app().run_test(size=SMALL) as pilot:
        way = await opened(pilot, id_)
        walk = way.running.walk
        assert later.id in walk.counted
        assert later.id in [card.check.id for card in walk.left]
        counts = [len(walk.counted)]
        others = [a.id for a in world.pack.protocol.by_id[needed].answers if a.id != answer]
        for given in (answer, others[-1]):
            entry = {"answers": [given], "side": "left"}
            way.running.save([Change(f"checks.{needed}", entry)])
            counts.append(len(way.running.walk.counted))
        for changes in ([], way.running.walk.forward(LEAVE)):
            way.running.save(changes)
            check_page(pilot).redraw()
            await pilot.pause()
            strip = screen_text(pilot.app).splitlines()[1]

            assert f"of {counts[0]}" in strip
            assert strip.split()[4].count("/") == 1
            assert "/ left out" in strip
        assert len(set(counts)) == 1
        assert strip.endswith("- not seen / left out . open")
