"""Saves the paper: PDF in a process of its own, web page or plain text, in a chosen folder."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.timer import Timer

from tonecheck.errors import PangoMissing, ReportError
from tonecheck.report.export import write_report
from tonecheck.report.job import PdfJob, start_pdf_job
from tonecheck.report.view import build_view
from tonecheck.scoring.result import Result
from tonecheck.screening.document import Screening
from tonecheck.screening.plain import plain_line
from tonecheck.tui.screens.base import BaseScreen, Keys
from tonecheck.tui.widgets.choice_list import Choice, ChoiceList, numbered
from tonecheck.tui.widgets.fields import Field
from tonecheck.tui.widgets.go_button import GoButton

KINDS = ("pdf", "html", "text")
SUFFIX = {"pdf": ".pdf", "html": ".html", "text": ".txt"}
POLL_SECONDS = 0.1


class ExportScreen(BaseScreen):
    """Kind, folder, file name; the name never holds the child's."""

    CSS_PATH = "export.tcss"
    HELP_KEY = "export"
    KEYS: ClassVar[Keys] = (("Tab", "next_field"), ("Esc", "back"), ("F1", "help"))

    def __init__(
        self, screening: Screening, result: Result, earlier: tuple[Screening, ...] = ()
    ) -> None:
        super().__init__()
        self._screening = screening
        self._result = result
        self._earlier = earlier
        self._kind = "pdf"
        self._job: PdfJob | None = None
        self._path = Path()
        self._timer: Timer | None = None
        self._is_done = False

    def compose_body(self) -> ComposeResult:
        words = self.words
        yield self.text(words("ui.export.kind"), "heading")
        yield ChoiceList(id="kinds", classes="-fit")
        with Vertical(id="where"):
            yield self.text(words("ui.export.folder"), "title")
            yield Field(str(default_folder()), id="folder", max_length=1000)
            yield self.text(words("ui.export.name"), "title")
            yield Field(self._default_name(), id="name", max_length=120)
        yield self.text(words("ui.export.carry"), "soft", id="carry")
        yield self.text("", "heading", id="done")

    def compose_foot(self) -> ComposeResult:
        yield GoButton(self.words("ui.keys.save"), id="go")

    def on_mount(self) -> None:
        self.redraw()
        self.query_one("#kinds").focus()

    def _default_name(self) -> str:
        day = self._screening.observed_on or self.tone.services.clock().date()
        return self.words("ui.export.file", date=day.isoformat())

    def redraw(self) -> None:
        words = self.words
        choices = [
            Choice(
                kind,
                words(f"ui.export.{kind}"),
                words(f"ui.export.{kind}_text"),
                "one",
                kind == self._kind,
            )
            for kind in KINDS
        ]
        self.query_one(ChoiceList).show(numbered(choices))
        busy = self._job is not None
        key = "keys.cancel" if busy else "export.back" if self._is_done else "keys.save"
        self.query_one(GoButton).label = words(f"ui.{key}")

    def on_choice_list_taken(self, event: ChoiceList.Taken) -> None:
        if self._job is None:
            self._kind = event.id
            self._is_done = False
            self.redraw()
            self.focus_go()

    def on_input_submitted(self) -> None:
        self.focus_next()

    def action_next_field(self) -> None:
        self.focus_next()

    def on_go_button_pressed(self) -> None:
        if self._job is not None:
            self._cancel()
            return
        if self._is_done:
            self.action_back()
            return
        path = self._wanted_path()
        if path is not None:
            self._write(path)

    def _wanted_path(self) -> Path | None:
        """The file to write, beside what is there already; None when the fields are wrong."""
        words = self.words
        folder = Path(self.query_one("#folder", Field).value.strip()).expanduser()
        name = self.query_one("#name", Field).value.strip()
        wrong = ""
        if not folder.is_dir():
            wrong = words("ui.export.no_folder", path=plain_line(str(folder)))
        elif not name:
            wrong = words("ui.export.no_name")
        elif "/" in name or "\\" in name or "\0" in name:
            wrong = words("ui.export.bad_name")
        if wrong:
            self.notice(wrong)
            return None
        suffix = SUFFIX[self._kind]
        stem = name.removesuffix(suffix)
        path = folder / f"{stem}{suffix}"
        n = 2
        while path.exists():
            path = folder / f"{stem}-{n}{suffix}"
            n += 1
        return path

    def _write(self, path: Path) -> None:
        services = self.tone.services
        self.notice()
        self.set_text("#done", "")
        chosen = services.settings.region is not None
        view = build_view(
            self.tone.way.pack,
            self._screening,
            self._result,
            earlier=self._earlier,
            made_at=services.clock(),
            emergency=self.tone.emergency if chosen else "",
        )
        self._path = path
        if self._kind == "pdf":
            self._job = start_pdf_job(view, path)
            self.notice(self.words("ui.export.making"))
            self.redraw()
            self._timer = self.set_interval(POLL_SECONDS, self._poll)
            return
        try:
            write_report(view, path)
        except ReportError as error:
            self._failed(error)
        else:
            self._done()

    def _poll(self) -> None:
        job = self._job
        if job is None:
            return
        if not job.is_done:
            percent = int(100 * job.progress)
            self.notice(f"{self.words('ui.export.making')} {percent} %")
            return
        self._end_job()
        try:
            job.check()
        except ReportError as error:
            self._failed(error)
        else:
            self._done()

    def _end_job(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._job = self._timer = None
        self.redraw()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._end_job()
            self.notice(self.words("ui.export.cancelled"))

    def _done(self) -> None:
        self._is_done = True
        self.notice()
        self.redraw()
        self.set_text("#done", self.words("ui.export.done", path=plain_line(str(self._path))))

    def _failed(self, error: ReportError) -> None:
        key = "ui.export.pango" if isinstance(error, PangoMissing) else "ui.export.failed"
        self.notice(self.words(key, reason=error.message, hint=error.hint))

    def action_back(self) -> None:
        self._cancel()
        self.tone.close()

    def on_unmount(self) -> None:
        if self._job is not None:
            self._job.cancel()


def default_folder() -> Path:
    """Documents or Downloads where there is one, else the home folder."""
    home = Path.home()
    found = (home / name for name in ("Documents", "Downloads"))
    return next((folder for folder in found if folder.is_dir()), home)
