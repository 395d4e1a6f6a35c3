"""Where things are kept."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from tonecheck.cli import main
from tonecheck.paths import config_dir, data_dir, private_dir, store_file


def test_a_chosen_folder_wins_over_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Argument, then environment, then the platform's own place."""
    monkeypatch.setenv("TONECHECK_DATA", str(tmp_path / "named"))
    assert data_dir(tmp_path / "chosen") == tmp_path / "chosen"
    assert data_dir() == tmp_path / "named"
    for empty in ("TONECHECK_DATA", "TONECHECK_CONFIG"):
        monkeypatch.setenv(empty, "")
    assert data_dir().name == config_dir().name == "tonecheck"
    assert data_dir() != config_dir()


def test_a_tilde_is_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """`~` in a variable is the home folder, as in a shell."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("TONECHECK_CONFIG", "~/settings")
    assert config_dir() == tmp_path / "settings"
    assert data_dir(Path("~/answers")) == tmp_path / "answers"


@pytest.mark.skipif(os.name != "posix", reason="permissions as on POSIX")
def test_only_our_own_folder_is_closed_to_others(tmp_path: Path) -> None:
    """New, empty and store folders are closed; a folder with other things is left as it is."""

    def mode(folder: Path) -> int:
        return stat.S_IMODE(private_dir(folder).stat().st_mode)

    assert mode(tmp_path / "deep" / "new") == 0o700
    empty, shared = tmp_path / "empty", tmp_path / "shared"
    for folder in (empty, shared):
        folder.mkdir()
        folder.chmod(0o755)
    (shared / "letter.txt").write_text("")
    assert mode(empty) == 0o700
    assert mode(shared) == 0o755
    store_file(shared).write_text("")
    assert mode(shared) == 0o700


def test_without_a_home_folder_it_is_said_what_to_name(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A user without a home is told of the variable, and not shown a traceback."""

    def homeless(_: Path) -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "expanduser", homeless)

    for argument, variable in (("list", "TONECHECK_DATA"), ("--plain", "TONECHECK_CONFIG")):
        assert main([argument]) == 5
        assert variable in capsys.readouterr().err
