"""A scene as a plain SVG: paths only, no text, markers, gradients or anything from outside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tonecheck.figures.geometry import controls
from tonecheck.figures.pose import Tone
from tonecheck.figures.scene import HEIGHT, WIDTH, Part, Scene, Stroke

OUTLINE = 1.7
"""Width of the line round a shape, in units."""


def write_svg(scene: Scene, tones: Mapping[str, Tone]) -> str:
    """The picture as SVG text; the same scene always gives the same text."""
    paths = "".join(_merged(part, tones) for part in scene.parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:g} {HEIGHT:g}">'
        f'<g fill="none" stroke-linecap="round" stroke-linejoin="round">{paths}</g></svg>\n'
    )


def _merged(part: Part, tones: Mapping[str, Tone]) -> str:
    tone = tones[part.tone]
    layers = [(tone.fill, 0.0)]
    if part.outlined:
        layers.insert(0, (tone.line, 2 * OUTLINE))
    return "".join(
        _path(data, colour, width + more, filled)
        for colour, more in layers
        for (width, filled), data in _by_width(part.strokes)
    )


def _by_width(strokes: tuple[Stroke, ...]) -> Iterator[tuple[tuple[float, bool], str]]:
    """Strokes of one width make one path."""
    groups: dict[tuple[float, bool], list[str]] = {}
    for stroke in strokes:
        groups.setdefault((stroke.width, stroke.filled), []).append(_data(stroke))
    yield from ((key, "".join(data)) for key, data in groups.items())


def _path(data: str, colour: str, width: float, filled: bool) -> str:
    fill = f' fill="{colour}"' if filled else ""
    return f'<path d="{data}" stroke="{colour}" stroke-width="{_number(width)}"{fill}/>'


def _data(stroke: Stroke) -> str:
    points = stroke.points
    start = f"M{_pair(points[0])}"
    if len(points) == 1:
        return start + "h.01"
    if stroke.smooth and len(points) > 2:
        pieces = controls(points, stroke.closed)
        body = "".join(f"C{_pair(b)} {_pair(c)} {_pair(d)}" for _, b, c, d in pieces)
    else:
        body = "".join(f"L{_pair(point)}" for point in points[1:])
    return start + body + ("Z" if stroke.closed else "")


def _pair(point: tuple[float, float]) -> str:
    return f"{_number(point[0])} {_number(point[1])}"


def _number(value: float) -> str:
    return f"{round(value, 1) + 0.0:g}"
