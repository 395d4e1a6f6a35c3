"""A true report has no difference, however it was made, saved or read."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from tests.report.cases import HOSTILE, asymmetric, endless, scored, signs, typical, urgent
from tests.report.made import made
from tests.report.pdfs import EARLIER, NAME, answers_replaced, changed, report, report_of
from tests.report.verified import carried_by, differences
from tonecheck.protocol.pack import Pack
from tonecheck.report import html
from tonecheck.report.carried import read_report
from tonecheck.report.privacy import Privacy
from tonecheck.scoring.earlier import earlier_of
from tonecheck.scoring.score import score
from tonecheck.screening.document import screening_from


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
    assert differences(pack, report(pack, name, privacy)) == ()


@pytest.mark.slow
def test_any_words_are_read_as_they_were_typed(pack: Pack) -> None:
    """Active, foreign, right-to-left and joined characters in the notes are no difference."""
    data = typical(pack)
    data["checks"]["moro"]["note"] = HOSTILE
    data["worry"] = {
        "level": "yes",
        "words": f"\ufb01n \u2764\ufe0f e\u0301 \u0416 \u03a9\n{HOSTILE * 5}",
    }
    assert differences(pack, report_of(pack, *scored(pack, data))) == ()


@pytest.mark.slow
@pytest.mark.parametrize("words", [20, 200, 800])
def test_parents_part_of_any_length_makes_no_difference(pack: Pack, words: int) -> None:
    """Nor does a line of it that is longer than a column."""
    data = {**asymmetric(pack), "urgent": signs(pack, fit="yes")}
    data["seen_by_doctor"] = {"urgent.fit": "long ago " * words}
    data["checks"]["hip_opening"]["reported_by"] = "Dr Okafor " * words
    assert differences(pack, report_of(pack, *scored(pack, data))) == ()


@pytest.mark.slow
@pytest.mark.parametrize("height", [230, 260])
def test_where_pages_break_makes_no_difference(
    pack: Pack, monkeypatch: pytest.MonkeyPatch, height: int
) -> None:
    """Tables, lists and columns that end a page elsewhere say the same."""
    size = f"{html.style()} @page {{ size: 210mm {height}mm }}"
    monkeypatch.setattr(html, "style", lambda: size)
    for case in (asymmetric, endless):
        assert differences(pack, report_of(pack, *scored(pack, case(pack)))) == ()


@pytest.mark.slow
def test_what_a_later_version_replaced_is_known(pack: Pack) -> None:
    """It comes with the answers inside the file, and is printed from there."""
    data = {**typical(pack), "revision": 2}
    data["replaced"] = {"worry": "yes", "checks": {"prone": {"answers": ["lifts"]}}}
    pdf = report_of(pack, *scored(pack, data))

    assert differences(pack, pdf) == ()
    assert '"worry": "yes"' in carried_by(pdf).answers


def test_saving_anew_changes_nothing(pack: Pack) -> None:
    """What another program packs differently says the same."""
    mode = pikepdf.ObjectStreamMode.generate
    assert differences(pack, changed(report(pack), lambda _: None, object_stream_mode=mode)) == ()


def test_the_hour_it_was_made_is_its_own(pack: Pack) -> None:
    """Another time of the same day on page 1 is not taken for the one it was made at."""
    data = {**urgent(pack), "observed_at": "10:30"}
    moment = datetime(2026, 3, 12, 12, tzinfo=timezone(timedelta(hours=1)))
    assert differences(pack, report_of(pack, *scored(pack, data), made_at=moment)) == ()


@pytest.mark.slow
def test_what_else_shaped_the_report_is_known(pack: Pack) -> None:
    """The article leading, a region's number and a clock of another place are no difference."""
    data = asymmetric(pack)
    data["checks"] = {check: data["checks"][check] for check in ("atnr", "hand_preference")}
    screening, published = scored(pack, data)
    led = score(pack, screening, (), "article")
    assert led.patterns != published.patterns
    place = timezone(timedelta(hours=5, minutes=45))
    pdf = report_of(
        pack,
        screening,
        led,
        made_at=datetime(2026, 3, 13, 0, 10, tzinfo=place),
        emergency=pack.protocol.regions[0].emergency,
    )
    assert differences(pack, pdf) == ()


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

    assert differences(pack, pdf) == ()
    assert ("2026-02-26" in carried_by(pdf).earlier) == (privacy == "full")
    # Without them the raised action would be a difference.
    lone = report_of(pack, screening, result, privacy=privacy)
    found = differences(pack, lone)
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


@pytest.mark.slow
def test_charts_of_earlier_screenings_are_no_difference(pack: Pack) -> None:
    """Nor are the pictures that belong to them; other answers of then are, and none at all."""
    _, pdf = made("asymmetric")
    assert differences(pack, pdf) == ()

    other = answers_replaced(pdf, b'"mostly"', b'"thumb"', EARLIER)
    places = [difference.place for difference in differences(pack, other)]
    assert sum(place.startswith("checksum of earlier") for place in places) == 3
    assert any(place.startswith("What changed since earlier") for place in places)

    def take_out(document: Any) -> None:
        del document.attachments[EARLIER]

    places = [difference.place for difference in differences(pack, changed(pdf, take_out))]
    assert "checksum of earlier screenings, metadata (document)" in places
    assert len(places) > 3


def test_the_reader_apart_finds_the_same(pack: Pack, tmp_path: Path) -> None:
    """The process that reads says what reading here says."""
    path = tmp_path / "r.pdf"
    path.write_bytes(report(pack))

    assert read_report(path, with_pages=True) == carried_by(report(pack))
    assert read_report(path).pages is None
    with pikepdf.open(path) as document:
        assert list(document.attachments) == [NAME]
