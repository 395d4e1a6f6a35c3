"""Pictures of checks and answers: from a pose in the content to SVG and to Braille.

A figure's id is `<check>/how`, `<check>/dont` or `<check>/<answer>`; its text alternative is
`words(alt_key(id))`. Pictures show the baby's left; `mirrored` shows the right.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tonecheck.errors import ContentError
from tonecheck.figures import body_map
from tonecheck.figures.body_map import Area
from tonecheck.figures.library import Library, library_in
from tonecheck.protocol.faults import Fault
from tonecheck.protocol.pack import Pack

Source = Pack | Path
COLUMNS, ROWS = 40, 12
"""The usual size of a picture in the terminal, in characters."""
SMALLEST = 18, 7
"""The smallest columns and rows at which the answers of a check can be told apart."""
_kept: dict[str, Library] = {}
"""The figures of the pack in use, by its fingerprint."""
_body_maps: dict[str, dict[tuple[str, str], Area]] = {}


def answer_id(check: str, answer: str) -> str:
    """The figure of an answer."""
    return f"{check}/{answer}"


def how_id(check: str) -> str:
    """The figure of how a check is done."""
    return f"{check}/how"


def dont_id(check: str) -> str:
    """The figure of what must not be done; not every check has one."""
    return f"{check}/dont"


def alt_key(figure: str) -> str:
    """Where the words have the figure's text alternative."""
    check, _, name = figure.partition("/")
    return f"figures.{check}.{name}"


def figure_ids(source: Source) -> Iterator[str]:
    """Every figure of a pack."""
    return _library(source).ids()


def has(source: Source, figure: str) -> bool:
    """Whether the pack has this figure."""
    return _library(source).has(figure)


def svg(source: Source, figure: str, mirrored: bool = False) -> str:
    """The figure as SVG text. Raises ContentError where there is none."""
    return _library(source).svg(figure, mirrored)


def braille(
    source: Source, figure: str, columns: int = COLUMNS, rows: int = ROWS, mirrored: bool = False
) -> tuple[str, ...]:
    """The figure as `rows` lines of `columns` Braille characters, kept once made.

    Empty where an illustrator's file stands alone. Raises ContentError where there is no figure.
    """
    return _library(source).braille(figure, columns, rows, mirrored)


def is_drawn(source: Source, figure: str, columns: int, rows: int, mirrored: bool = False) -> bool:
    """Whether `braille` has this picture already, so that asking for it takes no time."""
    return _library(source).is_drawn(figure, columns, rows, mirrored)


def body_area(pack: Pack, region: str, side: str) -> Area:
    """A part of the body map on one side. Raises ContentError where it is not drawn."""
    if (areas := _body_maps.get(pack.fingerprint)) is None:
        areas = body_map.read_body_map(pack.files)
        _body_maps.clear()
        _body_maps[pack.fingerprint] = areas
    try:
        return areas[region, side]
    except KeyError:
        raise ContentError(f"{body_map.FILE} has no {region}") from None


def figure_faults(pack: Pack) -> Iterator[Fault]:
    """Every figure that cannot be drawn, and what the body map lacks."""
    yield from _library(pack).faults()
    for region in pack.protocol.result.coverage.regions:
        try:
            body_area(pack, region, "right")
        except ContentError as error:
            yield Fault(body_map.FILE, region, error.message)


def _library(source: Source) -> Library:
    if isinstance(source, Path):
        return library_in(source)
    if source.fingerprint not in _kept:
        _kept.clear()
        _kept[source.fingerprint] = Library(source.files)
    return _kept[source.fingerprint]
