"""Whatever was changed in a report is noticed when it is compared with its answers."""

from __future__ import annotations

import io
import json
from typing import Any

import pikepdf
import pytest

from tests.report.cases import CASES, scored
from tests.report.pdfs import answers_replaced, changed, report, report_of
from tests.report.verified import carried_by, differences
from tonecheck.protocol.pack import Pack
from tonecheck.report.verify import checksum_differences, print_differences
from tonecheck.screening.document import screening_from


@pytest.mark.slow
def test_every_changed_printed_character_is_noticed(pack: Pack) -> None:
    """One glyph put in place of another, anywhere on any page, is a difference."""
    places = _glyph_places(report(pack))
    for number, (page, index) in enumerate(places[:: len(places) // 40]):
        pdf = _with_glyph_changed(report(pack), page, index)
        found = differences(pack, pdf)
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

    assert differences(pack, changed(report(pack), change))


def test_a_changed_answer_inside_is_named(pack: Pack) -> None:
    """Other answers than printed: all checksums differ, and the item is among the differences."""
    pdf = answers_replaced(report(pack), b'"smooth"', b'"cramped_or_jerky"')
    found = differences(pack, pdf)

    assert sum(difference.place.startswith("checksum") for difference in found) == 3
    assert any("Every check, item by item" in difference.place for difference in found)
    assert any("Advice given to the parent" in difference.place for difference in found)


def test_a_change_that_says_the_same_is_noticed(pack: Pack) -> None:
    """One more space in the answers: the checksums differ."""
    carried = carried_by(answers_replaced(report(pack), b"{", b"{ "))
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

    assert differences(pack, changed(report(pack), forget))
    assert differences(pack, changed(report(pack), lead))


def test_an_unknown_emergency_number_is_not_believed(pack: Pack) -> None:
    """A number no region of the content has is a difference wherever it is printed."""
    screening, result = scored(pack, CASES["urgent"](pack))
    pdf = report_of(pack, screening, result, emergency="0900 1234")
    assert any("0900 1234" in difference.printed for difference in differences(pack, pdf))


def test_other_figures_in_words_are_noticed(pack: Pack) -> None:
    """The words a screen reader speaks for a picture are compared, too."""

    def change(document: Any) -> None:
        for item in document.objects:
            if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure":
                item.Alt = "Nothing to see"

    assert any(
        "Nothing to see" in difference.printed
        for difference in differences(pack, changed(report(pack), change))
    )


def test_a_flood_of_text_is_one_difference(pack: Pack) -> None:
    """Far more passages than a report has are not compared one by one."""
    carried = carried_by(report(pack))
    assert carried.pages is not None
    pages = carried.pages.model_copy(update={"blocks": carried.pages.blocks * 12})
    screening = screening_from(json.loads(carried.answers))
    found = print_differences(carried, pages, screening, (), pack)

    assert [difference.place for difference in found] == ["report"]
