"""Answers the content does not have (any more)."""

from __future__ import annotations

from tests.shipped import PROTOCOL
from tonecheck.screening.draft import Change, Draft
from tonecheck.screening.outdated import known_part


def test_only_what_the_content_does_not_know_is_taken_out() -> None:
    """An unknown answer goes with the side told for it; the note, and all that is known, stay."""
    known = {"answers": ["oneside"], "side": "left", "note": "Since birth."}
    draft = Draft(
        {
            "checks.moro": known,
            "checks.move_sides": {"answers": ["gone"], "side": "left", "note": "Since birth."},
            "checks.fists": {"left": ["open", "gone"], "right": ["gone"], "state": "calm"},
            "checks.scissor": {"answers": ["gone"]},
            "checks.gone": {"answers": ["yes"]},
        }
    )

    found, changes = known_part(PROTOCOL, draft)
    assert found.table("checks").keys() == {"moro", "move_sides", "fists"}
    assert changes == (
        Change("checks.move_sides", {"note": "Since birth."}),
        Change("checks.fists", {"state": "calm", "left": ["open"]}),
        Change("checks.scissor", None),
        Change("checks.gone", None),
    )
