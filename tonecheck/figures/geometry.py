"""Points, turned frames and soft curves. Units are the picture's; y grows downwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians, sin

Point = tuple[float, float]
_STEPS = 6


@dataclass(frozen=True, slots=True)
class Frame:
    """A place, a turn (degrees, clockwise) and a size that a drawing is put into."""

    at: Point = (0.0, 0.0)
    turn: float = 0.0
    size: float = 1.0
    flip: bool = False

    def place(self, point: Point) -> Point:
        """Where a point of the drawing comes to lie in the picture."""
        x, y = point[0] * self.size * (-1 if self.flip else 1), point[1] * self.size
        angle = radians(self.turn)
        return (
            self.at[0] + x * cos(angle) - y * sin(angle),
            self.at[1] + x * sin(angle) + y * cos(angle),
        )


def going(start: Point, angle: float, length: float) -> Point:
    """The point `length` away; 0 degrees is up, 90 is to the viewer's right."""
    return (start[0] + sin(radians(angle)) * length, start[1] - cos(radians(angle)) * length)


def arc(centre: Point, radius: Point, start: float, end: float, steps: int = 8) -> list[Point]:
    """Points of an ellipse from one angle to another (0 up, clockwise)."""
    angles = (start + (end - start) * step / steps for step in range(steps + 1))
    return [
        (centre[0] + sin(radians(a)) * radius[0], centre[1] - cos(radians(a)) * radius[1])
        for a in angles
    ]


def controls(points: Sequence[Point], closed: bool) -> list[tuple[Point, Point, Point, Point]]:
    """The Bezier pieces of a soft curve through `points` (Catmull and Rom)."""
    last = len(points) - 1
    pieces = []
    for index in range(len(points) if closed else last):
        before = points[index - 1] if index or closed else points[0]
        start = points[index]
        end = points[(index + 1) % len(points)]
        after = points[(index + 2) % len(points)] if closed or index + 2 <= last else end
        first = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
        second = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
        pieces.append((start, first, second, end))
    return pieces


def curve_points(points: Sequence[Point], smooth: bool, closed: bool) -> tuple[Point, ...]:
    """The line as straight pieces, short enough to look round."""
    if not smooth or len(points) < 3:
        return (*points, points[0]) if closed else tuple(points)
    found = [points[0]]
    for a, b, c, d in controls(points, closed):
        for step in range(1, _STEPS + 1):
            t = step / _STEPS
            u = 1 - t
            found.append((_mix(u, t, a[0], b[0], c[0], d[0]), _mix(u, t, a[1], b[1], c[1], d[1])))
    return tuple(found)


def _mix(u: float, t: float, a: float, b: float, c: float, d: float) -> float:
    return u**3 * a + 3 * u * u * t * b + 3 * u * t * t * c + t**3 * d
