"""The report's drawings as SVG: the body map, windows as bars against an age, and figures.

Marks differ by hatching and by sign, never by colour alone. No gradients, patterns or markers:
some readers draw them wrongly.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from markupsafe import Markup, escape

from tonecheck.figures.body_map import HEIGHT, WIDTH
from tonecheck.protocol.check import AXIAL
from tonecheck.report.view.blocks import Bar, Picture, Point, Windows
from tonecheck.report.view.model import BodyMap, BodyPart, Mark

Polygon = tuple[tuple[float, float], ...]

SIGNS: dict[Mark, str] = {
    "stiff": "+",
    "loose": "\N{MINUS SIGN}",
    "one_sided": "≠",
    "changing": "±",
    "other": "!",
    "nothing": "○",
    "not_seen": "?",
}
"""The sign of each mark, in the drawing and in its legend."""

_HATCH: dict[Mark, tuple[float, ...]] = {
    "stiff": (45,),
    "loose": (90,),
    "one_sided": (0,),
    "changing": (45, 135),
    "other": (135,),
}
"""The angles, in degrees, of the lines that fill a marked part."""


def body_map_svg(body: BodyMap) -> Markup:
    """The body map, its text alternative as the title."""
    shapes = [shape for draw in (_part, _sign) for part in body.parts for shape in draw(part)]
    return _svg("body-map", WIDTH, HEIGHT, body.alt, shapes)


def _svg(look: str, width: float, height: float, title: str, shapes: Iterable[str]) -> Markup:
    """A drawing from shapes whose texts are escaped already; the title is escaped here."""
    inside = Markup("".join(shapes))  # noqa: S704
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" class="{look}" role="img" '
        'viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}">'
        "<title>{title}</title>{inside}</svg>"
    ).format(look=look, width=width, height=height, title=title, inside=inside)


def _part(part: BodyPart) -> Iterator[str]:
    area = part.area
    outline = "".join(map(_path, area.outlines))
    within = "".join(map(_line, area.lines))
    hatch = "".join(
        piece
        for mark in part.marks
        for angle in _HATCH.get(mark, ())
        for polygon in area.outlines
        for piece in _hatching(polygon, angle, 3.2)
    )
    if hatch:
        yield f'<path d="{hatch}" fill="none" stroke="#555" stroke-width="0.7"/>'
    width = "1.4" if hatch else "0.9"
    yield (
        f'<path d="{outline}{within}" fill="none" stroke="#000" stroke-width="{width}" '
        f'stroke-linecap="round" stroke-linejoin="round"/>'
    )


def _sign(part: BodyPart) -> Iterator[str]:
    """The marks of a part in a disc; head and trunk have one for both sides, in the middle."""
    if part.region == AXIAL and part.side == "left":
        return
    x, y = part.area.sign
    x = WIDTH / 2 if part.region == AXIAL else x
    sign = "".join(SIGNS[mark] for mark in part.marks)
    radius = 5.5 + 2.2 * (len(sign) - 1)
    x = min(max(x, radius + 1), WIDTH - radius - 1)
    yield (
        f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" fill="#fff" stroke="#000" '
        f'stroke-width="0.6"/>'
        f'<text x="{x:g}" y="{y + 3:g}" text-anchor="middle" font-size="8.5" '
        f'font-weight="bold">{escape(sign)}</text>'
    )


def _path(polygon: Polygon) -> str:
    return _line(polygon) + "Z"


def _line(points: Polygon) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)


def _hatching(polygon: Polygon, angle: float, gap: float) -> Iterator[str]:
    """Parallel lines across a polygon: where each scan line enters and leaves it."""
    turn = math.radians(angle)
    along = (math.cos(turn), math.sin(turn))
    across = (-along[1], along[0])
    heights = [x * across[0] + y * across[1] for x, y in polygon]
    step = math.ceil(min(heights) / gap)
    while step * gap < max(heights):
        height = step * gap
        step += 1
        cuts = []
        for (x1, y1), (x2, y2) in zip(polygon, (*polygon[1:], polygon[0]), strict=True):
            h1 = x1 * across[0] + y1 * across[1]
            h2 = x2 * across[0] + y2 * across[1]
            if (h1 <= height) != (h2 <= height):
                share = (height - h1) / (h2 - h1)
                x, y = x1 + share * (x2 - x1), y1 + share * (y2 - y1)
                cuts.append((x * along[0] + y * along[1], x, y))
        cuts.sort()
        for (_, x1, y1), (_, x2, y2) in zip(cuts[::2], cuts[1::2], strict=False):
            yield f"M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}"


_START = re.compile(r".*?<svg\b([^>]*)>", re.DOTALL)


def picture_svg(picture: Picture) -> Markup:
    """A figure within the page, its text alternative as the title."""
    return Markup(_START.sub(_titled(picture.alt), picture.svg.strip(), count=1))  # noqa: S704


def _titled(alt: str) -> Callable[[re.Match[str]], str]:
    title = escape(alt)
    return lambda found: f'<svg{found[1]} class="picture" role="img"><title>{title}</title>'


def mark_sign(mark: Mark) -> str:
    """The sign that stands for a mark in the legend."""
    return SIGNS[mark]


_LEFT = 62.0
_MONTH = 10.0
_SHOWN_MONTHS = 24
_ROW = 13.0
_MIDDLE = 14.0
_PILED = 6.5
_TOO_CLOSE = 3.0


def windows_svg(figure: Windows) -> Markup:
    """Windows as bars on an axis of months, the baby's age as a line through them."""
    height = _ROW * len(figure.bars) + 24
    shapes = [_axis(height)]
    shapes += [_bar(row, bar) for row, bar in enumerate(figure.bars)]
    shapes += _points(figure.points, len(figure.bars), figure.point_label)
    width = _LEFT + _MONTH * _SHOWN_MONTHS + 14
    return _svg("windows", width, height, figure.alt, shapes)


def _x(months: float) -> float:
    return _LEFT + _MONTH * min(months, _SHOWN_MONTHS)


def _axis(height: float) -> str:
    base = height - 11
    ticks = "".join(f"M{_x(m):g} {base:g}v3" for m in range(_SHOWN_MONTHS + 1))
    labels = "".join(
        f'<text x="{_x(m):g}" y="{height - 1:g}" text-anchor="middle" font-size="7">{m}</text>'
        for m in range(0, _SHOWN_MONTHS + 1, 3)
    )
    line = f"M{_x(0):g} {base:g}H{_x(_SHOWN_MONTHS):g}"
    return f'<path d="{line}{ticks}" fill="none" stroke="#000" stroke-width="0.6"/>{labels}'


def _bar(row: int, bar: Bar) -> str:
    top = 10 + row * _ROW
    start, end = _x(bar.start), _x(bar.end or bar.start)
    shapes = (
        f'<text x="{_LEFT - 5:g}" y="{top + 7:g}" text-anchor="end" font-size="7.5">'
        f"{escape(bar.label)}</text>"
        f'<rect x="{start:g}" y="{top:g}" width="{end - start:g}" height="8" '
        f'fill="#bbb" stroke="#000" stroke-width="0.6"/>'
    )
    if bar.grey_end is not None and bar.end is not None and bar.grey_end > bar.end:
        grey = _x(bar.grey_end)
        box: Polygon = ((end, top), (grey, top), (grey, top + 8), (end, top + 8))
        hatch = "".join(_hatching(box, 45, 3))
        shapes += (
            f'<path d="{hatch}" fill="none" stroke="#555" stroke-width="0.5"/>'
            f'<path d="{_path(box)}" fill="none" stroke="#000" stroke-width="0.6"/>'
        )
    return shapes


def _points(points: Sequence[Point], rows: int, label: str) -> Iterator[str]:
    """With a label, ages as one line through every bar; without, a mark for each screening."""
    if not label:
        for point, y in _stacked(points):
            fill = "#000" if point.filled else "#fff"
            x = _x(point.months)
            shape = (
                f'rect x="{x - 3:g}" y="{y - 3:g}" width="6" height="6"'
                if point.now
                else f'circle cx="{x:g}" cy="{y:g}" r="3"'
            )
            yield f'<{shape} fill="{fill}" stroke="#000" stroke-width="1"/>'
        return
    bottom = 11 + rows * _ROW
    for point in points:
        x = _x(point.months)
        yield f'<path d="M{x:g} 8V{bottom:g}" stroke="#000" stroke-width="1.6" fill="none"/>'
    x = _x(points[0].months)
    yield f'<text x="{x:g}" y="6.5" text-anchor="middle" font-size="7">{escape(label)}</text>'


def _stacked(points: Sequence[Point]) -> Iterator[tuple[Point, float]]:
    """Each point with its height on the first bar; those that would hide each other stand apart."""
    piles: list[list[Point]] = []
    for point in points:
        if piles and _x(point.months) - _x(piles[-1][0].months) < _TOO_CLOSE:
            piles[-1].append(point)
        else:
            piles.append([point])
    for pile in piles:
        first = _MIDDLE - _PILED * (len(pile) - 1) / 2
        yield from ((point, first + _PILED * n) for n, point in enumerate(pile))
