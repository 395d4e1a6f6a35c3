"""The HTML file stands alone and keeps what was typed harmless."""

from __future__ import annotations

from html.parser import HTMLParser
from itertools import pairwise

import pytest

from tests.report.cases import CASES, HOSTILE, asymmetric, endless, typical, view_of
from tonecheck.protocol.pack import Pack
from tonecheck.report.html import to_html

VOID = {"meta", "br"}


class _Reader(HTMLParser):
    """Collects tags and attributes, and checks that every tag is closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def _read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    return reader


@pytest.mark.parametrize("name", CASES)
def test_html_reads_no_other_file(pack: Pack, name: str) -> None:
    """No tag or attribute of the page names another file or runs anything."""
    page = _read(to_html(view_of(pack, CASES[name](pack))))
    assert not page.tags & {"img", "image", "script", "link", "iframe", "object", "a", "use"}
    assert not page.attributes & {"src", "href", "xlink:href", "srcset", "style"}


def test_typed_text_is_shown_and_does_nothing(pack: Pack) -> None:
    """Markup, template marks and HTML entities in a note are printed as they were typed."""
    data = asymmetric(pack)
    data["worry"] = {"level": "yes", "words": HOSTILE}
    page = _read(to_html(view_of(pack, data)))
    for typed in ("<img src=file:///etc/passwd>", "{{7*7}}", "[/b]", "&amp; &lt;b&gt; {name} %s"):
        assert typed in page.text
    assert "[U+001B][31mred" in page.text
    assert "[U+202E]evil" in page.text


def test_long_notes_stand_whole(pack: Pack) -> None:
    """A note of many thousand characters is printed to its end."""
    page = _read(to_html(view_of(pack, endless(pack))))
    assert "x" * 3000 in page.text
    assert page.text.count("many words.") >= 800


def test_figures_have_a_text_alternative(pack: Pack) -> None:
    """Each drawing carries its title, and the page its language."""
    html = to_html(view_of(pack, asymmetric(pack)))
    assert html.count("<svg") == html.count("<title>") - 1
    assert '<html lang="en">' in html


def test_headings_do_not_skip_a_level(pack: Pack) -> None:
    """The page has one first-level heading and no third level before a second."""
    html = to_html(view_of(pack, typical(pack)))
    levels = [int(part[0]) for part in html.split("<h")[1:] if part[0].isdigit()]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))


def test_a_page_of_its_own_has_no_page_numbers(pack: Pack) -> None:
    """What a browser does not count is not named, and nothing goes on elsewhere."""
    page = _read(to_html(view_of(pack, endless(pack))))
    assert "Pages:" not in page.text
    assert "(page 2)" not in page.text


def test_only_tall_rows_may_break_between_pages(pack: Pack) -> None:
    """A row whose cell holds a long text is marked as one that may be broken; others are not."""
    assert to_html(view_of(pack, endless(pack))).count('class="tall"') > 1
    (row,) = to_html(view_of(pack, asymmetric(pack))).split('class="tall"')[1:]
    assert "Bulging fontanelle" in row.split("</tr>")[0]
