"""`verify`: what a report says is compared with what its answers give."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.papers import kept, other_content
from tests.report.pdfs import answers_replaced, report
from tonecheck.cli import main
from tonecheck.errors import DIFFERENT, UNKNOWN_CONTENT, ContentError
from tonecheck.paths import data_dir
from tonecheck.protocol.pack import Pack, Words
from tonecheck.store import Store


@pytest.fixture
def other_today(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    """Today's content is not the one that the reports were made with."""
    other = other_content(pack)
    monkeypatch.setattr("tonecheck.commands.carried.load_pack", lambda _: other)


def test_an_untouched_report_is_verified(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 0, nothing listed, and nothing stored."""
    assert main(["verify", str(paper)]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert "unchanged" in said.err
    assert not data_dir().exists()


def test_differences_are_listed_on_a_line_each(
    pack: Pack, paper: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Changed answers: exit 8, the checksums first, what is printed beside what should be."""
    paper.write_bytes(answers_replaced(report(pack), b'"smooth"', b'"cramped_or_jerky"'))
    assert main(["verify", str(paper)]) == DIFFERENT
    said = capsys.readouterr()
    lines = said.out.splitlines()

    assert [line.partition(",")[0] for line in lines[:3]] == ["checksum"] * 3
    assert any("Every check, item by item" in line and 'printed "' in line for line in lines)
    assert all(len(line) < 800 for line in lines)
    assert f"Differences: {len(lines)}" in said.err


def test_answers_that_cannot_be_read_are_a_difference(
    pack: Pack, paper: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Changed into no JSON, or into an answer no content has: exit 8, and the reason is said."""
    for new in (b'"smooth', b'"unheard_of"'):
        paper.write_bytes(answers_replaced(report(pack), b'"smooth"', new))
        assert main(["verify", str(paper)]) == DIFFERENT
        said = capsys.readouterr()
        assert "were not scored" in said.err
        assert said.out.count("checksum") == 3


def test_a_hostile_word_in_a_report_cannot_act(
    pack: Pack, paper: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An escape code in changed answers is shown, not sent, and the message has an end."""
    evil = b'"\\u001b[31m' + b"x" * 50_000 + b'"'
    paper.write_bytes(answers_replaced(report(pack), b'"smooth"', evil))
    assert main(["verify", str(paper)]) == DIFFERENT
    said = capsys.readouterr()
    assert "\x1b" not in said.out + said.err
    assert len(said.err) < 10_000


@pytest.mark.usefixtures("other_today")
def test_content_not_known_here_has_its_own_code(
    pack: Pack, paper: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Scored under today's, which is said: exit 9; opening says it too, and works."""
    assert main(["verify", str(paper)]) == UNKNOWN_CONTENT
    said = capsys.readouterr()
    assert pack.fingerprint[:16] in said.err
    assert "0" * 16 in said.err
    assert said.out.count("fingerprint") >= 2
    assert main(["open", str(paper)]) == 0
    assert "may read otherwise" in capsys.readouterr().err


@pytest.mark.usefixtures("other_today")
def test_kept_content_reads_its_own_reports(pack: Pack, paper: Path, store: Store) -> None:
    """A pack the store kept with an earlier screening verifies and opens later reports."""
    kept(store, pack)

    assert main(["verify", str(paper)]) == 0
    assert main(["open", str(paper)]) == 0
    assert store.screening("tc-typical").fingerprint == pack.fingerprint


@pytest.mark.usefixtures("other_today")
def test_kept_content_without_todays_words_is_as_unknown(
    pack: Pack, paper: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What an older tonecheck kept and this one cannot print from is scored under today's."""
    kept(store, pack)
    words = {name: pack.words.find(name) for name in ("report", "result")}
    sparse = {key: value for key, value in dict(words["report"] or {}).items() if key != "who"}
    sections = {**words, "report": sparse}
    old = pack.model_copy(update={"words": Words(sections, pack.words.checks)})
    monkeypatch.setattr("tonecheck.commands.carried.kept_pack", lambda *_: old)
    assert main(["verify", str(paper)]) == UNKNOWN_CONTENT

    def unusable(*_: object) -> Pack:
        raise ContentError("another format")

    monkeypatch.setattr("tonecheck.commands.carried.kept_pack", unusable)
    assert main(["verify", str(paper)]) == UNKNOWN_CONTENT


@pytest.mark.usefixtures("other_today")
def test_changed_answers_count_before_unknown_content(pack: Pack, paper: Path) -> None:
    """Exit 8 where the answers themselves were changed, whatever content there is."""
    paper.write_bytes(answers_replaced(report(pack), b"{", b"{ "))
    assert main(["verify", str(paper)]) == DIFFERENT
