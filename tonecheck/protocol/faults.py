"""What makes a content pack incomplete or contradictory, beyond the shape of its files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from string import Formatter
from typing import Any, get_args

from tonecheck.protocol.check import RULE_SETS, Answer, Check, Mode, Region, Route, Sides
from tonecheck.protocol.pack import SIDE, Protocol, Words
from tonecheck.protocol.reading import Action, Direction, Level

PICTURES = ("how", "dont")
"""The pictures of a check beside those of its answers."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: the file and key it is in, and why it is one."""

    file: str
    key: str
    reason: str

    def __str__(self) -> str:
        return (
            f"{self.file}: {self.key}: {self.reason}" if self.key else f"{self.file}: {self.reason}"
        )


def cross_faults(protocol: Protocol, words: Words, words_folder: str) -> Iterator[Fault]:
    """Every fault that only shows when the files of a pack are read together."""
    for check in protocol.checks:
        file = f"protocol/checks/{check.id}.toml"
        for key, reason in _check_faults(protocol, check):
            yield Fault(file, key, reason)
        yield from _check_words_faults(check, words, f"{words_folder}/checks/{check.id}.toml")
    for name in sorted(words.checks.keys() - protocol.by_id.keys()):
        yield Fault(f"{words_folder}/checks/{name}.toml", "", "there is no such check")
    yield from _rule_faults(protocol)
    for pair in protocol.contradictions:
        for reason in _pair_faults(protocol, pair):
            yield Fault("protocol/contradictions.toml", " and ".join(pair), reason)
    for section, key in _needed_words(protocol):
        if words.find(f"{section}.{key}") is None:
            yield Fault(f"{words_folder}/{section}.toml", key, "is missing")
    for section, text_key, text in _texts(words):
        try:
            list(Formatter().parse(text))
        except ValueError as error:
            yield Fault(f"{words_folder}/{section}.toml", text_key, f"bad placeholder: {error}")


def picture_faults(
    pictures: Mapping[str, str], protocol: Protocol, words: Words, words_folder: str
) -> Iterator[Fault]:
    """Every picture without words, or of nothing. `pictures`: the file of each, by check/name."""
    file = f"{words_folder}/figures.toml"
    told = {
        f"{check}/{name}": text
        for check, texts in (words.find("figures") or {}).items()
        if isinstance(texts, Mapping)
        for name, text in texts.items()
    }
    for picture, source in pictures.items():
        check, _, name = picture.partition("/")
        if check not in protocol.by_id:
            yield Fault(source, name, f"there is no check {check!r}")
        elif name not in PICTURES and name not in protocol.by_id[check].by_id:
            yield Fault(source, name, "there is no such answer")
        if not str(told.get(picture, "")).strip():
            yield Fault(file, f"{check}.{name}", "the picture has no text alternative")
    for picture in sorted(told.keys() - pictures.keys()):
        yield Fault(file, picture.replace("/", "."), "there is no such picture")


def _check_faults(protocol: Protocol, check: Check) -> Iterator[tuple[str, str]]:
    yield from _unknown_sources(protocol, "sources", {s for row in check.sources for s in row})
    for answer_id, times in Counter(answer.id for answer in check.answers).items():
        if times > 1:
            yield f"answers.{answer_id}", "is there twice"
    for key in ("covers", "marks"):
        yield from _doubled_parts(key, getattr(check, key))
    if check.requires and not _is_sign(protocol, check.requires):
        yield "requires", f"there is no answer {check.requires!r}"
    if check.derive:
        if check.sides is not Sides.PAIRED:
            yield "derive", "only a paired check can derive an answer"
        named = {check.derive.answer, *(a for pair in check.derive.pairs for a in pair)}
        for answer_id in sorted(named - check.by_id.keys()):
            yield "derive", f"there is no answer {answer_id!r}"
    for answer in check.answers:
        for key, reason in _answer_faults(protocol, check, answer):
            yield f"answers.{answer.id}.{key}", reason
    if check.window:
        for name in RULE_SETS:
            span = getattr(check.window, name)
            if span is not None:
                yield from _unknown_sources(protocol, f"window.{name}.sources", span.sources)


def _doubled_parts(key: str, parts: tuple[Region, ...]) -> Iterator[tuple[str, str]]:
    if len(parts) != len(set(parts)):
        yield key, "names a part of the body twice"


def _answer_faults(protocol: Protocol, check: Check, answer: Answer) -> Iterator[tuple[str, str]]:
    yield from _unknown_sources(protocol, "sources", answer.sources)
    yield from _doubled_parts("marks", answer.marks)
    if answer.whole and check.sides is not Sides.PAIRED:
        yield "whole", "only an answer of a paired check can be of the whole baby"
    if answer.sided and (
        check.sides is Sides.NONE or not (answer.whole or check.sides is Sides.WHICH)
    ):
        yield "sided", "a sided answer needs sides = which, or whole in a paired check"
    for index, reading in enumerate(answer.published):
        key = f"published[{index}]"
        if reading is None:
            if check.mode[index] is not Mode.SKIP:
                yield key, "has no reading, and the check is offered at this age"
            continue
        grades = {
            protocol.sources[s].grade
            for s in (*answer.sources, *check.sources[index])
            if s in protocol.sources
        }
        if reading.level is Level.TYPICAL and not grades & {"A", "B"}:
            yield key, "is typical, and no source of grade A or B backs it"
        if reading.is_finding and grades and grades <= {"C"} and not (reading.weak or answer.weak):
            yield key, "rests on grade C sources alone and is not marked weak"
    if answer.raised:
        for sign in answer.raised.any:
            if not _is_sign(protocol, sign):
                yield "with.any", f"there is no sign {sign!r}"
        for index, (base, raised) in enumerate(
            zip(answer.published, answer.raised.published, strict=True)
        ):
            if base and raised and raised.action < base.action:
                yield f"with.published[{index}]", "would lower the reading"


def _check_words_faults(check: Check, words: Words, file: str) -> Iterator[Fault]:
    spoken = words.checks.get(check.id)
    if spoken is None:
        yield Fault(file, "", "is missing")
        return
    for answer_id in sorted(check.by_id.keys() - spoken.answers.keys()):
        yield Fault(file, f"answers.{answer_id}", "is missing")
    for answer_id in sorted(spoken.answers.keys() - check.by_id.keys()):
        yield Fault(file, f"answers.{answer_id}", "there is no such answer")
    for answer in check.answers:
        said = spoken.answers.get(answer.id)
        if answer.sided and said and not (said.side or spoken.which_side):
            yield Fault(file, f"answers.{answer.id}.side", "does not say how to ask for the side")
        if said and not _is_term(said.clinical, may_name_side=answer.sided):
            reason = "only {side} may stand in braces, and only where the answer has a side"
            yield Fault(file, f"answers.{answer.id}.clinical", reason)


def _is_term(text: str, *, may_name_side: bool) -> bool:
    """Whether a clinician's term has no place to fill in but that of its side."""
    try:
        places = [part[1:] for part in Formatter().parse(text) if part[1] is not None]
    except ValueError:
        return False
    return not places or (may_name_side and {*places} == {(SIDE, "", None)})


def _rule_faults(protocol: Protocol) -> Iterator[Fault]:
    lists: tuple[tuple[str, Iterable[Any]], ...] = (
        ("gate", protocol.signs),
        ("situations", protocol.situations),
        ("background", protocol.background),
        ("readiness", (*protocol.readiness.states, *protocol.readiness.items)),
    )
    for name, rows in lists:
        for row in rows:
            for key, reason in _unknown_sources(protocol, row.id, row.sources):
                yield Fault(f"protocol/{name}.toml", key, reason)
        ids = [row.id for row in rows] if name != "readiness" else []
        for row_id, times in Counter(ids).items():
            if times > 1:
                yield Fault(f"protocol/{name}.toml", row_id, "is there twice")
    for situation in protocol.situations:
        for check in situation.leaves:
            if check not in protocol.by_id:
                yield Fault("protocol/situations.toml", situation.id, f"no such check {check!r}")
        if situation.sign and situation.sign not in protocol.sign_by_id:
            reason = f"no such urgent sign {situation.sign!r}"
            yield Fault("protocol/situations.toml", situation.id, reason)
    result = protocol.result
    rules = {name: getattr(result.rules, name) for name in type(result.rules).model_fields}
    for name, rule in {"ages": result.ages, "coverage": result.coverage, **rules}.items():
        for key, reason in _unknown_sources(protocol, name, rule.sources):
            yield Fault("protocol/result.toml", key, reason)


def _pair_faults(protocol: Protocol, pair: tuple[str, str]) -> Iterator[str]:
    checks = [name.partition(".")[0] for name in pair]
    for name, check in zip(pair, checks, strict=True):
        if check not in protocol.by_id or not _is_sign(protocol, name):
            yield f"there is no answer {name!r}"
    if checks[0] == checks[1]:
        yield "both are answers of one check; mark one of them `alone` there"


def _unknown_sources(
    protocol: Protocol, key: str, sources: Iterable[str]
) -> Iterator[tuple[str, str]]:
    for source in sorted(set(sources) - protocol.sources.keys()):
        yield key, f"there is no source {source!r}"


def _is_sign(protocol: Protocol, sign: str) -> bool:
    head, _, rest = sign.partition(".")
    if head == "urgent":
        return rest in protocol.sign_by_id
    if head == "background":
        return any(question.id == rest for question in protocol.background)
    return head in protocol.by_id and rest in protocol.by_id[head].by_id


_PATTERNS = (
    "hypertonic", "hypotonic", "mixed", "asymmetric", "unclear", "normal", "incomplete",
)  # fmt: skip
_NOT_SEEN = (
    "crying", "asleep", "not_sure", "fits_none", "too_stiff", "too_floppy", "hurts", "not_done",
    "already_seen",
)  # fmt: skip

_NAMED = ("label", "clinical")
_SIGN_WORDS = ("question", "name", "advice", "clinical")


def _needed_words(protocol: Protocol) -> Iterator[tuple[str, str]]:
    for sign in protocol.signs:
        yield from (("gate", f"{sign.id}.{part}") for part in _SIGN_WORDS)
    for situation in protocol.situations:
        told = "advice" if situation.stops else "reason"
        yield from (
            ("situations", f"{situation.id}.{part}") for part in ("label", told, "clinical")
        )
    for question in protocol.background:
        yield from (("background", f"{question.id}.{part}") for part in ("question", "clinical"))
        yield from (("background", f"{question.id}.options.{o}") for o in question.options)
    for state in protocol.readiness.states:
        yield from (
            ("readiness", f"states.{state.id}.{part}") for part in ("label", "words", "clinical")
        )
    for item in protocol.readiness.items:
        yield "readiness", f"items.{item.id}.label"
        yield from (("readiness", f"items.{item.id}.options.{o}") for o in item.options)
        if item.options:
            yield "readiness", f"items.{item.id}.clinical"
    for pattern in _PATTERNS:
        yield from (
            ("result", f"patterns.{pattern}.{part}") for part in ("parent", "plain", "clinical")
        )
    for action in Action:
        yield from (
            ("result", f"actions.{action.key}.{part}") for part in ("headline", "words", "clinical")
        )
    for action in list(Action)[1:]:
        yield "result", f"actions.{action.key}.still"
    for level in Level:
        yield from (("result", f"levels.{level.key}.{part}") for part in _NAMED)
    for direction in Direction:
        own = (
            ("short", "clinical") if direction is Direction.NONE else ("read", "short", "clinical")
        )
        yield from (("result", f"directions.{direction}.{part}") for part in own)
    for region in get_args(Region):
        yield from (("result", f"regions.{region}.{part}") for part in _NAMED)
    for route in get_args(Route):
        yield from (("result", f"routes.{route}.{part}") for part in (*_NAMED, "whom"))
    for reason in _NOT_SEEN:
        yield from (("result", f"not_seen.{reason}.{part}") for part in _NAMED)


def _texts(words: Words) -> Iterator[tuple[str, str, str]]:
    for section in ("gate", "situations", "result", "ui", "report"):
        yield from ((section, key, text) for key, text in _leaves(words.find(section) or {}, ""))


def _leaves(node: Any, key: str) -> Iterator[tuple[str, str]]:
    if isinstance(node, str):
        yield key, node
    elif isinstance(node, dict):
        for name, child in node.items():
            yield from _leaves(child, f"{key}.{name}".strip("."))
    elif isinstance(node, list):
        for index, child in enumerate(node):
            yield from _leaves(child, f"{key}[{index}]")
