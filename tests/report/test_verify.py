"""A report is compared with what its answers give: nothing else passes, nothing true is blamed."""

from __future__ import annotations

import io
import json
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from tests.report.cases import CASES, HOSTILE, asymmetric, endless, scored, typical, urgent
from tests.report.made import made
from tests.report.pdfs import (
    EARLIER,
    NAME,
    answers_replaced,
    befores_of,
    changed,
    report,
    report_of,
)
from tonecheck.protocol.pack import Pack
from tonecheck.report import html
from tonecheck.report.carried import Carried, read_report
from tonecheck.report.extract import extracted
from tonecheck.report.passages import Difference
from tonecheck.report.privacy import Privacy
from tonecheck.report.verify import checksum_differences, print_differences
from tonecheck.scoring.earlier import earlier_of
from tonecheck.scoring.score import score
from tonecheck.screening.document import screening_from


def _carried(pdf: bytes, password: str = "") -> Carried:
    return extracted(pdf, password, with_pages=True)


def _differences(pack: Pack, pdf: bytes) -> tuple[Difference, ...]:
    carried = _carried(pdf)
    assert carried.pages is not None
    screening = screening_from(json.loads(carried.answers))
    return (
        *checksum_differences(carried),
        *print_differences(carried, carried.pages, screening, befores_of(carried), pack),
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "privacy"),
    [
        ("typical", "full"),
        ("typical", "initials"),
        ("typical", "none"),
        ("asymmetric", "full"),
        ("urgent", "none"),
        ("endless", "full"),
    ],
)
def test_an_untouched_report_has_no_difference(pack: Pack, name: str, privacy: Privacy) -> None:
    """At every privacy level, for each kind of baby."""
    assert _differences(pack, report(pack, name, privacy)) == ()


@pytest.mark.slow
def test_any_words_are_read_as_they_were_typed(pack: Pack) -> None:
    """Active, foreign, right-to-left and joined characters in the notes are no difference."""
    data = typical(pack)
    data["checks"]["moro"]["note"] = HOSTILE
    data["worry"] = {
        "level": "yes",
        "words": f"\ufb01n \u2764\ufe0f e\u0301 \u0416 \u03a9\n{HOSTILE * 5}",
    }
    assert _differences(pack, report_of(pack, *scored(pack, data))) == ()


@pytest.mark.slow
@pytest.mark.parametrize("height", [230, 260])
def test_where_pages_break_makes_no_difference(
    pack: Pack, monkeypatch: pytest.MonkeyPatch, height: int
) -> None:
    """Tables, lists and columns that end a page elsewhere say the same."""
    size = f"{html.style()} @page {{ size: 210mm {height}mm }}"
    monkeypatch.setattr(html, "style", lambda: size)
    for case in (asymmetric, endless):
        assert _differences(pack, report_of(pack, *scored(pack, case(pack)))) == ()


def test_saving_anew_changes_nothing(pack: Pack) -> None:
    """What another program packs differently says the same."""
    mode = pikepdf.ObjectStreamMode.generate
    assert _differences(pack, changed(report(pack), lambda _: None, object_stream_mode=mode)) == ()


def test_the_hour_it_was_made_is_its_own(pack: Pack) -> None:
    """Another time of the same day on page 1 is not taken for the one it was made at."""
    data = {**urgent(pack), "observed_at": "10:30"}
    moment = datetime(2026, 3, 12, 12, tzinfo=timezone(timedelta(hours=1)))
    assert _differences(pack, report_of(pack, *scored(pack, data), made_at=moment)) == ()


def test_what_else_shaped_the_report_is_known(pack: Pack) -> None:
    """The article leading, a region's number and a clock of another place are no difference."""
    screening, _ = scored(pack, asymmetric(pack))
    place = timezone(timedelta(hours=5, minutes=45))
    pdf = report_of(
        pack,
        screening,
        score(pack, screening, (), "article"),
        made_at=datetime(2026, 3, 13, 0, 10, tzinfo=place),
        emergency=pack.protocol.regions[0].emergency,
    )
    assert _differences(pack, pdf) == ()


@pytest.mark.slow
@pytest.mark.parametrize("privacy", ["full", "none"])
def test_earlier_screenings_are_scored_with(pack: Pack, privacy: Privacy) -> None:
    """A floor only they can set is no difference, with their dates or without; elsewhere it is."""
    data = typical(pack)
    check, answer = _recheck(pack)
    data["checks"][check] = {"answers": [answer]}
    screening, alone = scored(pack, data)
    old = screening_from({**data, "id": "old", "observed_on": "2026-02-26"})
    assert old.observed_on is not None
    result = score(pack, screening, [earlier_of(old.observed_on, score(pack, old))])
    assert result.action != alone.action
    pdf = report_of(pack, screening, result, earlier=[old], privacy=privacy)

    assert _differences(pack, pdf) == ()
    assert ("2026-02-26" in _carried(pdf).earlier) == (privacy == "full")
    # Without them the raised action would be a difference.
    lone = report_of(pack, screening, result, privacy=privacy)
    found = _differences(pack, lone)
    assert any("Advice given to the parent" in difference.place for difference in found)


def _recheck(pack: Pack) -> tuple[str, str]:
    """A check and an answer that is read as `recheck` in the typical baby."""
    for check in pack.protocol.checks:
        for answer in check.answers:
            data = typical(pack)
            data["checks"][check.id] = {"answers": [answer.id]}
            _, result = scored(pack, data)
            if result.action == "recheck" and len(result.findings) == 1:
                return check.id, answer.id
    raise AssertionError("no answer is read as recheck")


def test_charts_of_earlier_screenings_are_no_difference(pack: Pack) -> None:
    """Nor are the pictures that belong to them; other answers of then are, and none at all."""
    _, pdf = made("asymmetric")
    assert _differences(pack, pdf) == ()

    other = answers_replaced(pdf, b'"mostly"', b'"thumb"', EARLIER)
    places = [difference.place for difference in _differences(pack, other)]
    assert sum(place.startswith("checksum of earlier") for place in places) == 3
    assert any(place.startswith("What changed since earlier") for place in places)

    def take_out(document: Any) -> None:
        del document.attachments[EARLIER]

    places = [difference.place for difference in _differences(pack, changed(pdf, take_out))]
    assert "checksum of earlier screenings, metadata (document)" in places
    assert len(places) > 3


@pytest.mark.slow
def test_every_changed_printed_character_is_noticed(pack: Pack) -> None:
    """One glyph put in place of another, anywhere on any page, is a difference."""
    places = _glyph_places(report(pack))
    for number, (page, index) in enumerate(places[:: len(places) // 40]):
        pdf = _with_glyph_changed(report(pack), page, index)
        found = _differences(pack, pdf)
        assert found, (page, index)
        assert number or all(difference.printed for difference in found)


def _glyph_places(pdf: bytes) -> list[tuple[int, int]]:
    """Every piece of text longer than a bullet, by page and position."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [
            (number, index)
            for number, page in enumerate(document.pages)
            for index, item in enumerate(pikepdf.parse_content_stream(page))
            if _swapped(item) is not None
        ]


def _swapped(item: Any) -> list[pikepdf.Array] | None:
    """The operands of a piece of text with its first glyph replaced by another one of it."""
    if str(item.operator) != "TJ":
        return None
    parts = list(item.operands[0])
    glyphs = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
    pairs = [glyphs[i : i + 2] for i in range(0, len(glyphs), 2)]
    other = next((pair for pair in pairs if pair != pairs[0]), None)
    if other is None or len(pairs) < 6:
        return None
    first = next(i for i, part in enumerate(parts) if isinstance(part, pikepdf.String))
    parts[first] = pikepdf.String(other + bytes(parts[first])[2:])
    return [pikepdf.Array(parts)]


def _with_glyph_changed(pdf: bytes, page: int, index: int) -> bytes:
    def change(document: Any) -> None:
        items = list(pikepdf.parse_content_stream(document.pages[page]))
        items[index] = pikepdf.ContentStreamInstruction(
            _swapped(items[index]) or [], pikepdf.Operator("TJ")
        )
        content = pikepdf.unparse_content_stream(items)
        document.pages[page].Contents = document.make_stream(content)

    return changed(pdf, change)


def test_text_drawn_on_top_is_noticed(pack: Pack) -> None:
    """Words that no part of the structure holds are a difference, too."""

    def change(document: Any) -> None:
        page = document.pages[0]
        items = list(pikepdf.parse_content_stream(page))
        drawn = next(item for item in items if str(item.operator) == "TJ")
        font = next(item for item in items if str(item.operator) == "Tf")
        page.contents_add(
            b"BT " + pikepdf.unparse_content_stream([font, drawn]) + b" ET", prepend=False
        )

    assert _differences(pack, changed(report(pack), change))


def test_a_changed_answer_inside_is_named(pack: Pack) -> None:
    """Other answers than printed: all checksums differ, and the item is among the differences."""
    pdf = answers_replaced(report(pack), b'"smooth"', b'"cramped_or_jerky"')
    found = _differences(pack, pdf)

    assert sum(difference.place.startswith("checksum") for difference in found) == 3
    assert any("Every check, item by item" in difference.place for difference in found)
    assert any("Advice given to the parent" in difference.place for difference in found)


def test_a_change_that_says_the_same_is_noticed(pack: Pack) -> None:
    """One more space in the answers: the checksums differ."""
    carried = _carried(answers_replaced(report(pack), b"{", b"{ "))
    assert [d.place for d in checksum_differences(carried)] == [
        "checksum, metadata (document)",
        "checksum, metadata (archive)",
        "checksum, page 1",
    ]


def test_changed_metadata_is_noticed(pack: Pack) -> None:
    """Neither place of the metadata can be changed alone, nor can what it tells."""

    def forget(document: Any) -> None:
        del document.docinfo["/Keywords"]

    def lead(document: Any) -> None:
        text = str(document.docinfo["/Keywords"])
        document.docinfo["/Keywords"] = text.replace("privacy:full", "privacy:none")

    assert _differences(pack, changed(report(pack), forget))
    assert _differences(pack, changed(report(pack), lead))


def test_an_unknown_emergency_number_is_not_believed(pack: Pack) -> None:
    """A number no region of the content has is a difference wherever it is printed."""
    screening, result = scored(pack, CASES["urgent"](pack))
    pdf = report_of(pack, screening, result, emergency="0900 1234")
    assert any("0900 1234" in difference.printed for difference in _differences(pack, pdf))


def test_other_figures_in_words_are_noticed(pack: Pack) -> None:
    """The words a screen reader speaks for a picture are compared, too."""

    def change(document: Any) -> None:
        for item in document.objects:
            if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure":
                item.Alt = "Nothing to see"

    assert any(
        "Nothing to see" in difference.printed
        for difference in _differences(pack, changed(report(pack), change))
    )


def test_a_flood_of_text_is_one_difference(pack: Pack) -> None:
    """Far more passages than a report has are not compared one by one."""
    carried = _carried(report(pack))
    assert carried.pages is not None
    pages = carried.pages.model_copy(update={"blocks": carried.pages.blocks * 12})
    screening = screening_from(json.loads(carried.answers))
    found = print_differences(carried, pages, screening, (), pack)

    assert [difference.place for difference in found] == ["report"]


def test_the_reader_apart_finds_the_same(pack: Pack, tmp_path: Path) -> None:
    """The process that reads says what reading here says."""
    path = tmp_path / "r.pdf"
    path.write_bytes(report(pack))

    assert read_report(path, with_pages=True) == _carried(report(pack))
    assert read_report(path).pages is None
    with pikepdf.open(path) as document:
        assert list(document.attachments) == [NAME]
