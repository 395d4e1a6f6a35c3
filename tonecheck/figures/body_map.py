"""The body map's outlines: the baby's right half as the content draws it, the left its mirror."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, TypeAdapter, ValidationError

from tonecheck.errors import ContentError
from tonecheck.figures.geometry import Point, curve_points
from tonecheck.figures.pose import Place
from tonecheck.protocol.check import Frozen

FILE = "figures/body_map.toml"
WIDTH, HEIGHT = 120.0, 140.0
"""The field of the map, in units."""

Line = tuple[Point, ...]


class Area(Frozen):
    """One part of one side, as straight pieces short enough to look round."""

    outlines: tuple[Line, ...]
    lines: tuple[Line, ...]
    sign: Place


def _in_pairs(numbers: tuple[float, ...]) -> tuple[float, ...]:
    if len(numbers) % 2 or len(numbers) < 6:
        raise ValueError("a line needs x and y of three points or more")
    return numbers


Numbers = Annotated[tuple[float, ...], AfterValidator(_in_pairs)]


class _Drawn(Frozen):
    """One part of the right half as it stands in the file."""

    outlines: tuple[Numbers, ...]
    lines: tuple[Numbers, ...] = ()
    sign: Place


_TYPE = TypeAdapter(dict[str, _Drawn])


def read_body_map(files: Mapping[str, str]) -> dict[tuple[str, str], Area]:
    """Each area by its region and side. Raises ContentError where the file is missing or wrong."""
    try:
        drawn = _TYPE.validate_python(tomllib.loads(files[FILE]))
    except KeyError:
        raise ContentError(f"{FILE} is missing") from None
    except tomllib.TOMLDecodeError as error:
        raise ContentError(f"{FILE} is not valid TOML: {error}") from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"]))
        raise ContentError(f"{FILE} cannot be drawn: {where}: {first['msg']}") from error
    found = {}
    for region, part in drawn.items():
        area = Area(
            outlines=tuple(map(_curve, part.outlines)),
            lines=tuple(map(_curve, part.lines)),
            sign=part.sign,
        )
        found[region, "right"] = area
        found[region, "left"] = _mirrored(area)
    return found


def _curve(numbers: tuple[float, ...]) -> Line:
    points = list(zip(numbers[::2], numbers[1::2], strict=True))
    return curve_points(points, smooth=True, closed=False)


def _mirrored(area: Area) -> Area:
    return Area(
        outlines=tuple(tuple(map(_across, line)) for line in area.outlines),
        lines=tuple(tuple(map(_across, line)) for line in area.lines),
        sign=_across(area.sign),
    )


def _across(point: Point) -> Point:
    return WIDTH - point[0], point[1]
