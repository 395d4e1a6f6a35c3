"""Page 1 is measured by its texts before it is laid out."""

from __future__ import annotations

import pytest

from tests.report.cases import CASES, earlier, view_of
from tests.report.made import rendered
from tests.shipped import PACK
from tonecheck.report.likely import likely_pages
from tonecheck.report.view.blocks import Bullets, Section


@pytest.mark.parametrize(
    ("name", "layouts"),
    [
        ("typical", 1),
        ("asymmetric", 4),
        pytest.param("endless", 4, marks=pytest.mark.slow),
    ],
)
def test_page_one_is_found_in_few_tries(name: str, layouts: int) -> None:
    """A usual report is laid out once; where page 1 must be cut, a few tries find the room."""
    assert rendered(name).layouts <= layouts


@pytest.mark.parametrize(("name", "pages"), [("typical", 1), ("asymmetric", 2), ("endless", 3)])
def test_pages_of_the_parents_part_are_told_before_it_is_laid_out(name: str, pages: int) -> None:
    """So that page 1, which names them, is laid out once."""
    before = earlier(PACK) if name == "asymmetric" else ()
    view = view_of(PACK, CASES[name](PACK), before=before)

    assert likely_pages(view.parent) == (pages, pages < 3)


@pytest.mark.parametrize(
    ("lines", "told"), [((40, 40), (1, True)), ((120, 120), (2, True)), ((150, 40), (2, False))]
)
def test_a_part_turns_only_where_that_leaves_two_pages(
    lines: tuple[int, int], told: tuple[int, bool]
) -> None:
    """What is longer flows on, so that no page is left nearly empty."""
    blocks = tuple(Bullets(title="Part", lines=("A line.",) * count) for count in lines)

    assert likely_pages(Section(id="part", title="Part", turn=1, blocks=blocks)) == told
