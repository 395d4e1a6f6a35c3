"""Rings, rays, arrows and the other signs that say what to look at; shape first, then colour."""

from __future__ import annotations

from itertools import pairwise
from math import atan2, degrees, dist

from tonecheck.figures.geometry import Point, arc, curve_points, going
from tonecheck.figures.pose import Mark
from tonecheck.figures.scene import Part, Stroke, line

_THIN, _THICK = 2.4, 3.4
_DASH = 5.0
_CORNERS = (0, 90, 180, 270)


def mark_part(mark: Mark, spots: dict[str, tuple[Point, ...]]) -> Part:
    """The mark as one part; `spots` holds its places in the picture, by the kind of mark."""
    ((kind, points),) = spots.items()
    tone = mark.tone or _TONES[kind]
    return Part(tone, tuple(KINDS[kind](mark, points)), outlined=False)


def _ring(mark: Mark, points: tuple[Point, ...]) -> list[Stroke]:
    radius = (mark.size, mark.tall or mark.size)
    centre = points[0]
    corners = arc(centre, radius, 0, 360, 12)[:-1]
    return [Stroke(tuple(_turned(c, centre, mark.turn) for c in corners), _THIN, True, True)]


def _look(mark: Mark, points: tuple[Point, ...]) -> list[Stroke]:
    """A ring in four pieces."""
    radius = (mark.size, mark.tall or mark.size)
    return [line(arc(points[0], radius, a + 20, a + 70, 3), _THICK, smooth=True) for a in _CORNERS]


def _turned(point: Point, centre: Point, turn: float) -> Point:
    if not turn:
        return point
    angle = degrees(atan2(point[0] - centre[0], centre[1] - point[1])) + turn
    return going(centre, angle, dist(point, centre))


def _rays(mark: Mark, points: tuple[Point, ...]) -> list[Stroke]:
    long = mark.tall or 6
    angles = _fan(mark)
    return [
        line([going(points[0], a, mark.size), going(points[0], a, mark.size + long)], _THIN)
        for a in angles
    ]


def _fan(mark: Mark) -> list[float]:
    """`count` directions spread over `span` degrees round `turn`."""
    if mark.span >= 360:
        return [mark.turn + 360 * i / mark.count for i in range(mark.count)]
    if mark.count == 1:
        return [mark.turn]
    return [mark.turn - mark.span / 2 + mark.span * i / (mark.count - 1) for i in range(mark.count)]


def _waves(mark: Mark, points: tuple[Point, ...]) -> list[Stroke]:
    step = mark.tall or 6
    half = min(mark.span, 70) / 2
    return [
        line(arc(points[0], (r, r), mark.turn - half, mark.turn + half, 4), _THIN, smooth=True)
        for r in (mark.size + step * i for i in range(mark.count))
    ]


def _swish(mark: Mark, points: tuple[Point, ...]) -> list[Stroke]:
    return _waves(
        mark.model_copy(update={"count": min(mark.count, 2), "size": mark.size + 3}), points
    )


def _arrow(mark: Mark, points: tuple[Point, ...]) -> list[Stroke]:
    shaft = curve_points(points, mark.smooth, closed=False)
    strokes = [line(points, _THICK, smooth=mark.smooth), _barbs(shaft[-2], shaft[-1], mark.size)]
    if mark.both:
        strokes.append(_barbs(shaft[1], shaft[0], mark.size))
    return strokes


def _barbs(before: Point, tip: Point, size: float) -> Stroke:
    way = degrees(atan2(tip[0] - before[0], before[1] - tip[1]))
    return line([going(tip, way + 140, size), tip, going(tip, way - 140, size)], _THICK)


def _line(mark: Mark, points: tuple[Point, ...]) -> list[Stroke]:
    shaft = curve_points(points, mark.smooth, closed=False)
    if mark.count == 1:
        return [line(points, _THIN, smooth=mark.smooth)]
    strokes = []
    for start, end in pairwise(shaft):
        length = dist(start, end)
        pieces = max(1, round(length / (2 * _DASH)))
        for i in range(pieces):
            t, u = i / pieces, (i + 0.5) / pieces
            strokes.append(line([_between(start, end, t), _between(start, end, u)], _THIN))
    return strokes


def _between(start: Point, end: Point, t: float) -> Point:
    return (start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * t)


def _zigzag(mark: Mark, points: tuple[Point, ...]) -> list[Stroke]:
    start, end = points
    way = degrees(atan2(end[0] - start[0], start[1] - end[1]))
    turns = mark.count * 2
    corners = [start]
    for i in range(1, turns):
        side = 90 if i % 2 else -90
        corners.append(going(_between(start, end, i / turns), way + side, mark.size / 2))
    return [line([*corners, end], _THIN, smooth=mark.tall > 0)]


def _bar(mark: Mark, points: tuple[Point, ...]) -> list[Stroke]:
    ends = [
        going(points[0], mark.turn + 90, mark.size),
        going(points[0], mark.turn - 90, mark.size),
    ]
    return [line(ends, 4.5)]


def _forbid(mark: Mark, points: tuple[Point, ...]) -> list[Stroke]:
    """The sign for "never": a ring with a bar from the upper left to the lower right."""
    ring = tuple(arc(points[0], (mark.size, mark.size), 0, 360, 16)[:-1])
    ends = [going(points[0], angle, mark.size) for angle in (-45, 135)]
    return [Stroke(ring, 5, True, True), line(ends, 5)]


KINDS = {
    "ring": _ring, "look": _look, "rays": _rays, "waves": _waves, "swish": _swish, "arrow": _arrow,
    "line": _line, "zigzag": _zigzag, "bar": _bar, "forbid": _forbid,
}  # fmt: skip
_TONES = {
    "ring": "accent", "look": "move", "rays": "accent", "waves": "sound", "swish": "move",
    "arrow": "move", "line": "guide", "zigzag": "accent", "bar": "accent", "forbid": "forbid",
}  # fmt: skip
