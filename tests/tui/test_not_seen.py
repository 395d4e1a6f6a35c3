"""The reasons why a check was not seen: the same number for the same reason, everywhere."""

from __future__ import annotations

from tests.tui.checks import check_page
from tests.tui.driving import SMALL, opened, press
from tests.tui.screen_text import screen_text
from tests.tui.world import World
from tonecheck.screening.draft import Draft
from tonecheck.screening.walk import Walk
from tonecheck.tui.not_seen import reasons


def test_a_reason_has_the_same_number_in_every_check(world: World) -> None:
    """Those that fit every check come first, so that a gap can only be behind them."""
    draft = Draft({"child": {"age_months": 4}})
    walk = Walk(world.pack.protocol, draft)
    found = [reasons(card) for card in walk.cards]
    numbers = {key: {r[key] for r in found if key in r} for key in set().union(*found)}

    assert all(len(each) == 1 for each in numbers.values())
    assert len({n for each in numbers.values() for n in each}) == len(numbers) == 9
    assert all([*r.values()][:4] == ["1", "2", "3", "4"] for r in found)
    assert len({tuple(r) for r in found}) > 1


async def test_a_note_begun_among_the_reasons_leads_back_to_them(world: World) -> None:
    """The number of a reason, pressed next, is not taken for that of an answer."""
    id_ = world.screening(at="check.rest")
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        await press(pilot, "c t O d d tab enter")
        assert "Why is there no answer?" in screen_text(pilot.app)
        await press(pilot, "1")

        kept = world.store.draft(id_).get("checks.rest")
        assert kept == {"not_seen": "not_sure", "note": "Odd"}


async def test_what_no_answer_fits_is_told_in_own_words_and_counts_as_done(world: World) -> None:
    """The reason leads to the note, the note back to the answers, and on to the next check."""
    id_ = world.screening(at="check.rest")
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        await press(pilot, "c 2")
        assert "What did you see? Write it in your own words" in screen_text(pilot.app)
        await press(pilot, "O d d tab enter")
        assert "No answer fits, or only" in screen_text(pilot.app)
        await press(pilot, "enter")

        kept = world.store.draft(id_).get("checks.rest")
        assert kept == {"not_seen": "fits_none", "note": "Odd"}
        assert check_page(pilot).station.check != "rest"
        assert "x>" in screen_text(pilot.app)


async def test_the_state_of_what_no_answer_fits_is_kept_and_asked(world: World) -> None:
    """Told before, it stays; not told, it is asked as of any other answer."""
    id_ = world.screening(at="check.prone")
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        await press(pilot, "c 2 O tab enter enter")
        assert "How was your baby when you saw it?" in screen_text(pilot.app)
        await press(pilot, "4")
    kept = {"not_seen": "fits_none", "note": "O", "state": "calm"}
    walk = Walk(world.pack.protocol, world.store.draft(id_))

    assert walk.entry("prone") == kept
    assert walk.not_seen("prone", "fits_none")[0].value == kept
    assert walk.not_seen("prone", "not_sure")[0].value == {"not_seen": "not_sure", "note": "O"}
