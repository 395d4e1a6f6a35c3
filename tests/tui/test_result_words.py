"""What the result says beside the parent's page: its headline."""

from __future__ import annotations

from typing import Any

from tests.report.cases import asymmetric, scored, signs, typical, view_of
from tonecheck.protocol.pack import Pack
from tonecheck.report.view.blocks import Bullets
from tonecheck.tui.headline import TO_DO, headline, unsaid

ONE = "One sign alone says little about the cause."


def _headline(pack: Pack, data: dict[str, Any]) -> list[str]:
    screening, result = scored(pack, data)
    return [line for _, line in headline(pack, screening, result, "112", "")]


def test_a_sign_one_is_not_sure_of_comes_before_all_else(pack: Pack) -> None:
    """Whom to call for it stands first, with the nurse line where the number has one."""
    data = asymmetric(pack)
    data["urgent"] = signs(pack, lost_skill="not_sure")
    screening, result = scored(pack, data)
    for number, has_nurse in (("999", True), ("112", False)):
        mark, first = next(headline(pack, screening, result, number, ""))
        assert mark == TO_DO
        assert first.startswith("Phone your doctor now and ask about this: a lost skill.")
        assert ("phone 111 and ask a nurse" in first) is has_nurse


def test_a_lean_that_rests_on_one_check_says_so_in_the_headline(pack: Pack) -> None:
    """Right after the lean; not where several checks lean, nor beside an urgent call."""
    data = typical(pack)
    data["checks"]["scissor"] = {"answers": ["stiff"]}
    said = _headline(pack, data)
    assert said[said.index("A stiff sign: Legs crossing (“Crosses stiffly”).") + 1] == ONE
    assert ONE not in _headline(pack, asymmetric(pack))
    data["urgent"]["lost_skill"] = "yes"
    assert ONE not in _headline(pack, data)


def test_headline_and_parents_page_ask_for_the_same_checks(pack: Pack) -> None:
    """One sentence with what each check is for, right after what to do; at an urgent call none."""
    data = asymmetric(pack)
    asked = (
        "Ask for a neck check (Lying at rest); ask for a check of how your baby moves"
        " (Hands and thumbs, Reaching with both hands); ask for a hip check (How the legs open)."
    )
    to_do = next(block for block in view_of(pack, data).parent.blocks if isinstance(block, Bullets))
    assert _headline(pack, data)[1] == to_do.lines[1] == asked
    data["urgent"]["lost_skill"] = "yes"
    assert "Ask for" not in str([*_headline(pack, data), view_of(pack, data).parent.blocks[0]])


def test_what_asks_for_a_visit_without_a_lean_is_named(pack: Pack) -> None:
    """So that no check that set how soon is left out of what one says on the phone."""
    data = asymmetric(pack)
    assert "Also a reason" not in str(_headline(pack, data))
    data["checks"]["move_amount"] = {"answers": ["few"]}
    name = pack.words.checks["move_amount"].name
    assert f"Also a reason for the visit: {name}." in _headline(pack, data)


def test_what_more_checks_show_comes_first(pack: Pack) -> None:
    """One half-shut hand is stiff, too, but four checks that differ from side to side lead."""
    data = asymmetric(pack)
    data["checks"] = {
        "fists": {"left": ["open"], "right": ["mostly"]},
        "rest": {"answers": ["curve"], "side": "left"},
    }
    data["child"] = {"age_months": 5, "age_weeks": 1}
    lean = next(line for line in _headline(pack, data) if "A stiff sign" in line)
    assert lean.index("Left and right differ") < lean.index("A stiff sign")


def test_what_the_headline_said_is_not_said_again(pack: Pack) -> None:
    """A line leaves out the sentence that stands above, and keeps what follows it."""
    data = typical(pack) | {"worry": {"level": "yes", "words": "The left leg."}}
    worry = pack.words("result.worry.yes")
    assert worry in _headline(pack, data)
    told = pack.words("result.worry.yes_words", words="The left leg.")
    assert unsaid(told, _headline(pack, data)) == "You wrote: “The left leg.”"
    assert unsaid(worry, [worry]) == ""
    assert unsaid(told, ["Leans stiff."]) == told
