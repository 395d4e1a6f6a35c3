"""The contact sheet shows every figure once."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from tonecheck import figures
from tonecheck.figures.sheet import main
from tonecheck.protocol.pack import Pack


def test_one_command_makes_the_whole_sheet(tmp_path: Path, pack: Pack) -> None:
    """As HTML, each figure with its text alternative."""
    out = tmp_path / "sheet.html"

    assert main([str(out)]) == 0

    text = out.read_text(encoding="utf-8")
    assert text.count("<figure>") == len(list(figures.figure_ids(pack)))
    assert text.count("<svg") == text.count("<pre")


def test_a_sheet_of_one_check_is_a_drawing(tmp_path: Path, pack: Pack) -> None:
    """As SVG, for some checks only."""
    out = tmp_path / "sheet.svg"
    check = pack.protocol.checks[0]
    own = [f for f in figures.figure_ids(pack) if f.startswith(f"{check.id}/")]

    assert main([str(out), check.id, "--mirrored"]) == 0

    root = ElementTree.parse(out).getroot()  # noqa: S314
    assert len(root.findall("{http://www.w3.org/2000/svg}svg")) == len(own)


def test_a_wrong_folder_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No sheet, exit code 1, and the reason."""
    assert main([str(tmp_path / "s.svg"), "--content", str(tmp_path)]) == 1
    assert "pack.toml" in capsys.readouterr().err
    assert not (tmp_path / "s.svg").exists()
