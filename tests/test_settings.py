"""Settings are kept whole, and a broken file never stops the app."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tonecheck.errors import StoreError
from tonecheck.settings import FILE, Settings, load_settings, save_settings

names = st.from_regex(r"[A-Za-z0-9_.-]{1,64}", fullmatch=True)


@given(st.builds(Settings, st.none() | names, st.none() | names, names))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_saved_is_loaded(tmp_path: Path, chosen: Settings) -> None:
    """Every choice comes back, and no region stays no region."""
    save_settings(chosen, tmp_path)
    assert load_settings(tmp_path) == load_settings(tmp_path).__class__(chosen)


def test_without_a_file_there_are_defaults() -> None:
    """No file is no problem; no emergency number is assumed."""
    loaded = load_settings()
    assert loaded.problem == ""
    assert loaded.settings == Settings(theme=None, region=None, language="en")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"theme = ", "not valid TOML"),
        (b"\xff\xfe", "not UTF-8"),
        (b'colour = "red"', "'colour' is not a setting"),
        (b"theme = 3", "'theme' is not a short name"),
        (b'region = "\\u001b[31m"', "'region' is not a short name"),
    ],
)
def test_a_broken_file_is_named_and_defaults_hold(
    tmp_path: Path, content: bytes, said: str
) -> None:
    """The message names the file and the fault."""
    (tmp_path / FILE).write_bytes(content)
    loaded = load_settings(tmp_path)

    assert loaded.settings == Settings()
    assert said in loaded.problem
    assert str(tmp_path / FILE) in loaded.problem


def test_what_is_right_in_a_faulty_file_still_counts(tmp_path: Path) -> None:
    """One unknown key does not lose the others."""
    (tmp_path / FILE).write_text('colour = "red"\nregion = "uk"\n')
    assert load_settings(tmp_path).settings.region == "uk"


def test_a_broken_file_is_kept_aside_when_saving(tmp_path: Path) -> None:
    """Somebody's edits are not lost to a saved theme."""
    (tmp_path / FILE).write_text("theme = ")
    save_settings(Settings(theme="dark"), tmp_path)

    assert load_settings(tmp_path).settings.theme == "dark"
    assert (tmp_path / "config.broken.toml").read_text() == "theme = "


def test_a_value_that_could_break_the_file_is_refused(tmp_path: Path) -> None:
    """Nothing but a short name is written."""
    with pytest.raises(StoreError, match="theme"):
        save_settings(Settings(theme='a"\nregion = "us'), tmp_path)
    assert not (tmp_path / FILE).exists()


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    """A file in the way is a clear message."""
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="could not be saved"):
        save_settings(Settings(), tmp_path / "file" / "config")
