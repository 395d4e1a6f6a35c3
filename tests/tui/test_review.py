"""The review: gaps and answers that do not fit are pointed out; one jumps there and comes back."""

from __future__ import annotations

from tests.tui.driving import LARGE, SMALL, opened
from tests.tui.screen_text import expect_golden, screen_text
from tests.tui.world import World
from tonecheck.screening.draft import Change, Draft
from tonecheck.screening.walk import Walk
from tonecheck.tui.review_words import said_of, station_text
from tonecheck.tui.screens.check import CheckScreen
from tonecheck.tui.screens.worry import WorryScreen
from tonecheck.tui.session import Session, Station
from tonecheck.tui.widgets.choice_list import ChoiceList
from tonecheck.tui.widgets.go_button import GoButton

LOOSE = Change("checks.rest", {"answers": ["open"]})
STILL = Change("checks.move_amount", {"answers": ["few"]})
LIVELY = Change("checks.move_amount", {"answers": ["lively"]})


async def test_answers_that_do_not_fit_are_named_on_both_lines(world: World) -> None:
    """The parent sees that two answers clash, and which, in words and not by colour."""
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, world.screening(LOOSE, STILL, at="review"))
        rows = {c.id: c for c in pilot.app.screen.query_one(ChoiceList).choices}

        assert "Some answers do not fit together" in screen_text(pilot.app)
        assert rows["check.rest"].label.startswith("!")
        assert "How much your baby moves: Moves very little" in rows["check.rest"].sentence
        assert rows["check.move_amount"].label.startswith("!")
        assert "Lying at rest: Open, moving freely" in rows["check.move_amount"].sentence
        expect_golden(pilot.app, "review_unfit.80x24")
        await pilot.resize_terminal(*LARGE)
        expect_golden(pilot.app, "review_unfit.120x40")


async def test_what_was_not_seen_has_one_name(world: World) -> None:
    """A reason, and a check gone past that need not be done: the same words on row and line."""
    open_ = Walk(world.pack.protocol, world.store.draft(world.screening(at="review"))).asked
    reasons = [Change(f"checks.{c.check.id}", {"not_seen": "crying"}) for c in open_]
    plantar = Change("checks.plantar", None)
    passed = Change("passed", ["gate", "child", "situations", "worry", "check.plantar"])
    worry = Change("worry", {"level": "no"})
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, world.screening(*reasons, plantar, passed, worry, at="review"))
        rows = {c.id: c for c in pilot.app.screen.query_one(ChoiceList).choices}
        shown = screen_text(pilot.app)

        assert rows["check.rest"].sentence == "Not seen: Crying"
        assert rows["check.plantar"].sentence == "Not seen"
        assert rows["check.plantar"].label.startswith("- ")
        assert f"Checks not seen: {len(open_)}." in shown
        assert "- not seen" in shown


async def test_answers_that_fit_are_left_in_peace(world: World) -> None:
    """No line is marked where both answers can be true."""
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, world.screening(LOOSE, LIVELY, at="review"))
        rows = pilot.app.screen.query_one(ChoiceList).choices

        assert "do not fit" not in screen_text(pilot.app)
        assert not [row for row in rows if row.label.startswith("!")]


async def test_a_side_that_may_be_mixed_up_is_pointed_out(world: World) -> None:
    """A right hand that is shut more and a left one that is used less: one may be the other."""
    fists = Change("checks.fists", {"left": ["open"], "right": ["always"]})
    child = Change("child", {"age_months": 6, "age_weeks": 1})
    async with world.app().run_test(size=LARGE) as pilot:
        for side, is_told in (("left", True), ("right", False)):
            hand = Change("checks.hand_preference", {"answers": ["one"], "side": side})
            await opened(pilot, world.screening(child, fists, hand, at="review"))
            rows = {c.id: c for c in pilot.app.screen.query_one(ChoiceList).choices}
            assert (
                "other side than Hands and" in rows["check.hand_preference"].sentence
            ) is is_told
            assert ("other side than Reaching" in rows["check.fists"].sentence) is is_told


async def test_a_clash_is_jumped_to_mended_and_come_back_from(world: World) -> None:
    """Taking the line opens the check; after the change the list is back at the same line."""
    async with world.app().run_test(size=SMALL) as pilot:
        way = await opened(pilot, world.screening(LOOSE, STILL, at="review"))
        rows = pilot.app.screen.query_one(ChoiceList)
        rows.show(rows.choices, current="check.move_amount")
        await pilot.press("enter")
        assert "How much your baby moves" in screen_text(pilot.app)

        way.running.save([LIVELY])
        await pilot.press("r")
        rows = pilot.app.screen.query_one(ChoiceList)

        assert rows.has_focus
        assert rows.choices[rows.current].id == "check.move_amount"
        assert "do not fit" not in screen_text(pilot.app)


async def test_the_urgent_line_names_every_yes_and_every_doubt(world: World) -> None:
    """A sign or an answer that a doctor has seen, with the day, and a sign not sure of."""
    moro = [Change("checks.moro", {"answers": ["runs"]})]
    seen = [Change("seen_by_doctor.moro.runs", "2026-11-19")]
    id_ = world.screening(Change("urgent.fit", "not_sure"), *moro, *seen, at="review")
    async with world.app().run_test(size=SMALL) as pilot:
        way = await opened(pilot, id_)
        told = station_text(world.pack.words, way.running, "gate")

        assert told.startswith(f"Yes: {world.pack.words.checks['moro'].name}: ")
        assert "A doctor has seen it, on 19 November 2026. Not sure: a first fit (seizure)" in told


async def test_what_was_not_asked_yet_is_offered_and_taken_up_again(world: World) -> None:
    """From all answers a button leads on with the walk, and so does the next start."""
    first, second = "check.rest", "check.move_amount"
    id_ = world.screening(Change("checks.rest", {"answers": ["open"]}), at=first)
    async with world.app().run_test(size=SMALL) as pilot:
        way = await opened(pilot, id_)
        n = way.running.walk.counted.index("move_amount") + 1
        await pilot.press("r", "enter")
        assert "Back to all answers" in screen_text(pilot.app)
        await pilot.press("r", "tab")
        assert f"> Go on with check {n} <" in screen_text(pilot.app)
        await pilot.press("enter")

        screen = pilot.app.screen
        assert isinstance(screen, CheckScreen)
        assert screen.station.key == second
        assert not way.running.is_reviewing


async def test_what_was_left_open_is_filled_in_without_what_is_done(world: World) -> None:
    """Gone on from the list, a check leads to the next one that is open, the last to the list."""
    gaps = ("head_turn", "fists")
    done = [
        Change(f"checks.{c.id}", {"not_seen": "asleep"})
        for c in world.pack.protocol.checks
        if c.id not in gaps
    ]
    passed = ["situations", "worry", "background", "readiness", "leave"]
    worry = Change("worry", {"level": "no"})
    id_ = world.screening(*done, Change("passed", passed), worry, at="review")
    async with world.app().run_test(size=SMALL) as pilot:
        way = await opened(pilot, id_)
        first, second = (c for c in way.running.walk.counted if c in gaps)
        await pilot.press("tab", "enter")
        assert way.running.at.check == first
        await pilot.press("enter", "1")
        assert "Next check" in screen_text(pilot.app)
        await pilot.press("enter")
        assert way.running.at.check == second
        await pilot.press("enter", "1")
        assert "Back to all answers" in screen_text(pilot.app)
        await pilot.press("enter")

        assert way.running.at == Station("review")
        assert isinstance(pilot.app.focused, GoButton)


async def test_a_worry_never_asked_is_not_passed_over(world: World) -> None:
    """A check opened from all answers does not hide it: it comes first, as never asked."""
    passed = Change("passed", ["gate", "child", "situations", "background", "readiness"])
    id_ = world.screening(passed, at="check.move_amount")
    services = world.app().services
    assert Session(services, world.pack, id_).resumed_at == Station("worry")
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        await pilot.press("r", "tab", "tab", "enter")

        assert isinstance(pilot.app.screen, WorryScreen)
        assert "Once more" not in screen_text(pilot.app)
        assert "Are you worried about" in screen_text(pilot.app)


async def test_the_time_of_the_feed_is_named_and_an_open_worry_counts(world: World) -> None:
    """What was picked on the page before the checks shows, though no one wrote who looks."""
    fed = Change("readiness.fed_when", "not_known")
    done = [
        Change(f"checks.{check.id}", {"not_seen": "not_sure"})
        for check in world.pack.protocol.checks
    ]
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, world.screening(fed, *done, at="review"))
        rows = {c.id: c for c in pilot.app.screen.query_one(ChoiceList).choices}

        assert rows["readiness"].sentence == "When was the last feed? I do not know"
        assert "Not answered yet: 1." in screen_text(pilot.app)


def test_what_was_told_of_two_sides_is_shown(world: World) -> None:
    """A finding told by someone else is listed with who told it and each side's answer."""
    check = next(c for c in world.pack.protocol.checks if c.sides == "paired")
    left, right = [answer.id for answer in check.answers if not answer.whole][:2]
    told = {"left": [left], "right": [right], "reported_by": "Dr Okafor"}
    words = world.pack.words
    said = said_of(words, Walk(world.pack.protocol, Draft({f"checks.{check.id}": told})), check.id)

    assert said.startswith("Told by Dr Okafor: ")
    assert f"Left: {words.answer(check.id, left).label}" in said
    assert f"Right: {words.answer(check.id, right).label}" in said


async def test_a_long_list_is_paged_through(world: World) -> None:
    """The caret goes by as many rows as are in view, stays in view, and comes to both ends."""
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, world.screening(LOOSE, at="review"))
        rows = pilot.app.screen.query_one(ChoiceList)
        await pilot.press("home")
        passed = [rows.current]
        for key in ("pagedown",) * 12 + ("pageup",) * 12:
            await pilot.press(key)
            passed.append(rows.current)
        down = passed[:13]

        assert down == sorted(down)
        assert down[-1] == rows.row_count - 1
        assert down[1] >= rows.size.height // 3
        assert passed[-1] == 0

        pilot.app.screen.query_one("#go").focus()
        await pilot.press("pagedown")
        assert rows.has_focus
        assert rows.current == down[1]


async def test_a_side_that_was_not_told_is_missed(world: World) -> None:
    """A one-sided answer without its side does not look complete."""
    turned = Change("checks.head_turn", {"answers": ["prefers"]})
    id_ = world.screening(turned, at="review")
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        rows = {c.id: c for c in pilot.app.screen.query_one(ChoiceList).choices}

        assert rows["check.head_turn"].sentence.endswith("(which side is not told yet)")


async def test_up_from_the_button_goes_to_the_line_above_it(world: World) -> None:
    """To the last line in view: the list does not jump to its end."""
    checks = [Change(f"checks.{c.id}", {"not_seen": "asleep"}) for c in world.pack.protocol.checks]
    id_ = world.screening(*checks, Change("worry", {"level": "no"}), at="review")
    async with world.app().run_test(size=SMALL) as pilot:
        await opened(pilot, id_)
        rows = pilot.app.screen.query_one(ChoiceList)
        rows.scroll_to(y=0, animate=False, immediate=True)
        pilot.app.screen.query_one("#go").focus()
        await pilot.pause()
        await pilot.press("up")

        assert pilot.app.focused is rows
        assert rows.scroll_offset.y == 0
        assert 0 < rows.current < rows.row_count - 1


async def test_an_answer_the_content_no_longer_has_is_told_and_kept(world: World) -> None:
    """The check is open again on the list and the result says so; what was said stays on disk."""
    old = {"answers": ["gone"], "side": "left"}
    for at in ("review", "result"):
        id_ = world.screening(Change("checks.move_sides", old), at=at)
        async with world.app().run_test(size=SMALL) as pilot:
            await opened(pilot, id_)
            said = " ".join(screen_text(pilot.app).split())
            assert (
                "Asked in another way since you answered: Left and right compared."
                in said.replace(" │ │ ", " ")
            )
            assert world.store.draft(id_).get("checks.move_sides") == old


async def test_a_long_note_is_told_with_the_sign_that_it_goes_on(world: World) -> None:
    """What is cut ends with dots, so that nobody takes it for lost."""
    note = Change("checks.rest", {"answers": ["bent"], "note": "word " * 60})
    walk = Walk(world.pack.protocol, world.store.draft(world.screening(note, at="review")))

    assert said_of(world.pack.words, walk, "rest").endswith("...")
