"""What parents read: easy, calm, without diagnosis, all-clear, waiting or treatment."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import textstat

from tonecheck.protocol.locate import content_dir
from tonecheck.protocol.pack import Pack

WORDS = content_dir() / "text" / "en"
GRADE = 6.0
FEWEST_WORDS = 30
FOR_CLINICIANS = frozenset({"clinical", "article", "lean", "sources"})
CLINICIAN_FILES = frozenset({"report"})
FORBIDDEN = {
    "an all-clear": r"\b(all[- ]clear|nothing (is )?(wrong|to check|to fear)|don't worry"
    r"|do not worry|perfectly fine|your baby is (fine|healthy|normal|ok))\b",
    "a diagnosis": r"\b(cerebral palsy|spastic\w*|hypotonia|hypertonia|dystonia|torticollis"
    r"|dysplasia|epilep\w+|autis\w+|syndrome)\b",
    "waiting": r"\b(wait and see|you can wait|no need to (go|call|see)|can safely wait)\b",
    "a force": r"\b(pull (them|your baby) up by the (hands|wrists|arms)|push the knees flat"
    r"|drop (them|your baby)|let the head fall)\b",
    "an angle": r"\d+\s*(°(?! ?[CF])|degrees)",
}
NEGATED = re.compile(r"\b(no|not|never|nobody|cannot|can't|isn't|nor|without)\b", re.IGNORECASE)


def _strings(node: Any, path: str) -> Iterator[tuple[str, str]]:
    """Every text a parent reads below `node`, with its key."""
    if isinstance(node, str):
        yield path, node.strip()
    elif isinstance(node, dict):
        for key, child in node.items():
            if key not in FOR_CLINICIANS:
                yield from _strings(child, f"{path}.{key}".strip("."))
    elif isinstance(node, list):
        for child in node:
            yield from _strings(child, path)


def _screens() -> Iterator[tuple[str, list[str]]]:
    """Each card and section of a screen, as its texts; sections too short to grade go together."""
    for path in sorted(WORDS.glob("checks/*.toml")):
        yield f"checks/{path.stem}", [text for _, text in _strings(_read(path), "")]
    for path in sorted(WORDS.glob("*.toml")):
        if path.stem in CLINICIAN_FILES | {"glossary"}:
            continue
        short: list[str] = []
        for section, node in _read(path).items():
            texts = [text for _, text in _strings(node, section)]
            if section in FOR_CLINICIANS:
                continue
            if sum(len(text.split()) for text in texts) < FEWEST_WORDS:
                short += texts
            else:
                yield f"{path.stem}.{section}", texts
        if short:
            yield f"{path.stem}, short parts", short


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _without_terms(text: str, terms: list[str]) -> str:
    for term in terms:
        text = re.sub(rf"\b{re.escape(term)}s?\b", "it", text, flags=re.IGNORECASE)
    return text


def _terms() -> list[str]:
    glossary = _read(WORDS / "glossary.toml")
    found = [t for entry in glossary.values() for t in (entry["term"], *entry.get("also", ()))]
    return sorted(found, key=len, reverse=True)


SCREENS = list(_screens())


@pytest.mark.parametrize(
    "texts", [texts for _, texts in SCREENS], ids=[name for name, _ in SCREENS]
)
def test_each_card_and_screen_reads_at_grade_six_or_lower(texts: list[str]) -> None:
    """Flesch-Kincaid grade of the joined text, glossary terms excepted, is at most 6."""
    terms = _terms()
    joined = " ".join(t if t[-1:] in ".?!:" else f"{t}." for t in texts if t)
    plain = _without_terms(re.sub(r"\{\w+\}", "it", joined), terms)

    assert textstat.flesch_kincaid_grade(plain) <= GRADE


@pytest.mark.parametrize("kind", FORBIDDEN)
def test_nothing_forbidden_is_said_to_a_parent(kind: str) -> None:
    """No sentence says it; a sentence that says not to may name it."""
    pattern = re.compile(FORBIDDEN[kind], re.IGNORECASE)
    names_illness = {"background", "situations"}
    said = [
        f"{name}: {sentence}"
        for name, texts in SCREENS
        if re.split(r"\W", name)[0] not in names_illness
        for text in texts
        for sentence in re.split(r"(?<=[.!?])\s+", text)
        if pattern.search(sentence) and not NEGATED.search(sentence)
    ]

    assert said == []


def test_every_card_fits_two_pages_of_a_small_screen(pack: Pack) -> None:
    """Labels, sentences and how-to keep to the room an 80 x 24 terminal has."""
    too_long = []
    for name, words in pack.words.checks.items():
        limits = [("name", words.name, 34), ("question", words.question, 70)]
        limits += [(f"{a}.label", said.label, 26) for a, said in words.answers.items()]
        limits += [(f"{a}.sentence", said.sentence, 110) for a, said in words.answers.items()]
        too_long += [f"{name}.{key}: {len(text)}" for key, text, most in limits if len(text) > most]
        how_to = (
            words.purpose,
            *max(words.steps, words.watch_steps, key=len),
            *words.stop,
            *words.invalid,
        )
        lines = sum(1 + len(text) // 74 for text in how_to)
        too_long += [f"{name}: {lines} lines of how-to"] if lines > 15 else []

    assert too_long == []


def test_no_background_knowledge_is_a_source(pack: Pack) -> None:
    """Every source of every reading is in the bibliography with a grade, and none is BK."""
    titles = [source.title for source in pack.protocol.sources.values()]

    assert not [key for key in pack.protocol.sources if key.upper().startswith("BK")]
    assert not [title for title in titles if "background knowledge" in title.lower()]


def test_the_pack_says_that_no_clinician_has_reviewed_it(pack: Pack) -> None:
    """Until one has, the metadata and the first screen say so."""
    welcome = (WORDS / "welcome.toml").read_text(encoding="utf-8").lower()

    assert not pack.reviewed
    assert re.search(r"no (clinician|doctor)[\w ]* has (yet )?(checked|reviewed)", welcome)
