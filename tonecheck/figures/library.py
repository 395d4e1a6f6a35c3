"""The figures of one content pack: their files read, their pictures made and kept in memory."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from tonecheck.errors import ContentError
from tonecheck.figures.braille import write_braille
from tonecheck.figures.compose import Stamps, compose
from tonecheck.figures.pose import Figure, Shape, Tone
from tonecheck.figures.scene import Scene
from tonecheck.figures.svg import write_svg
from tonecheck.protocol.faults import Fault

FOLDER = "figures"
_POSES, _STYLE, _STAMPS, _BODIES = (
    f"{FOLDER}/{name}" for name in ("poses", "style.toml", "stamps.toml", "bodies.toml")
)
_STAMPS_TYPE = TypeAdapter(dict[str, tuple[Shape, ...]])
_TONES_TYPE = TypeAdapter(dict[str, Tone])
_UNSAFE = re.compile(
    r"<!|<\?(?!xml )|<\s*(script|text|style|marker|image|foreignObject|animate|set|a|use|"
    r"linearGradient|radialGradient)\b|\bon\w+\s*=|href|url\s*\(",
    re.IGNORECASE,
)
_SVG = re.compile(r'<svg\b[^>]*?viewBox="0 0 ([\d.]+) ([\d.]+)"[^>]*>(.*)</svg>\s*$', re.DOTALL)


class Library:
    """Pictures by id, `<check>/<name>`. `files` holds the pack's texts by path."""

    def __init__(self, files: Mapping[str, str]) -> None:
        self._files = files
        self._poses: dict[str, dict[str, Any]] = {}
        self._scenes: dict[str, Scene] = {}
        self._svgs: dict[tuple[str, bool], str] = {}
        self._brailles: dict[tuple[str, int, int, bool], tuple[str, ...]] = {}
        self._drawing: tuple[dict[str, Tone], Stamps, dict[str, Any]] | None = None

    def ids(self) -> Iterator[str]:
        """Every figure there is, check by check."""
        checks = (Path(f).stem for f in self._files if f.startswith(f"{_POSES}/"))
        drawn = {f"{check}/{name}" for check in checks for name in self._check(check)}
        own = {f.removeprefix(f"{FOLDER}/")[:-4] for f in self._files if f.endswith(".svg")}
        yield from sorted(drawn | own)

    def has(self, figure: str) -> bool:
        """Whether there is such a figure."""
        check, _, name = figure.partition("/")
        return f"{FOLDER}/{figure}.svg" in self._files or name in self._check(check)

    def svg(self, figure: str, mirrored: bool) -> str:
        """The picture as SVG: an illustrator's own file if there is one, else its pose drawn."""
        key = (figure, mirrored)
        if key not in self._svgs:
            own = self._files.get(f"{FOLDER}/{figure}.svg")
            self._svgs[key] = (
                write_svg(self.scene(figure, mirrored), self._parts()[0])
                if own is None
                else _own_svg(own, figure, mirrored)
            )
        return self._svgs[key]

    def braille(self, figure: str, columns: int, rows: int, mirrored: bool) -> tuple[str, ...]:
        """The picture in Braille characters; empty where only an illustrator's file exists."""
        key = (figure, columns, rows, mirrored)
        if key not in self._brailles:
            check, _, name = figure.partition("/")
            self._brailles[key] = (
                write_braille(self.scene(figure, mirrored), self._parts()[0], columns, rows)
                if name in self._check(check) or not self.has(figure)
                else ()
            )
        return self._brailles[key]

    def is_drawn(self, figure: str, columns: int, rows: int, mirrored: bool) -> bool:
        """Whether this picture in Braille characters is kept."""
        return (figure, columns, rows, mirrored) in self._brailles

    def faults(self) -> Iterator[Fault]:
        """Every figure that cannot be made, with file, key and reason."""
        for figure in self.ids():
            check, _, name = figure.partition("/")
            own = f"{FOLDER}/{figure}.svg"
            try:
                if own in self._files:
                    self.svg(figure, mirrored=True)
                if name in self._check(check):
                    self.scene(figure, mirrored=False)
            except ContentError as error:
                file = own if own in self._files else f"{_POSES}/{check}.toml"
                yield Fault(file, name, error.message)

    def scene(self, figure: str, mirrored: bool = False) -> Scene:
        """What the pose shows. Raises ContentError where there is none, or it cannot be drawn."""
        if figure not in self._scenes:
            check, _, name = figure.partition("/")
            try:
                described = Figure.model_validate(self._described(check, name))
            except ValidationError as error:
                raise _refused(figure, error) from error
            self._scenes[figure] = compose(described, self._parts()[1])
        scene = self._scenes[figure]
        return scene.mirrored() if mirrored else scene

    def _described(self, check: str, name: str) -> dict[str, Any]:
        """The figure's own table over those it is like, each baby's over its named body."""
        poses, seen = self._check(check), {name}
        if name not in poses:
            raise ContentError(f"there is no figure {check}/{name}")
        table: dict[str, Any] = poses[name]
        while other := table.get("like"):
            if other in seen or other not in poses:
                raise ContentError(f"{check}/{name} is like {other!r}, which is not there")
            seen.add(other)
            own = {key: value for key, value in table.items() if key != "like"}
            table = _over(poses[other], own)
        found = dict(table)
        babies = found.pop("babies", [])
        if baby := found.pop("baby", None):
            babies = [baby, *babies]
        return {**found, "babies": [self._baby(baby) for baby in babies]}

    def _baby(self, baby: dict[str, Any]) -> dict[str, Any]:
        body = baby.get("body")
        if body is None:
            return baby
        bodies = self._parts()[2]
        if body not in bodies:
            raise ContentError(f"there is no body {body!r}")
        return {**bodies[body], **{k: v for k, v in baby.items() if k != "body"}}

    def _check(self, check: str) -> dict[str, Any]:
        if check not in self._poses:
            file = f"{_POSES}/{check}.toml"
            self._poses[check] = self._toml(file) if file in self._files else {}
        return self._poses[check]

    def _parts(self) -> tuple[dict[str, Tone], Stamps, dict[str, Any]]:
        """Tones, stamps and bodies that all figures share."""
        if self._drawing is None:
            try:
                tones = _TONES_TYPE.validate_python(self._toml(_STYLE))
                stamps = _STAMPS_TYPE.validate_python(self._toml(_STAMPS))
            except ValidationError as error:
                raise _refused(f"{_STYLE} or {_STAMPS}", error) from error
            self._drawing = (tones, stamps, self._toml(_BODIES))
        return self._drawing

    def _toml(self, file: str) -> dict[str, Any]:
        try:
            return tomllib.loads(self._files[file])
        except KeyError:
            raise ContentError(f"{file} is missing") from None
        except tomllib.TOMLDecodeError as error:
            raise ContentError(f"{file} is not valid TOML: {error}") from error


def _over(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """`above` laid over `below`, table by table."""
    found = dict(below)
    for key, value in above.items():
        old = found.get(key)
        if isinstance(old, dict) and isinstance(value, dict):
            value = _over(old, value)
        found[key] = value
    return found


def _refused(what: str, error: ValidationError) -> ContentError:
    first = error.errors(include_url=False)[0]
    where = ".".join(map(str, first["loc"]))
    return ContentError(f"{what} cannot be drawn: {where}: {first['msg']}")


def _own_svg(text: str, figure: str, mirrored: bool) -> str:
    if unsafe := _UNSAFE.search(text):
        raise ContentError(f"{figure}.svg holds {unsafe.group(0)!r}; use plain shapes alone")
    if (found := _SVG.search(text)) is None:
        raise ContentError(f'{figure}.svg needs viewBox="0 0 width height"')
    if not mirrored:
        return text
    start, end = found.span(3)
    flip = f'<g transform="matrix(-1 0 0 1 {found.group(1)} 0)">'
    return f"{text[:start]}{flip}{text[start:end]}</g>{text[end:]}"


def read_files(directory: Path) -> dict[str, str]:
    """The texts of the figures of the pack in `directory`, by path."""
    root = directory / FOLDER
    kept = (p for p in sorted(root.rglob("*")) if p.suffix in (".toml", ".svg") and p.is_file())
    return {p.relative_to(directory).as_posix(): p.read_text(encoding="utf-8") for p in kept}


@lru_cache(maxsize=4)
def library_in(directory: Path) -> Library:
    """The figures of the pack in `directory`, read once."""
    return Library(read_files(directory))
