"""A figure's description made into a scene: what lies behind first, the marks last."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tonecheck.errors import ContentError
from tonecheck.figures.geometry import Frame, Point
from tonecheck.figures.marks import KINDS, mark_part
from tonecheck.figures.pose import Figure, Mark, Shape, Spot, Stamp
from tonecheck.figures.scene import HEIGHT, WIDTH, Part, Scene, Stroke, line
from tonecheck.figures.skeleton import draw_baby

Stamps = Mapping[str, tuple[Shape, ...]]


def compose(figure: Figure, stamps: Stamps) -> Scene:
    """The scene of a figure. Raises ContentError where it names what is not there."""
    bodies = [draw_baby(baby) for baby in figure.babies]
    places = dict(bodies[0].places) if bodies else {}
    for number, body in enumerate(bodies, start=1):
        places.update({f"{number}.{name}": at for name, at in body.places.items()})
    parts = list(_mat(figure))
    parts += [_shape(shape, Frame()) for shape in figure.back]
    parts += [p for stamp in figure.stamps if stamp.under for p in _stamp(stamp, stamps, places)]
    parts += [part for body in bodies for part in body.parts]
    parts += [_shape(shape, Frame()) for shape in figure.shapes]
    parts += [p for s in figure.stamps if not s.under for p in _stamp(s, stamps, places)]
    parts += [mark_part(mark, _mark_spots(mark, places)) for mark in figure.marks]
    return Scene(tuple(parts))


def _mat(figure: Figure) -> Iterator[Part]:
    if figure.mat == "above":
        corners = ((10, 6), (WIDTH - 10, 6), (WIDTH - 10, HEIGHT - 6), (10, HEIGHT - 6))
        yield Part("mat", (Stroke(corners, 8, closed=True, filled=True),), outlined=False)
    elif isinstance(figure.mat, tuple):
        left, right, top = figure.mat
        yield Part("floor", (line([(left, top + 3.5), (right, top + 3.5)], 7),))
    elif figure.mat is not None:
        top = figure.mat + 3.5
        yield Part("floor", (line([(10, top), (WIDTH - 10, top)], 7),))


def _shape(shape: Shape, frame: Frame) -> Part:
    strokes = []
    for numbers in shape.strokes:
        width, *rest = numbers
        points = tuple(frame.place(p) for p in zip(rest[::2], rest[1::2], strict=True))
        strokes.append(Stroke(points, width * frame.size, shape.smooth, shape.closed, shape.filled))
    return Part(shape.tone, tuple(strokes), shape.outlined)


def _stamp(stamp: Stamp, stamps: Stamps, places: Mapping[str, Point]) -> list[Part]:
    if stamp.stamp not in stamps:
        raise ContentError(f"there is no stamp {stamp.stamp!r}")
    frame = Frame(_spot(stamp.at, stamp.by, places), stamp.turn, stamp.size, stamp.flip)
    return [_shape(shape, frame) for shape in stamps[stamp.stamp]]


def _spot(spot: Spot, by: Point, places: Mapping[str, Point]) -> Point:
    if isinstance(spot, str):
        if spot not in places:
            raise ContentError(f"there is no place {spot!r}")
        spot = places[spot]
    return (spot[0] + by[0], spot[1] + by[1])


def _mark_spots(mark: Mark, places: Mapping[str, Point]) -> dict[str, tuple[Point, ...]]:
    given = {kind: value for kind in KINDS if (value := getattr(mark, kind)) not in (None, ())}
    if len(given) != 1:
        raise ContentError(f"a mark is of one kind, not of {len(given)}")
    ((kind, value),) = given.items()
    spots = value if kind in ("arrow", "line", "zigzag") else (value,)
    return {kind: tuple(_spot(spot, mark.by, places) for spot in spots)}
