"""The body map: every part the rules look for, drawn once and mirrored."""

from __future__ import annotations

import pytest

from tonecheck import figures
from tonecheck.errors import ContentError
from tonecheck.figures.body_map import FILE, HEIGHT, WIDTH, read_body_map
from tonecheck.figures.library import read_files
from tonecheck.protocol.locate import content_dir
from tonecheck.protocol.pack import Pack


def test_left_is_the_mirror_of_right(pack: Pack) -> None:
    """Seen from the front, the baby's right is on the reader's left, and both halves agree."""
    for region in pack.protocol.result.coverage.regions:
        right = figures.body_area(pack, region, "right")
        left = figures.body_area(pack, region, "left")
        points = [point for line in right.outlines for point in line]

        assert all(0 < x <= WIDTH / 2 and 0 < y < HEIGHT for x, y in points)
        assert [(WIDTH - x, y) for line in left.outlines for x, y in line] == [
            pytest.approx(point) for point in points
        ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "is missing"),
        ("[arms", "is not valid TOML"),
        ("[arms]\noutlines = [[1, 2, 3]]\nsign = [1, 2]", "three points"),
    ],
)
def test_a_map_that_cannot_be_drawn_is_named(text: str | None, said: str) -> None:
    """Whoever edits the map is told the file and what is wrong with it."""
    with pytest.raises(ContentError, match=said):
        read_body_map({} if text is None else {FILE: text})


def test_a_part_the_rules_look_for_and_nobody_drew_is_a_fault(pack: Pack) -> None:
    """`content check` names the part that the map leaves out."""
    files = {**read_files(content_dir())}
    files[FILE] = files[FILE].replace("[arms]", "[wings]")
    without = pack.model_copy(update={"files": files, "fingerprint": "without"})

    assert [(fault.file, fault.key) for fault in figures.figure_faults(without)] == [(FILE, "arms")]
