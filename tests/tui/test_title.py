"""The top line: the age is always read; a long or wide name gives way."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot

from tests.tui.driving import LARGE, SMALL, opened
from tests.tui.screen_text import screen_text
from tests.tui.world import BORN, World
from tonecheck.tui.cut import cut
from tonecheck.tui.session import Station

NAMES = [
    "Mia",
    "Maximilian Alexander von und zu",
    "\u738b\u5c0f\u660e" * 8,
    "\U0001f476\U0001f3fd" * 12,
]

AGES = "4 mo 1 wk (from due date 2 mo 2 wk)"


@pytest.mark.parametrize("name", NAMES)
async def test_the_age_is_never_cut_off(world: World, name: str) -> None:
    """Both ages stand at the right in full: in the smallest window, and with a long title."""
    child = {"name": name, "birth_date": BORN.isoformat(), "gestation_weeks": 32}
    id_ = world.screening(at="check.fists", child=child)
    async with world.app().run_test(size=(60, 20)) as pilot:
        way = await opened(pilot, id_)
        assert _top(pilot).endswith(AGES)
        way.jump(Station("leave"))
        await pilot.pause()
        assert _top(pilot).endswith(AGES)
        await pilot.resize_terminal(*SMALL)
        assert _top(pilot).endswith(AGES)
        await pilot.resize_terminal(*LARGE)

        assert _top(pilot).endswith(AGES)
        assert name[0] in _top(pilot)


def _top(pilot: Pilot[None]) -> str:
    return screen_text(pilot.app).splitlines()[0]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("cells", [0, 2, 6, 20])
def test_words_are_cut_by_the_columns_they_take(name: str, cells: int) -> None:
    """No cut text is wider than asked, and what fits is left whole."""
    assert cell_len(cut(name, cells)) <= cells
    assert cut(name, 99) == name
