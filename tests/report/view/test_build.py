"""The view as a whole."""

from __future__ import annotations

from tests.factories import at_months
from tests.report.cases import MADE, asymmetric, earlier, scored, view_of
from tonecheck.protocol.pack import Pack
from tonecheck.report.view import build_view
from tonecheck.scoring.score import score


def test_nothing_answered_says_nothing_more(pack: Pack) -> None:
    """An age without an answer has no table, no reading, no count and no list of checks."""
    screening = at_months(3)
    view = build_view(pack, screening, score(pack, screening), made_at=MADE)
    assert [section.id for section in view.sections] == ["filming", "method", "sources"]
    assert view.front.computed is not None
    labels = {fact.label for fact in (*view.front.computed.facts, *view.front.computed.others)}
    assert "By the parenting article" not in labels
    assert view.front.computed.facts[0].value.startswith("Too little seen to judge (seen: 0 of ")
    assert "Gaps, and why" not in {fact.label for fact in view.front.more}
    assert view.front.worry[0].value == "Not asked."


def test_attachment_is_the_screening_itself(pack: Pack) -> None:
    """The attached data reads back as the very screening, and page 1 shows its checksum."""
    view = view_of(pack, asymmetric(pack))
    assert '"thumb"' in view.attachment.text
    assert view.attachment.sha256 in view.front.data.value


def test_same_input_gives_the_same_view(pack: Pack) -> None:
    """Nothing in the view depends on anything but its arguments."""
    data = asymmetric(pack)
    first, second = (view_of(pack, data, before=earlier(pack)) for _ in range(2))
    assert first.model_dump_json() == second.model_dump_json()


def test_every_page_says_whose_it_is(pack: Pack) -> None:
    """Loose pages are told apart by name and day; where names are left out, by the number alone."""
    screening, result = scored(pack, asymmetric(pack))
    told = {
        privacy: build_view(pack, screening, result, made_at=MADE, privacy=privacy).stamp
        for privacy in ("full", "initials", "none")
    }
    assert told["full"].startswith("Jonas Example · 12 March 2026 · Screening tc-asymmetric")
    assert "Jonas" not in told["initials"] + told["none"]
    assert told["none"].startswith("Screening")
