"""What another age step would change, in parents' words."""

from __future__ import annotations

import pytest

from tests.factories import screening_at
from tonecheck.protocol.pack import Pack
from tonecheck.tui.age_words import edges


@pytest.mark.parametrize(("days", "said"), [(120, 1), (123, 0)])
def test_only_what_would_count_for_more_is_said(pack: Pack, days: int, said: int) -> None:
    """Just before a step the graver reading is told; just after it, nothing sounds like less."""
    screening = screening_at(days, checks={"fists": {"answers": ["always"]}})

    assert len(list(edges(pack, screening))) == said
