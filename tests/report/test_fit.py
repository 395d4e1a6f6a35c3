"""Page 1 loses nothing when it is cut."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.report.cases import HOSTILE, asymmetric, endless, typical, urgent, view_of
from tonecheck.protocol.pack import Pack
from tonecheck.report.fit import GIVEN_UP, ROOMS, WHOLE, Room, fit_front
from tonecheck.report.view.blocks import Fact
from tonecheck.report.view.model import Front


def _texts(front: Front) -> list[str]:
    facts: list[Fact] = [*front.who, *front.worry, *front.background, *front.more, front.data]
    lines = list(front.banner.lines) if front.banner else []
    if front.seen:
        facts += front.seen.others
        lines += [line for group in front.seen.groups for line in group.lines]
    if front.computed:
        facts += [*front.computed.facts, *front.computed.others]
    return [*(fact.value for fact in facts), *lines]


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("case", [asymmetric, endless, urgent])
def test_what_is_cut_stands_in_full_in_the_continuation(
    pack: Pack, case: object, room: Room
) -> None:
    """Every text of the whole front sheet is on page 1 or, whole, in the continuation."""
    assert callable(case)
    view = view_of(pack, case(pack))
    front, rest = fit_front(view.front, view.overflow, room)
    kept = {*_texts(front), *(fact.value for fact in rest.facts)}
    kept |= {line for group in rest.groups for line in group.lines}
    assert set(_texts(view.front)) <= kept


@pytest.mark.parametrize("room", [*ROOMS, WHOLE])
def test_notes_on_page_one_are_bounded_and_none_is_passed_over(pack: Pack, room: Room) -> None:
    """Those that fit stand there, long ones begun, and the others are counted."""
    data = endless(pack)
    for check in pack.protocol.checks:
        if check.id in data["checks"]:
            data["checks"][check.id].setdefault("note", HOSTILE)
    view = view_of(pack, data)
    front, _ = fit_front(view.front, view.overflow, room)
    assert view.front.notes is not None
    assert front.notes is not None
    whole, lines = view.front.notes.lines, front.notes.lines
    if room is WHOLE:
        assert lines == whole
        return
    *shown, more = lines
    assert shown
    assert sum(map(len, lines)) <= sum(room.notes) + 30 * len(lines)
    assert more == f"and more: {len(whole) - len(shown)}, with the answers from page 2 on"
    for line, note in zip(shown, whole, strict=False):
        assert note.startswith(line.removesuffix(" … (from page 2 on)"))


def test_lists_are_given_up_before_a_finding(pack: Pack) -> None:
    """What is typical goes first; what was not seen, last before a finding, leaves its count."""
    view = view_of(pack, typical(pack))
    assert view.front.seen is not None
    for room, is_listed in ((ROOMS[0], True), (ROOMS[1], False)):
        front, rest = fit_front(view.front, view.overflow, room)
        assert front.seen is not None
        assert any("no scissoring" in fact.value for fact in front.seen.others) is is_listed
        assert any("no scissoring" in fact.value for fact in rest.facts) is not is_listed
    front, _ = fit_front(view.front, view.overflow, ROOMS[len(GIVEN_UP)])
    assert front.more[0].value == "counted at this age: 6, others: 6; named on page 2"
    assert "6, named on page 2" in [fact.value for fact in front.background]


def test_the_mildest_findings_go_first_and_each_side_keeps_its_gravest(pack: Pack) -> None:
    """With room for few lines the gravest of every side stay, and the rest is counted."""
    view = view_of(pack, asymmetric(pack))
    front, rest = fit_front(view.front, view.overflow, replace(ROOMS[0], lines=3))
    assert front.seen is not None
    groups = {group.title: group.lines for group in front.seen.groups}
    assert "left hand used much less" in groups["Left"][0]
    assert groups["Right"][-1] == "2 more on page 2, by the rules of the same or a lower level"
    assert not any("crying" in line for line in groups["Right"])
    assert [group.title for group in rest.groups] == ["Right"]


def test_known_diagnoses_and_since_when_are_not_cut(pack: Pack) -> None:
    """Even with the least room, they stand on page 1."""
    data = endless(pack)
    data["background"] |= {"diagnosis": "Down syndrome " * 8, "since": "the fall of her cot"}
    view = view_of(pack, data)
    front, _ = fit_front(view.front, view.overflow, ROOMS[-1])
    assert front.worry[1:] == view.front.worry[1:]
    assert front.background[0] == view.front.background[0]
    assert "Down syndrome" in front.background[0].value


def test_a_list_is_cut_between_its_parts(pack: Pack) -> None:
    """Half the name of a situation could be read as another one."""
    data = asymmetric(pack)
    data["situations"] = [s.id for s in pack.protocol.situations if not s.private]
    whole = view_of(pack, data).front
    front, _ = fit_front(whole, view_of(pack, data).overflow, ROOMS[-1])
    (full,) = [fact.value for fact in whole.background if fact.label.startswith("Reasons to leave")]
    (cut,) = [fact.value for fact in front.background if fact.label.startswith("Reasons to leave")]
    shown = cut.removesuffix(" … (page 2)")
    assert cut != full
    assert full.startswith(f"{shown}; ")


def test_cut_texts_name_the_page_they_go_on(pack: Pack) -> None:
    """A shortened text says where it continues, and is no longer than its room."""
    view = view_of(pack, endless(pack))
    front, _ = fit_front(view.front, view.overflow, ROOMS[-1])
    assert front.worry[0].value.endswith("(page 2)")
    assert len(front.worry[0].value) < ROOMS[-1].worry + 40


def test_hardly_begun_lines_are_left_for_later(pack: Pack) -> None:
    """A cut after the first word of a line goes back to the line before."""
    view = view_of(pack, asymmetric(pack))
    text = "a reason that is told in full here\nnot asked of a parent at this age, all of it"
    told = view.front.who[0].model_copy(update={"value": text})
    front = view.front.model_copy(update={"who": (told,)})
    fitted, rest = fit_front(front, view.overflow, Room(90, 41, 50, 9))
    assert fitted.who[0].value == "a reason that is told in full here … (page 2)"
    assert told in rest.facts


def test_enough_room_changes_nothing(pack: Pack) -> None:
    """Without pages nothing is cut, however long."""
    view = view_of(pack, endless(pack))
    front, rest = fit_front(view.front, view.overflow, WHOLE)
    assert front == view.front
    assert not rest


def test_words_of_the_parent_are_no_template(pack: Pack) -> None:
    """Braces in a worry that is cut are printed, not filled in."""
    data = asymmetric(pack)
    data["worry"] = {"level": "yes", "words": "{shown} {count} {0} " * 100}
    view = view_of(pack, data)
    front, _ = fit_front(view.front, view.overflow, ROOMS[-1])
    assert front.worry[0].value.startswith("Yes. “{shown} {count} {0}")
