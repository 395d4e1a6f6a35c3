"""Saves the paper as PDF, web page or plain text, where the parent says."""

from __future__ import annotations

import contextlib
from pathlib import Path

from tonecheck.errors import PangoMissing, ReportError
from tonecheck.report.export import write_report
from tonecheck.report.job import start_pdf_job
from tonecheck.report.view.model import ReportView
from tonecheck.screening.plain import plain_line
from tonecheck.tui.papers import SUFFIX, PaperChoices, default_folder, file_stem, free, summary
from tonecheck.tui.plain.desk import Back, Desk, Option
from tonecheck.tui.plain.paper import view_of
from tonecheck.tui.plain.paper_choices import ask_choices

_TELLS = "tells"


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
    kinds = list(SUFFIX)
    choices = PaperChoices()
    while True:
        kind, choices = _kind(desk, kinds, choices)
        if choices.password and kind != "pdf":
            desk.voice.say(desk.words("ui.paper.only_pdf"))
        path = _place(desk, kind, choices)
        try:
            _write(desk, view_of(desk, choices.privacy), path, choices)
        except PangoMissing as error:
            text = desk.words("ui.export.pango", reason=error.message, hint=error.hint)
            desk.voice.say(text)
            kinds = [kind for kind in kinds if kind != "pdf"]
        except ReportError as error:
            text = desk.words("ui.export.failed", reason=error.message, hint=error.hint)
            desk.voice.say(text)
        else:
            is_locked = kind == "pdf" and choices.password
            desk.voice.begin()
            desk.voice.line(desk.words("ui.export.done", path=plain_line(str(path))))
            desk.voice.say(desk.words("ui.export.next_locked" if is_locked else "ui.export.next"))
            return


def _kind(desk: Desk, kinds: list[str], choices: PaperChoices) -> tuple[str, PaperChoices]:
    """The kind of file, and what it tells; both as usual when Enter alone is pressed."""
    words, voice = desk.words, desk.voice
    key = "pick" if kinds[0] == "pdf" else "pick_other"
    while True:
        voice.begin()
        voice.say(words("ui.export.kind"))
        options = [
            Option(kind, words(f"ui.export.{kind}"), words(f"ui.export.{kind}_text"))
            for kind in kinds
        ]
        options.append(Option(_TELLS, words("ui.paper.more"), summary(words, choices)))
        desk.offer(options)
        found = desk.pick(options, words(f"plain.export.{key}"))
        if found != [_TELLS]:
            return (found[0] if found else kinds[0]), choices
        with contextlib.suppress(Back):
            choices = ask_choices(desk, choices, can_lock="pdf" in kinds)


def _place(desk: Desk, kind: str, choices: PaperChoices) -> Path:
    """The file to write; never one that is there already."""
    words, voice = desk.words, desk.voice
    is_urgent = desk.walk.result().how is not None
    stem = file_stem(words, desk.walk.screening(), choices, desk.today, is_urgent=is_urgent)
    name = f"{stem}{SUFFIX[kind]}"
    usual = free(default_folder() / name)
    voice.begin()
    voice.say(words("ui.export.carry"))
    voice.line(words("plain.export.path", path=plain_line(str(usual))))
    while True:
        typed = desk.ask(words("plain.export.name"))
        if not typed:
            return usual
        path, wrong = wanted_path(typed, name, SUFFIX[kind])
        if path is not None:
            return free(path)
        voice.ask_anew(words(f"ui.export.{wrong}", path=plain_line(str(Path(typed).parent))))


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


def _write(desk: Desk, view: ReportView, path: Path, choices: PaperChoices) -> None:
    if path.suffix != SUFFIX["pdf"]:
        write_report(view, path)
        return
    desk.voice.say(desk.words("ui.export.making"))
    job = start_pdf_job(view, path, password=choices.password)
    try:
        job.wait()
    except BaseException:
        job.cancel()
        raise
