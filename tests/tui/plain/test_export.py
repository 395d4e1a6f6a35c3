"""Saving the paper in plain lines: what it tells, its file name, a password."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from tests.tui.plain.talk import Rule, Talk, Told, walked
from tonecheck.errors import PangoMissing
from tonecheck.report.view import ReportView
from tonecheck.tui.plain.voice import Ear, Voice

LESS: tuple[Rule, ...] = (
    ("It tells the name and all dates.", "4"),
    ("What shall the paper tell?", "2"),
    ("in the file name too?", "y"),
    ("A password for the PDF", "moss lantern"),
    ("The same password once more", "moss lantern"),
)


def _unwrapped(told: Told) -> str:
    return " ".join(told.text.split())


def test_less_is_told_where_asked_for(talk: Talk, tmp_path: Path) -> None:
    """First letters only, in the file name too; a web page is said to have no password."""
    _, told = walked(talk, *LESS)
    (page,) = (tmp_path / "home").iterdir()

    assert page.name == "tonecheck-M-2026-03-01.html"
    assert "Mia" not in page.read_text("utf-8")
    assert "first letters of names, and all dates. With a password." in _unwrapped(told)
    assert "Only a PDF can have a password." in told.text


def test_a_password_goes_to_the_pdf_alone(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Typed twice alike it locks the PDF; it is never said."""
    passwords = []

    class Done:
        def wait(self) -> None:
            """It is written."""

    def start(view: ReportView, path: Path, *, password: str) -> Done:
        passwords.append(password)
        return Done()

    monkeypatch.setattr("tonecheck.tui.plain.export.start_pdf_job", start)
    _, told = walked(talk, *LESS, ("What shall we make?", ""), stop_at="It opens with the password")
    assert passwords == ["moss lantern"]
    assert "moss" not in told.text


def test_two_passwords_that_differ_are_asked_for_again(talk: Talk) -> None:
    """Nothing is locked with a slip; Enter then goes on without one."""
    slip = ("The same password once more", "moss lanterns")
    parent, told = walked(talk, ("are not the same", ""), slip, *LESS)
    assert "The two passwords are not the same." in told.text
    assert "first letters of names, and all dates. No password." in _unwrapped(told)
    assert parent.lines.count("moss lantern") == 1


def test_a_terminal_hides_a_password(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal it is read unseen, whatever letters it has."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    out = io.StringIO()
    monkeypatch.setattr("tonecheck.tui.plain.voice.getpass", lambda _: "q ")
    assert Ear(Terminal(), Voice(out)).secret("Password:") == "q "
    assert out.getvalue() == "Password: "


def test_without_pango_a_web_page_is_offered(
    talk: Talk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reason and the remedy are said, and PDF is no longer among the choices."""

    def missing(*_: object, **__: object) -> None:
        raise PangoMissing("Pango is not installed.", hint="brew install pango")

    monkeypatch.setattr("tonecheck.tui.plain.export.start_pdf_job", missing)
    _, told = walked(talk, ("What shall we make?", ""))
    choices = told.after("pango You can save").partition("Saved here")[0]

    assert "(PDF)" not in choices.partition("What shall we make?")[2]
    assert [p.suffix for p in (tmp_path / "home").iterdir()] == [".html"]


def test_a_file_that_is_there_is_never_replaced(talk: Talk, tmp_path: Path) -> None:
    """The next free number is taken."""
    walked(talk)
    walked(talk, ("What would you like to do?", "2"))
    names = sorted(path.name for path in (tmp_path / "home").iterdir())

    assert names == ["tonecheck-2026-03-01-2.html", "tonecheck-2026-03-01.html"]
