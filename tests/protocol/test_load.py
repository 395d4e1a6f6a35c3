"""The loader refuses an incomplete or contradictory pack with file, key and reason."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tonecheck.errors import ContentError
from tonecheck.protocol.load import inspect_pack, load_pack
from tonecheck.protocol.locate import content_dir

HIP = "protocol/checks/hip_opening.toml"
REST = "protocol/checks/rest.toml"
HIP_WORDS = "text/en/checks/hip_opening.toml"
HIP_PICTURES = "figures/poses/hip_opening.toml"
UNFIT = "protocol/contradictions.toml"
PICTURE_WORDS = "text/en/figures.toml"
Edit = Callable[[str, str, str], Path]


@pytest.fixture
def edited(tmp_path: Path) -> Edit:
    """A copy of the shipped pack with one text in one file replaced."""

    def edit(file: str, old: str, new: str) -> Path:
        root = tmp_path / "content"
        if not root.exists():
            shutil.copytree(content_dir(), root)
        text = (root / file).read_text(encoding="utf-8")
        assert old in text
        (root / file).write_text(text.replace(old, new, 1), encoding="utf-8")
        return root

    return edit


def _faults(root: Path) -> list[str]:
    return [str(fault) for fault in inspect_pack(root).faults]


def test_the_shipped_pack_has_no_fault() -> None:
    """What ships can be used, and its counts are not empty."""
    found = inspect_pack()

    assert found.faults == ()
    assert found.counts is not None
    assert found.counts.published > found.counts.article > 0


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        (HIP, "ages = [0, 1,", "ages = [0,", f"{HIP}: mode has 7 entries for 6 ages"),
        (HIP, '"high recheck"', '"high rechek"', "unknown word 'rechek'"),
        (HIP, '"high recheck"', '"hihg recheck"', "unknown word 'hihg'"),
        (HIP, '"CHAUD", "EASTER"', '"CHOUD", "EASTER"', "there is no source 'CHOUD'"),
        (HIP, 'answer = "oneside"', 'answer = "onside"', "derive: there is no answer 'onside'"),
        (HIP, '"rest.frog"', '"rest.toad"', "there is no sign 'rest.toad'"),
        (HIP, 'sides = "paired"', 'sides = "both"', "sides"),
        (HIP, 'region = "legs"', 'region = "leg"', "region"),
        (REST, 'marks = ["head_trunk"]', 'marks = ["head"]', "marks"),
        (REST, 'marks = ["legs", "arms"]', 'marks = ["arms", "arms"]', "a part of the body twice"),
        (REST, 'covers = ["legs", "arms"', 'covers = ["arms", "arms"', "covers: names a part"),
        (HIP, "order = 210", "ordre = 210", "ordre"),
        (
            HIP,
            '"high doctor", "high prompt", "high prompt"]',
            '"high doctor", "-", "-"]',
            "offered",
        ),
        (HIP_WORDS, "[answers.even]", "[answers.evn]", "answers.even: is missing"),
        (HIP_WORDS, "[answers.even]", "[answers.evn]", "answers.evn: there is no such answer"),
        (HIP_WORDS, "purpose =", "porpoise =", "porpoise"),
        (HIP_WORDS, "{side} hip", "{name} hip", "answers.oneside.clinical: only {side} may"),
        (HIP_WORDS, "{side} hip", "{side hip", "answers.oneside.clinical: only {side} may"),
        (HIP_WORDS, "hip resists", "{side} hip resists", "answers.stiff.clinical: only {side}"),
        ("protocol/gate.toml", 'how = "call_now"', 'how = "soon"', "signs[0].how"),
        ("protocol/situations.toml", '"hip_opening"', '"hip_closing"', "'hip_closing'"),
        ("text/en/gate.toml", "[fit]", "[fitt]", "text/en/gate.toml: fit.question: is missing"),
        ("text/en/result.toml", "[patterns.normal]", "[patterns.fine]", "patterns.normal.parent"),
        (
            PICTURE_WORDS,
            "stiff_early =",
            "stiff_erly =",
            "rolls.stiff_early: the picture has no text",
        ),
        (PICTURE_WORDS, "stiff_early =", "stiff_erly =", "stiff_erly: there is no such picture"),
        (HIP_PICTURES, "[loose]", "[lose]", "lose: there is no such answer"),
        (HIP_PICTURES, "[loose]", "[loose", "is not valid TOML"),
        (UNFIT, '"rest.open"', '"rest.opn"', "there is no answer 'rest.opn'"),
        (UNFIT, '"rest.open"', '"urgent.fit"', "there is no answer 'urgent.fit'"),
        (UNFIT, '"rest.open"', '"move_amount.lively"', "both are answers of one check"),
        ("pack.toml", "format = 1", "format = 2", "is 2; this tonecheck reads 1"),
        ("pack.toml", 'version = "0.6.0"', "version = ", "is not valid TOML"),
    ],
)
def test_a_fault_names_file_key_and_reason(
    edited: Edit, file: str, old: str, new: str, fault: str
) -> None:
    """Each kind of damage is named, in the file it was done to."""
    found = [f for f in _faults(edited(file, old, new)) if fault in f]

    assert found
    assert found[0].startswith(file)


def test_all_faults_show_at_once(edited: Edit) -> None:
    """Two faults in two files are both named."""
    edited(HIP, '"rest.frog"', '"rest.toad"')
    root = edited(HIP_WORDS, "[answers.even]", "[answers.evn]")

    assert {fault.split(":")[0] for fault in _faults(root)} == {HIP, HIP_WORDS}


def test_a_calm_reading_needs_a_good_source(edited: Edit) -> None:
    """A grade C source alone never backs `typical`."""
    root = edited(HIP, '["CPTOOL", "CHAUD"],\n]', '["EASTER"],\n]')

    assert any("no source of grade A or B" in fault for fault in _faults(root))


def test_a_finding_on_weak_sources_says_so(edited: Edit) -> None:
    """A finding that rests on grade C alone must be marked weak."""
    root = edited(HIP, '["CHAUD", "EASTER"],', '["EASTER"],')

    assert any("not marked weak" in fault for fault in _faults(root))


def test_a_faulty_pack_does_not_load(edited: Edit) -> None:
    """Loading raises with the fault instead of going on with half a pack."""
    with pytest.raises(ContentError, match="hip_closing"):
        load_pack(edited("protocol/situations.toml", '"hip_opening"', '"hip_closing"'))


def test_an_empty_folder_is_no_pack(tmp_path: Path) -> None:
    """A wrong --content folder is told, not half loaded."""
    with pytest.raises(ContentError, match=r"pack\.toml: is missing"):
        load_pack(tmp_path)


def test_the_fingerprint_follows_every_word(edited: Edit) -> None:
    """One changed word is another fingerprint; the same files are the same."""
    changed = load_pack(edited(HIP_WORDS, "Watch how", "See how"))

    assert changed.fingerprint != load_pack().fingerprint
    assert load_pack().fingerprint == load_pack().fingerprint


def test_a_drawn_picture_needs_words_too(edited: Edit) -> None:
    """An illustrator's file counts as a picture: it needs a text alternative and an answer."""
    root = edited(PICTURE_WORDS, "[hip_opening]", "[hip_openin]")
    (root / "figures/hip_opening").mkdir()
    (root / "figures/hip_opening/wide.svg").write_text("<svg/>", encoding="utf-8")
    found = _faults(root)

    assert "figures/hip_opening/wide.svg: wide: there is no such answer" in found
    assert f"{PICTURE_WORDS}: hip_opening.wide: the picture has no text alternative" in found


def test_a_pack_kept_from_before_needs_no_contradictions(edited: Edit) -> None:
    """Old results are read again with the content they came from, which had no such file."""
    root = edited(UNFIT, "pairs", "pairs")
    (root / UNFIT).unlink()

    assert load_pack(root).protocol.contradictions == ()
    assert load_pack().protocol.contradictions != ()


def test_a_folder_that_cannot_be_read_is_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that is not there, or is closed to us, is named as that."""
    assert _faults(tmp_path / "none") == [f"{tmp_path / 'none'}: there is no such folder"]

    def closed(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "rglob", closed)
    assert "protocol: cannot be read: Permission denied" in _faults(tmp_path)
