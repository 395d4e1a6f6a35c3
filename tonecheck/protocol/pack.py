"""A loaded content pack: the protocol, and the words of one language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from pydantic import Field

from tonecheck.errors import ContentError
from tonecheck.protocol.check import Answer, Check, Frozen, Mode
from tonecheck.protocol.rules import (
    EmergencyRegion,
    Question,
    Readiness,
    ResultRules,
    Sign,
    Situation,
    Source,
    State,
)

SIDE = "side"
"""The name of the place that a clinician's term may keep for the side."""


class AnswerWords(Frozen):
    """The words of one answer: for the parent, and the clinician's short term."""

    label: str
    sentence: str
    clinical: str
    side: str = ""

    @property
    def names_side(self) -> bool:
        """Whether the clinician's term has a place for the side."""
        return f"{{{SIDE}}}" in self.clinical


class CheckWords(Frozen):
    """The words of one check."""

    name: str
    clinical: str
    article: str = ""
    purpose: str
    question: str
    which_side: str = ""
    steps: tuple[str, ...]
    watch_steps: tuple[str, ...] = ()
    stop: tuple[str, ...]
    invalid: tuple[str, ...]
    film: str
    help: str
    do_not: str = ""
    answers: dict[str, AnswerWords]

    def side_question(self, answer: str) -> str:
        """What is asked of the side an answer belongs to; empty where the words have nothing."""
        return self.answers[answer].side or self.which_side

    def steps_at(self, mode: Mode) -> tuple[str, ...]:
        """The steps at an age; where a check is only watched there may be others."""
        return (mode is Mode.WATCH and self.watch_steps) or self.steps


class PackInfo(Frozen):
    """pack.toml: what this content is, and who has reviewed it."""

    format: int
    version: str
    title: str
    licence: str
    reviewed_by: tuple[str, ...] = ()
    languages: tuple[str, ...]


class Protocol(Frozen):
    """Everything asked and what it means, without a word of any language."""

    checks: tuple[Check, ...]
    signs: tuple[Sign, ...]
    situations: tuple[Situation, ...]
    background: tuple[Question, ...]
    readiness: Readiness
    result: ResultRules
    sources: dict[str, Source]
    regions: tuple[EmergencyRegion, ...] = ()
    contradictions: tuple[tuple[str, str], ...] = ()

    def __hash__(self) -> int:
        return hash(tuple(self.by_id))  # Enough to tell one content from another.

    @cached_property
    def by_id(self) -> dict[str, Check]:
        """The checks by their ids."""
        return {check.id: check for check in self.checks}

    @cached_property
    def sign_by_id(self) -> dict[str, Sign]:
        """The urgent signs by their ids."""
        return {sign.id: sign for sign in self.signs}

    @cached_property
    def situation_by_id(self) -> dict[str, Situation]:
        """The situations by their ids."""
        return {situation.id: situation for situation in self.situations}

    @cached_property
    def state_by_id(self) -> dict[str, State]:
        """The behavioural states by their ids."""
        return {state.id: state for state in self.readiness.states}

    def answer(self, check: str, answer: str) -> Answer:
        """One answer of one check."""
        return self.by_id[check].by_id[answer]


class Words:
    """The words of one language, by dotted key: `words("result.levels.doctor.label")`."""

    def __init__(self, sections: Mapping[str, Any], checks: Mapping[str, CheckWords]) -> None:
        self._sections = sections
        self.checks = checks

    def find(self, key: str) -> Any:
        """The text, list or table at `key`, or None."""
        node: Any = self._sections
        for part in key.split("."):
            if not isinstance(node, Mapping) or part not in node:
                return None
            node = node[part]
        return node

    def __call__(self, key: str, **values: object) -> str:
        """The text at `key`, its {names} filled in. Raises ContentError where there is none."""
        text = self.find(key)
        if not isinstance(text, str):
            raise ContentError(f"the words have no text {key!r}")
        text = text.strip()
        return text.format_map(values) if values else text

    def count(self, key: str, n: int, **values: object) -> str:
        """The text at `key` for one of a thing, that at `key` with an s for any other number."""
        return self(key, **values) if n == 1 else self(f"{key}s", n=n, **values)

    def lines(self, key: str) -> tuple[str, ...]:
        """The list of texts at `key`. Raises ContentError where there is none."""
        items = self.find(key)
        if not isinstance(items, list | tuple):
            raise ContentError(f"the words have no list {key!r}")
        return tuple(str(item) for item in items)

    def answer(self, check: str, answer: str) -> AnswerWords:
        """The words of one answer of one check."""
        return self.checks[check].answers[answer]


class Pack(Frozen):
    """Protocol and words with the version and fingerprint that every result carries."""

    info: PackInfo
    language: str
    protocol: Protocol
    words: Words
    fingerprint: str
    files: dict[str, str] = Field(repr=False)
    """Every file of the pack by its path, so that a store can keep what it scored with."""

    @property
    def reviewed(self) -> bool:
        """Whether a clinician has reviewed this content."""
        return bool(self.info.reviewed_by)
