"""Geometry: mirrored pictures, Braille dots and joint angles do what they say."""

from __future__ import annotations

import pytest

from tonecheck.figures.braille import write_braille
from tonecheck.figures.compose import compose
from tonecheck.figures.geometry import Frame, going
from tonecheck.figures.marks import mark_part
from tonecheck.figures.pose import Baby, Figure, Mark, Tone
from tonecheck.figures.scene import HEIGHT, WIDTH, Part, Scene, Stroke, dot, line
from tonecheck.figures.skeleton import draw_baby
from tonecheck.figures.svg import write_svg

INK = {"ink": Tone(fill="#000", line="#000", dots="on"), "hole": Tone(fill="#fff", line="#000")}


def test_a_mirror_of_a_mirror_is_the_picture() -> None:
    """Turning twice changes nothing."""
    scene = compose(Figure(babies=(Baby(arm_left=(90, 90), look=40),)), {})

    twice = scene.mirrored().mirrored()

    assert write_svg(twice, _all_tones(scene)) == write_svg(scene, _all_tones(scene))
    assert write_svg(scene.mirrored(), _all_tones(scene)) != write_svg(scene, _all_tones(scene))


def _all_tones(scene: Scene) -> dict[str, Tone]:
    return {part.tone: INK["ink"] for part in scene.parts}


def test_the_babys_left_is_the_viewers_right_from_the_front() -> None:
    """And the viewer's left from behind."""
    front, back = draw_baby(Baby()).places, draw_baby(Baby(view="back")).places

    assert front["hand_left"][0] > front["chest"][0] > front["hand_right"][0]
    assert back["hand_left"][0] < back["chest"][0] < back["hand_right"][0]


@pytest.mark.parametrize(("angle", "x", "y"), [(0, 0, 1), (90, 1, 0), (180, 0, -1)])
def test_limb_angles_start_down_the_body(angle: float, x: int, y: int) -> None:
    """0 points to the feet, 90 outwards, 180 to the head; the elbow goes where the angle says."""
    places = draw_baby(Baby(arm_left=(angle, angle))).places
    shoulder, elbow = places["shoulder_left"], places["elbow_left"]

    assert elbow[0] - shoulder[0] == pytest.approx(13 * x, abs=0.01)
    assert elbow[1] - shoulder[1] == pytest.approx(13 * y, abs=0.01)


def test_a_turned_baby_is_the_same_baby() -> None:
    """Lying down changes where things are, not how long they are."""
    up, down = (draw_baby(Baby(view="side", turn=turn)).places for turn in (0, 90))
    frame = Frame(at=(100, 70), turn=90)

    for name, (x, y) in up.items():
        assert frame.place((x - 100, y - 70)) == pytest.approx(down[name], abs=0.01)


def test_going_follows_the_clock() -> None:
    """0 degrees is up, 90 to the right."""
    assert going((0, 0), 0, 2) == pytest.approx((0, -2))
    assert going((0, 0), 90, 2) == pytest.approx((2, 0))


def test_a_stroke_lights_the_dots_it_covers() -> None:
    """A line across the middle of the picture is one unbroken row of characters."""
    across = line([(0, HEIGHT / 2), (WIDTH, HEIGHT / 2)], 2)
    text = write_braille(Scene((Part("ink", (across,), outlined=False),)), INK, 40, 12)

    assert [row for row, chars in enumerate(text) if chars != "\u2800" * 40] == [5, 6]
    assert all(a != "\u2800" or b != "\u2800" for a, b in zip(text[5], text[6], strict=True))


def test_what_is_painted_later_covers() -> None:
    """A hollow shape wipes out what lies below it and keeps its outline."""
    below, above = Part("ink", (dot((100, 60), 80),)), Part("hole", (dot((100, 60), 40),))
    solid, hollow = (write_braille(Scene(p), INK, 40, 12) for p in ((below,), (below, above)))

    assert solid[6][20] == "\u28ff"
    assert hollow[6][20] == "\u2800"
    assert hollow[6][13] == solid[6][13] == "\u28ff"


def test_the_picture_keeps_its_shape() -> None:
    """In a wide space a round spot stays round and stands in the middle."""
    text = write_braille(Scene((Part("ink", (dot((100, 60), 60),)),)), INK, 80, 12)
    columns = [i for chars in text for i, char in enumerate(chars) if char != "\u2800"]
    rows = [i for i, chars in enumerate(text) if chars.strip("\u2800")]

    assert (min(columns) + max(columns)) / 2 == pytest.approx(39.5)
    assert (max(columns) - min(columns) + 1) * 2 == pytest.approx(
        (max(rows) - min(rows) + 1) * 4, abs=4
    )


def test_a_small_picture_is_cut_to_what_it_shows() -> None:
    """Solid, as large as its space but for a dot at each edge, and what runs out is cut."""
    tones = {
        "body": Tone(fill="#000", line="#000", small="on"),
        "arm": Tone(fill="#000", line="#000", cut=True),
    }
    body, arm = Part("body", (dot((150, 60), 40),)), Part("arm", (line([(0, 60), (150, 60)], 4),))

    text = write_braille(Scene((arm, body)), tones, 14, 7)

    assert text[3][6] == text[3][4] == text[3][9] == "\u28ff"
    assert text[0][6] == "\u28f6"
    assert text[6][6] == "\u283f"
    assert text[3][0] != "\u2800"


def test_a_filled_shape_is_filled() -> None:
    """The inside of a closed shape is painted, the outside is not."""
    square = Stroke(((60, 30), (140, 30), (140, 90), (60, 90)), 1, closed=True, filled=True)
    text = write_braille(Scene((Part("ink", (square,), outlined=False),)), INK, 40, 12)

    assert text[6][20] == "\u28ff"
    assert text[6][4] == text[0][20] == "\u2800"


def test_strokes_of_one_width_make_one_path() -> None:
    """Two strokes, an outline and a fill: two paths, not four."""
    part = Part("ink", (line([(1, 1), (2, 2)], 3), line([(5, 5), (6, 6)], 3)))

    assert write_svg(Scene((part,)), INK).count("<path") == 2


def test_a_place_to_look_at_has_another_shape_than_a_worry() -> None:
    """A ring in pieces and a closed ring: told apart without colour."""
    look, ring = (
        mark_part(mark, {kind: ((100, 60),)})
        for kind, mark in (("look", Mark(look=(100, 60))), ("ring", Mark(ring=(100, 60))))
    )

    assert [stroke.closed for stroke in ring.strokes] == [True]
    assert [stroke.closed for stroke in look.strokes] == [False] * 4
    assert look.tone != ring.tone
