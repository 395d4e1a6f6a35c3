"""Privacy at export: what is let out at each level, and that it reads the same."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pypdfium2
import pytest

from tests.report.cases import CASES, MADE, asymmetric, scored, typical
from tests.report.pdfs import everything
from tonecheck.protocol.pack import Pack
from tonecheck.report.html import to_html
from tonecheck.report.pdf import to_pdf
from tonecheck.report.privacy import (
    PRIVACY_LEVELS,
    Privacy,
    initials,
    privacy_words,
    private_result,
    private_screening,
)
from tonecheck.report.text import to_text
from tonecheck.report.view import build_view
from tonecheck.scoring.score import score
from tonecheck.screening.document import screening_from
from tonecheck.screening.validate import require_valid


@pytest.mark.parametrize("privacy", PRIVACY_LEVELS)
@pytest.mark.parametrize("name", CASES)
def test_less_told_reads_the_same(pack: Pack, name: str, privacy: Privacy) -> None:
    """At every level the answers score to the same result, and are still a valid screening."""
    words = privacy_words(pack)
    screening, result = scored(pack, CASES[name](pack))
    hidden = private_screening(screening, privacy, words)

    require_valid(pack.protocol, hidden)
    assert screening_from(hidden.model_dump(mode="json", exclude_defaults=True)) == hidden
    assert score(pack, hidden) == private_result(result, privacy, words)
    assert result.ages == score(pack, hidden).ages


@pytest.mark.parametrize("privacy", PRIVACY_LEVELS)
def test_a_private_situation_is_not_in_the_data_either(pack: Pack, privacy: Privacy) -> None:
    """What is never printed does not travel inside the file, at any level."""
    private = next(s.id for s in pack.protocol.situations if s.private)
    screening, result = scored(pack, {**typical(pack), "situations": [private]})
    view = build_view(pack, screening, result, made_at=MADE, privacy=privacy)
    assert private in screening.situations
    assert private not in view.attachment.text


@pytest.mark.parametrize("privacy", PRIVACY_LEVELS)
def test_hiding_twice_is_hiding_once(pack: Pack, privacy: Privacy) -> None:
    """What was hidden stays as it is when it is hidden again."""
    words = privacy_words(pack)
    data = asymmetric(pack)
    data["observer"] = "Anna-Lena ßen (mother)"
    data["checks"]["fists"]["reported_by"] = "?"
    data["seen_by_doctor"] = {"urgent.fit": "2026-03-01"}
    once = private_screening(screening_from(data), privacy, words)

    assert private_screening(once, privacy, words) == once


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Mia Example", "M. E."),
        ("  anna-lena  o'neill ", "A. L. O."),
        ("(Bo)", "B."),
        ("Жанна", "Ж."),
        ("ßen \ufb01n", "S. F."),
        ("\U0001f476 7", ""),
        ("", ""),
    ],
)
def test_initials(name: str, short: str) -> None:
    """One letter a word, in any script; what has no letter has no initial."""
    assert initials(name) == short


@pytest.mark.parametrize(
    ("typed", "short", "nothing"),
    [
        ("mother", "mother", "mother"),
        ("Anna, her mother", "A. H. mother", "mother"),
        ("Dr. Okafor", "Dr. O.", "Dr."),
        ("Okafor", "O.", None),
    ],
)
def test_a_role_is_no_name(pack: Pack, typed: str, short: str, nothing: str | None) -> None:
    """Words that say what a person is stay; who it is becomes initials, or goes."""
    words = privacy_words(pack)
    data = typical(pack)
    data["observer"] = typed
    data["checks"]["moro"]["reported_by"] = typed
    screening = screening_from(data)
    some, none = (private_screening(screening, level, words) for level in PRIVACY_LEVELS[1:])

    assert (some.observer, none.observer) == (short, nothing)
    assert some.checks["moro"].reported_by == short
    assert none.checks["moro"].reported_by == (nothing or words.left_out)


def test_an_age_without_a_date_is_exact(pack: Pack) -> None:
    """A birth date goes as the days since; an age given in months stays; no day or hour is left."""
    words = privacy_words(pack)
    hidden = private_screening(screening_from(typical(pack)), "none", words)
    months = screening_from({"child": {"age_months": 3, "age_weeks": 2}})

    assert (hidden.child.birth_date, hidden.child.age_days) == (None, 88)
    assert (hidden.observed_on, hidden.observed_at, hidden.child.name) == (None, None, None)
    assert private_screening(months, "none", words).child == months.child


def test_the_parents_words_stay(pack: Pack) -> None:
    """Worry, notes and what was typed as background are the parent's, at every level."""
    data: dict[str, Any] = typical(pack)
    data["worry"] = {"level": "yes", "words": "Mia is stiff"}
    data["background"]["since"] = "since 3 March"
    data["checks"]["moro"]["note"] = "Mia jumped"
    hidden = private_screening(screening_from(data), "none", privacy_words(pack))

    assert hidden.worry.words == "Mia is stiff"
    assert hidden.background["since"] == "since 3 March"
    assert hidden.checks["moro"].note == "Mia jumped"


SECRETS = (
    "Zenobia",
    "Quirinus",
    "Balthasar",
    "Okonkwo",
    "14 December 2025",
    "2025-12-14",
    "20251214",
    "12 March 2026",
    "2026-03-12",
    "20260312",
    "9 March 2026",
    "2026-03-09",
    "20260309",
    "10:20",
)
NAMES = SECRETS[:4]


def _telling(pack: Pack) -> dict[str, Any]:
    """A baby with every name and date a screening can hold."""
    data = typical(pack)
    data["child"]["name"] = "Zenobia Quirinus"
    data["observer"] = "Balthasar, father"
    told = {"answers": ["up"], "reported_by": "Dr Okonkwo"}
    data["checks"] = {"moro": data["checks"]["moro"], "plantar": told}
    data["urgent"]["lost_skill"] = "yes"
    data["seen_by_doctor"] = {"urgent.lost_skill": "2026-03-09"}
    return data


def _texts(pack: Pack, privacy: Privacy) -> dict[str, str]:
    """All that a report holds in each format, unpacked and in every coding a PDF has."""
    screening, result = scored(pack, _telling(pack))
    old = screening.model_copy(update={"observed_on": date(2026, 2, 9)})
    view = build_view(pack, screening, result, earlier=[old], made_at=MADE, privacy=privacy)
    pdf = to_pdf(view)
    raw = everything(pdf)
    printed = "".join(p.get_textpage().get_text_range() for p in pypdfium2.PdfDocument(pdf))
    return {
        "pdf": raw.decode("utf-8", "replace") + raw.decode("utf-16-be", "replace") + printed,
        "html": to_html(view),
        "text": to_text(view),
        "view": view.model_dump_json(),
    }


def test_full_tells_all(pack: Pack) -> None:
    """Each secret is found where it is told, so that the searches below can find it."""
    for name, text in _texts(pack, "full").items():
        flat = " ".join(text.split())
        wanted = ("Zenobia", "Balthasar", "Okonkwo", "14 December 2025", "12 March 2026", "10:20")
        assert [secret for secret in wanted if secret not in flat] == [], name


def test_initials_tell_no_name(pack: Pack) -> None:
    """No name in any format, printed, attached or in the metadata; the dates stay."""
    for name, text in _texts(pack, "initials").items():
        assert [secret for secret in NAMES if secret.casefold() in text.casefold()] == [], name
        assert "Z. Q." in text
        assert "12 March 2026" in " ".join(text.split())


def test_none_tells_no_name_and_no_date(pack: Pack) -> None:
    """No name, no date and no hour in any format, not even of the file; the ages stay."""
    for name, text in _texts(pack, "none").items():
        flat = " ".join(text.split()).casefold()
        assert [secret for secret in SECRETS if secret.casefold() in flat] == [], name
        assert not re.search(r"\b20(25|26)-?[01]\d", flat), name
        assert "2 months 27 days" in flat, name
        assert "left out" in flat, name
