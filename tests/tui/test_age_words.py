"""What another age step would change, in parents' words."""

from __future__ import annotations

import pytest

from tests.factories import clear_gate, screening_at
from tonecheck.protocol.pack import Pack
from tonecheck.scoring.score import score
from tonecheck.tui.age_words import edges


@pytest.mark.parametrize(("days", "said"), [(120, 1), (123, 0)])
def test_only_what_would_ask_for_more_is_said(pack: Pack, days: int, said: int) -> None:
    """Just before a step the graver reading is told; just after it, nothing sounds like less."""
    screening = screening_at(
        days,
        urgent=clear_gate(pack.protocol),
        checks={"fists": {"answers": ["always"]}},
    )

    assert len(list(edges(pack, screening, score(pack, screening)))) == said


def test_what_would_ask_for_no_more_than_the_result_is_left_out(pack: Pack) -> None:
    """Two weeks are not told of where this week is asked for already."""
    checks = {"fists": {"answers": ["always"]}, "rest": {"answers": ["arch"]}}
    screening = screening_at(120, urgent=clear_gate(pack.protocol), checks=checks)
    result = score(pack, screening)

    assert result.action == "prompt"
    assert not list(edges(pack, screening, result))
