"""Saves the paper as PDF, web page or plain text, where the parent says."""

from __future__ import annotations

from pathlib import Path

from tonecheck.errors import PangoMissing, ReportError
from tonecheck.report.export import write_report
from tonecheck.report.job import start_pdf_job
from tonecheck.report.view.model import ReportView
from tonecheck.screening.plain import plain_line
from tonecheck.tui.plain.desk import Back, Desk, Option
from tonecheck.tui.plain.paper import view_of

SUFFIX = {"pdf": ".pdf", "html": ".html", "text": ".txt"}
_FOLDERS = ("Documents", "Downloads")


def save_paper(desk: Desk) -> None:
    """Ask for the kind and the place, and save; Back leaves without saving."""
    topic, desk.topic = desk.topic, "export"
    try:
        _ask(desk)
    except Back:
        return
    finally:
        desk.topic = topic


def _ask(desk: Desk) -> None:
    view = view_of(desk)
    kinds = list(SUFFIX)
    while True:
        kind = _kind(desk, kinds)
        path = _place(desk, kind)
        try:
            _write(desk, view, path)
        except PangoMissing as error:
            text = desk.words("ui.export.pango", reason=error.message, hint=error.hint)
            desk.voice.say(text)
            kinds = [kind for kind in kinds if kind != "pdf"]
        except ReportError as error:
            text = desk.words("ui.export.failed", reason=error.message, hint=error.hint)
            desk.voice.say(text)
        else:
            desk.voice.line(desk.words("ui.export.done", path=plain_line(str(path))))
            return


def _kind(desk: Desk, kinds: list[str]) -> str:
    words, voice = desk.words, desk.voice
    voice.begin()
    voice.say(words("ui.export.kind"))
    options = [
        Option(kind, words(f"ui.export.{kind}"), words(f"ui.export.{kind}_text")) for kind in kinds
    ]
    desk.offer(options)
    key = "pick" if kinds[0] == "pdf" else "pick_other"
    found = desk.pick(options, words(f"plain.export.{key}"))
    return found[0] if found else kinds[0]


def _place(desk: Desk, kind: str) -> Path:
    """The file to write; never one that is there already."""
    words, voice = desk.words, desk.voice
    day = desk.walk.screening().observed_on or desk.today
    name = words("ui.export.file", date=day.isoformat()) + SUFFIX[kind]
    usual = _free(default_folder() / name)
    voice.begin()
    voice.say(words("ui.export.carry"))
    voice.line(words("plain.export.path", path=plain_line(str(usual))))
    while True:
        typed = desk.ask(words("plain.export.name"))
        if not typed:
            return usual
        path, wrong = wanted_path(typed, name, SUFFIX[kind])
        if path is not None:
            return _free(path)
        voice.say(words(f"ui.export.{wrong}", path=plain_line(str(Path(typed).parent))))


def wanted_path(typed: str, name: str, suffix: str) -> tuple[Path | None, str]:
    """The path that was typed, its suffix added; else None and what is wrong, by its words."""
    if "\0" in typed:
        return None, "bad_name"
    try:
        path = Path(typed).expanduser()
        if path.is_dir():
            path = path / name
        elif not path.parent.is_dir():
            return None, "no_folder"
    except (OSError, RuntimeError):
        return None, "no_folder"
    if path.suffix.lower() != suffix:
        path = path.with_name(path.name + suffix)
    return path, ""


def _free(path: Path) -> Path:
    """`path`, or one beside it with the next free number."""
    found, n = path, 2
    while found.exists():
        found = path.with_name(f"{path.stem}-{n}{path.suffix}")
        n += 1
    return found


def _write(desk: Desk, view: ReportView, path: Path) -> None:
    if path.suffix != SUFFIX["pdf"]:
        write_report(view, path)
        return
    desk.voice.say(desk.words("ui.export.making"))
    job = start_pdf_job(view, path)
    try:
        job.wait()
    except BaseException:
        job.cancel()
        raise


def default_folder() -> Path:
    """Documents or Downloads where there is one, else the home folder."""
    home = Path.home()
    found = (home / name for name in _FOLDERS)
    return next((folder for folder in found if folder.is_dir()), home)
