"""A scene as Braille characters: two by four dots a cell, painted like the drawing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from math import ceil, dist, floor, sqrt

from tonecheck.figures.geometry import Point
from tonecheck.figures.pose import Tone
from tonecheck.figures.scene import HEIGHT, WIDTH, Box, Scene, Stroke

_BITS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
_PATTERNS: dict[str, Callable[[int, int], bool]] = {
    "on": lambda column, row: True,
    "off": lambda column, row: False,
    "half": lambda column, row: (column + row) % 2 == 0,
    "few": lambda column, row: column % 3 == 0 and row % 3 == 0,
}
_REPEAT = 6
"""Rows after which every pattern starts anew."""
_NEAR = 0.6
_BLANK = 0x2800
_THINNEST = 0.56
_WALL = 1.05
"""Half the thinnest line and the thickness of an outline, in dots: no line has gaps."""
_SMALL = 0.3
"""Below this many dots a unit, bodies are solid and the picture is cut to what it shows."""
_MARGIN = 1
"""The dots left free at each edge of a cut picture."""
_GAP = 0.75
"""The space between solid shapes, in dots."""


def write_braille(
    scene: Scene, tones: Mapping[str, Tone], columns: int, rows: int
) -> tuple[str, ...]:
    """`rows` lines of `columns` characters, with the whole picture in the middle."""
    width, height = columns * 2, rows * 4
    small = min(width / WIDTH, height / HEIGHT) < _SMALL
    shown = Scene(tuple(part for part in scene.parts if tones[part.tone].dots != "none"))
    cut = {name for name, tone in tones.items() if tone.cut}
    box = shown.extent(cut) if small else (0.0, 0.0, WIDTH, HEIGHT)
    canvas = _Canvas(width, height, box, edge=2 * _MARGIN if small else 0)
    for part in shown.parts:
        tone = tones[part.tone]
        solid = small and tone.small is not None
        lines = [(stroke, stroke.polyline()) for stroke in part.strokes]
        if tone.clear or (part.outlined and tone.line_dots):
            hollow = tone.clear or solid
            for stroke, points in lines:
                canvas.paint(stroke, points, _GAP if solid else _WALL, "off" if hollow else "on")
        for stroke, points in lines:
            canvas.paint(stroke, points, 0.0, tone.small if small and tone.small else tone.dots)
    return canvas.text()


class _Canvas:
    def __init__(self, width: int, height: int, shown: Box, edge: int) -> None:
        left, top, right, bottom = shown
        self._width, self._height = width, height
        self._scale = min((width - edge) / (right - left), (height - edge) / (bottom - top))
        self._left = (width - (left + right) * self._scale) / 2
        self._top = (height - (top + bottom) * self._scale) / 2
        self._dots = [bytearray(width) for _ in range(height)]

    def paint(self, stroke: Stroke, points: Sequence[Point], more: float, dots: str) -> None:
        """Set the dots within the stroke, `more` dots wider than it is on each side."""
        spots = [(x * self._scale + self._left, y * self._scale + self._top) for x, y in points]
        spots = _sparse(spots)
        radius = max(stroke.width / 2 * self._scale, _THINNEST) + more
        if stroke.filled:
            self._fill(spots, dots)
        for start, end in pairwise(spots) if len(spots) > 1 else [(spots[0], spots[0])]:
            self._capsule(start, end, radius, dots)

    def _capsule(self, start: Point, end: Point, radius: float, dots: str) -> None:
        """The dots nearer than `radius` to the line from `start` to `end`: in each row, one run."""
        sides = _sides(start, end, radius)
        for row in self._span(start[1], end[1], radius, self._height):
            y = row + 0.5
            reach = [
                x + way * sqrt(radius * radius - (y - middle) ** 2)
                for x, middle in (start, end)
                if abs(y - middle) <= radius
                for way in (-1, 1)
            ]
            reach += [
                a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1])
                for a, b in sides
                if (a[1] <= y) != (b[1] <= y)
            ]
            if reach:
                self._run(row, ceil(min(reach) - 0.5), floor(max(reach) - 0.5) + 1, dots)

    @staticmethod
    def _span(start: float, end: float, radius: float, limit: int) -> range:
        low, high = min(start, end) - radius, max(start, end) + radius
        return range(max(0, floor(low)), min(limit, ceil(high)))

    def _fill(self, spots: Sequence[Point], dots: str) -> None:
        for row in range(self._height):
            y = row + 0.5
            crossings = sorted(
                a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1])
                for a, b in zip(spots, (*spots[1:], spots[0]), strict=True)
                if (a[1] <= y) != (b[1] <= y)
            )
            for left, right in zip(crossings[::2], crossings[1::2], strict=False):
                self._run(row, round(left), round(right), dots)

    def _run(self, row: int, first: int, after: int, dots: str) -> None:
        start, end = max(0, first), min(self._width, after)
        if start < end:
            self._dots[row][start:end] = _pattern(dots, row % _REPEAT, self._width)[start:end]

    def text(self) -> tuple[str, ...]:
        """The dots as characters."""
        return tuple(
            "".join(chr(_BLANK + self._cell(column, row)) for column in range(0, self._width, 2))
            for row in range(0, self._height, 4)
        )

    def _cell(self, column: int, row: int) -> int:
        return sum(
            bit
            for down, pair in enumerate(_BITS)
            for across, bit in enumerate(pair)
            if self._dots[row + down][column + across]
        )


def _sparse(spots: list[Point]) -> list[Point]:
    """The line without the points too close to tell apart."""
    kept = spots[:1]
    for spot in spots[1:-1]:
        if dist(spot, kept[-1]) >= _NEAR:
            kept.append(spot)
    return kept + spots[1:][-1:]


@lru_cache
def _pattern(dots: str, row: int, width: int) -> bytes:
    return bytes(_PATTERNS[dots](column, row) for column in range(width))


def _sides(start: Point, end: Point, radius: float) -> tuple[tuple[Point, Point], ...]:
    """The two straight sides of a thick line."""
    if (length := dist(start, end)) == 0:
        return ()
    x = (end[1] - start[1]) / length * radius
    y = (start[0] - end[0]) / length * radius
    return tuple(
        ((start[0] + x * way, start[1] + y * way), (end[0] + x * way, end[1] + y * way))
        for way in (-1, 1)
    )
