"""What changed between looks, item by item."""

from __future__ import annotations

from collections.abc import Mapping

from tests.factories import at_months
from tonecheck.protocol.pack import Pack
from tonecheck.scoring.score import score
from tonecheck.tui.changes import Look, items


def _said(pack: Pack, *entries: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
    screenings = [at_months(5, checks={"hand_preference": entry}) for entry in entries]
    looks = [Look(screening, score(pack, screening)) for screening in screenings]
    return {kind: found[0].said for kind, found in items(pack, looks).items() if found}


def test_the_same_answer_on_the_other_side_has_changed(pack: Pack) -> None:
    """Its side stands beside it with what was asked."""
    left, right = ({"answers": ["one"], "side": side} for side in ("left", "right"))
    asked = "One hand used less (Which hand does your baby use less? {})"

    assert _said(pack, left, right) == {"changed": (asked.format("left"), asked.format("right"))}
    assert list(_said(pack, left, left)) == ["same"]


def test_own_words_stand_for_an_answer_that_none_fits(pack: Pack) -> None:
    """Other words are another answer."""
    notes = ({"not_seen": "fits_none", "note": note} for note in ("At times", "Not any more"))

    assert _said(pack, *notes) == {
        "changed": (
            "No answer fits, or only at times; At times",
            "No answer fits, or only at times; Not any more",
        )
    }
