"""What a picture is made of: round strokes in named tones, painted one over the other."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from tonecheck.figures.geometry import Point, curve_points

WIDTH, HEIGHT = 200.0, 120.0
"""The picture's size in units. A Braille dot of the smallest terminal picture is 2.5 units."""

Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line with round ends through `points`, `width` units thick; one point makes a dot."""

    points: tuple[Point, ...]
    width: float
    smooth: bool = False
    closed: bool = False
    filled: bool = False

    def polyline(self) -> tuple[Point, ...]:
        """The points of the line with its curves made straight, the first again where closed."""
        return curve_points(self.points, self.smooth, self.closed)

    def extent(self) -> Box:
        """What the stroke covers, its thickness included."""
        across, down = zip(*self.polyline(), strict=True)
        half = self.width / 2
        return (min(across) - half, min(down) - half, max(across) + half, max(down) + half)


@dataclass(frozen=True, slots=True)
class Part:
    """Strokes of one tone that make one shape; its outline runs round all of them together."""

    tone: str
    strokes: tuple[Stroke, ...]
    outlined: bool = True


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture's parts, the first painted first."""

    parts: tuple[Part, ...]

    def extent(self, cut: Container[str]) -> Box:
        """What the picture shows, within its edges; `cut` tones count only up and down."""
        boxes = [(part.tone in cut, s.extent()) for part in self.parts for s in part.strokes]
        wide = [box for sideways_cut, box in boxes if not sideways_cut] or [b for _, b in boxes]
        left, right = min(b[0] for b in wide), max(b[2] for b in wide)
        top, bottom = min(b[1] for _, b in boxes), max(b[3] for _, b in boxes)
        return (max(0.0, left), max(0.0, top), min(WIDTH, right), min(HEIGHT, bottom))

    def mirrored(self) -> Scene:
        """The same picture with left and right swapped."""
        return Scene(tuple(_mirrored(part) for part in self.parts))


def _mirrored(part: Part) -> Part:
    strokes = (
        replace(stroke, points=tuple((WIDTH - x, y) for x, y in stroke.points))
        for stroke in part.strokes
    )
    return replace(part, strokes=tuple(strokes))


def dot(at: Point, width: float) -> Stroke:
    """A round spot."""
    return Stroke((at,), width)


def line(points: Sequence[Point], width: float, *, smooth: bool = False) -> Stroke:
    """An open line."""
    return Stroke(tuple(points), width, smooth)
