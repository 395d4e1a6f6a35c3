"""Reads a content pack from its folder; every fault is named by file, key and reason."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from tonecheck.errors import ContentError
from tonecheck.protocol.check import RULE_SETS, Check
from tonecheck.protocol.faults import Fault, cross_faults, picture_faults
from tonecheck.protocol.locate import content_dir
from tonecheck.protocol.pack import CheckWords, Pack, PackInfo, Protocol, Words
from tonecheck.protocol.rules import (
    Contradictions,
    EmergencyRegion,
    Question,
    Readiness,
    ResultRules,
    Sign,
    Situation,
    Source,
)

FORMAT = 1
_KEPT_SUFFIXES = frozenset({".toml", ".svg", ".md"})
Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Counts:
    """What a pack holds."""

    checks: int
    answers: int
    published: int
    article: int
    inferred: int
    weak: int


@dataclass(frozen=True, slots=True)
class Inspection:
    """A pack, or every fault that keeps it from being one."""

    pack: Pack | None
    faults: tuple[Fault, ...]
    counts: Counts | None


def load_pack(directory: Path | None = None, language: str = "en") -> Pack:
    """Load the pack in `directory` (default: the one shipped) with the words of `language`.

    Raises ContentError naming every fault.
    """
    found = inspect_pack(directory, language)
    if found.pack is None or found.faults:
        raise ContentError(
            "The content pack cannot be used:\n" + "\n".join(str(f) for f in found.faults),
            hint="Mend the named keys, or leave out --content to use the pack of this tonecheck.",
        )
    return found.pack


def inspect_pack(directory: Path | None = None, language: str = "en") -> Inspection:
    """Read a pack and collect all its faults at once."""
    return _Reader(directory or content_dir(), language).inspect()


class _Reader:
    """One reading of one folder."""

    def __init__(self, directory: Path, language: str) -> None:
        self._directory = directory
        self._language = language
        self._faults: list[Fault] = []
        self._files: dict[str, str] = {}

    def inspect(self) -> Inspection:
        if not self._directory.exists():
            self._fault(str(self._directory), "", "there is no such folder")
            return Inspection(None, tuple(self._faults), None)
        self._read_files()
        info = self._model("pack.toml", PackInfo)
        if info and info.format != FORMAT:
            self._fault("pack.toml", "format", f"is {info.format}; this tonecheck reads {FORMAT}")
        protocol = self._protocol()
        words = self._words()
        if info is None or protocol is None or words is None or self._faults:
            return Inspection(None, tuple(self._faults), None)
        folder = f"text/{self._language}"
        faults = (
            *cross_faults(protocol, words, folder),
            *picture_faults(self._pictures(), protocol, words, folder),
            *self._faults,
        )
        pack = Pack(
            info=info,
            language=self._language,
            protocol=protocol,
            words=words,
            fingerprint=_fingerprint(self._files),
            files=self._files,
        )
        return Inspection(pack, faults, _counts(protocol))

    def _fault(self, file: str, key: str, reason: str) -> None:
        self._faults.append(Fault(file, key, reason))

    def _read_files(self) -> None:
        wanted = ("pack.toml", "protocol", f"text/{self._language}", "figures")
        for name in wanted:
            for path in self._found(name):
                if path.suffix in _KEPT_SUFFIXES:
                    self._read_file(path)

    def _found(self, name: str) -> list[Path]:
        """The file of this name, or every file in the folder of this name."""
        root = self._directory / name
        try:
            every = [root] if root.is_file() else sorted(root.rglob("*"))
            return [path for path in every if path.is_file()]
        except OSError as error:
            self._fault(name, "", f"cannot be read: {error.strerror}")
            return []

    def _read_file(self, path: Path) -> None:
        relative = path.relative_to(self._directory).as_posix()
        try:
            self._files[relative] = path.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            self._fault(relative, "", f"cannot be read: {error}")

    def _toml(self, file: str) -> dict[str, Any] | None:
        text = self._files.get(file)
        if text is None:
            self._fault(file, "", "is missing")
            return None
        try:
            return tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            self._fault(file, "", f"is not valid TOML: {error}")
            return None

    def _build(self, file: str, key: str, model: type[Model], data: object) -> Model | None:
        try:
            return model.model_validate(data)
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                where = ".".join([key, *map(str, detail["loc"])]).strip(".")
                self._fault(file, where, str(detail["msg"]).removeprefix("Value error, "))
            return None

    def _model(self, file: str, model: type[Model], **extra: Any) -> Model | None:
        data = self._toml(file)
        if data is None:
            return None
        return self._build(file, "", model, {**data, **extra})

    def _list(self, file: str, key: str, model: type[Model]) -> tuple[Model, ...]:
        data = self._toml(file)
        rows = data.get(key, []) if data else []
        built = (self._build(file, f"{key}[{i}]", model, row) for i, row in enumerate(rows))
        return tuple(item for item in built if item is not None)

    def _folder(self, folder: str, model: type[Model], with_id: bool) -> dict[str, Model]:
        found: dict[str, Model] = {}
        for file in self._files:
            if file.startswith(f"{folder}/") and file.endswith(".toml"):
                name = Path(file).stem
                extra = {"id": name} if with_id else {}
                if (item := self._model(file, model, **extra)) is not None:
                    found[name] = item
        if not found:
            self._fault(folder, "", "holds no file")
        return found

    def _protocol(self) -> Protocol | None:
        checks = self._folder("protocol/checks", Check, with_id=True)
        readiness = self._toml("protocol/readiness.toml") or {}
        sources = self._toml("protocol/sources.toml") or {}
        result = self._model("protocol/result.toml", ResultRules)
        ready = self._build("protocol/readiness.toml", "", Readiness, readiness)
        known = {
            key: self._build("protocol/sources.toml", key, Source, entry)
            for key, entry in sources.items()
        }
        signs = self._list("protocol/gate.toml", "signs", Sign)
        situations = self._list("protocol/situations.toml", "situations", Situation)
        background = self._list("protocol/background.toml", "questions", Question)
        regions = self._list("protocol/regions.toml", "regions", EmergencyRegion)
        if result is None or ready is None:
            return None
        return Protocol(
            checks=tuple(sorted(checks.values(), key=lambda check: (check.order, check.id))),
            signs=signs,
            situations=situations,
            background=background,
            readiness=ready,
            result=result,
            sources={key: source for key, source in known.items() if source},
            regions=regions,
            contradictions=self._contradictions(),
        )

    def _contradictions(self) -> tuple[tuple[str, str], ...]:
        """The pairs of answers that exclude each other; a pack kept from before has none."""
        file = "protocol/contradictions.toml"
        found = self._model(file, Contradictions) if file in self._files else None
        return found.pairs if found else ()

    def _pictures(self) -> dict[str, str]:
        """The file of each picture, by `<check>/<name>`."""
        found: dict[str, str] = {}
        for file in self._files:
            path = Path(file)
            if path.parent.as_posix() == "figures/poses" and path.suffix == ".toml":
                found |= {f"{path.stem}/{name}": file for name in self._toml(file) or {}}
            elif path.parts[0] == "figures" and path.suffix == ".svg":
                found[f"{path.parent.name}/{path.stem}"] = file
        return found

    def _words(self) -> Words | None:
        folder = f"text/{self._language}"
        sections: dict[str, Mapping[str, Any]] = {}
        for file in self._files:
            path = Path(file)
            if path.parent.as_posix() == folder and path.suffix == ".toml":
                data = self._toml(file)
                if data is not None:
                    sections[path.stem] = data
        if not sections:
            where = "" if self._language == "en" else ", which the settings file names"
            self._fault(folder, "", f"there are no words in this language{where}")
            return None
        return Words(sections, self._folder(f"{folder}/checks", CheckWords, with_id=False))


def _fingerprint(files: Mapping[str, str]) -> str:
    """SHA-256 (hex) over every file's path and text, in order of path."""
    digest = hashlib.sha256()
    for path in sorted(files):
        for part in (path, files[path]):
            data = part.encode("utf-8")
            digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


def _counts(protocol: Protocol) -> Counts:
    answers = [answer for check in protocol.checks for answer in check.answers]
    cells = {
        rules: [cell for answer in answers for cell in answer.readings(rules) if cell]
        for rules in RULE_SETS
    }
    every = [cell for rules in RULE_SETS for cell in cells[rules]]
    return Counts(
        checks=len(protocol.checks),
        answers=len(answers),
        published=len(cells["published"]),
        article=len(cells["article"]),
        inferred=sum(cell.inferred for cell in every),
        weak=sum(cell.weak for cell in every),
    )
