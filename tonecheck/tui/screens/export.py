"""Saves the paper: PDF in a process of its own, web page or plain text, in a chosen folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.timer import Timer
from textual.widgets import Static

from tonecheck.errors import PangoMissing, ReportError
from tonecheck.report.export import write_report
from tonecheck.report.job import PdfJob, start_pdf_job
from tonecheck.report.view import build_view
from tonecheck.scoring.result import Result
from tonecheck.screening.document import Screening
from tonecheck.screening.plain import plain_line
from tonecheck.tui.papers import SUFFIX, PaperChoices, default_folder, file_stem, free, summary
from tonecheck.tui.screens.base import BaseScreen, Keys
from tonecheck.tui.screens.paper import PaperScreen
from tonecheck.tui.widgets.choice_list import Choice, ChoiceList, numbered
from tonecheck.tui.widgets.fields import Field
from tonecheck.tui.widgets.go_button import GoButton

TELLS = "tells"
POLL_SECONDS = 0.1


class ExportScreen(BaseScreen):
    """Kind, folder, file name; what else the paper tells has a page of its own.

    `then` is told where each paper was saved.
    """

    CSS_PATH = "export.tcss"
    HELP_KEY = "export"
    KEYS: ClassVar[Keys] = (("Tab", "next_field"), ("Esc", "back"), ("F1", "help"))

    def __init__(
        self,
        screening: Screening,
        result: Result,
        earlier: tuple[Screening, ...] = (),
        then: Callable[[Path], None] | None = None,
    ) -> None:
        super().__init__()
        self._screening = screening
        self._result = result
        self._earlier = earlier
        self._then = then
        self._kind = "pdf"
        self._choices = PaperChoices()
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
            yield Field(self._usual_name(), id="name", max_length=120)
            yield self.text("", "soft", id="target")
        yield self.text(words("ui.export.carry"), "soft", id="carry")
        yield self.text("", "heading", id="done")

    def compose_foot(self) -> ComposeResult:
        with Horizontal(classes="buttons"):
            yield GoButton(self.words("ui.export.open"), id="open")
            yield GoButton(self.words("ui.keys.save"), id="go")

    def on_mount(self) -> None:
        self.redraw()
        self.query_one("#kinds").focus()

    def _usual_name(self) -> str:
        today = self.tone.services.clock().date()
        is_urgent = self._result.how is not None
        return file_stem(self.words, self._screening, self._choices, today, is_urgent=is_urgent)

    def redraw(self) -> None:
        words = self.words
        kinds = [
            Choice(
                kind,
                words(f"ui.export.{kind}"),
                words(f"ui.export.{kind}_text"),
                "one",
                kind == self._kind,
            )
            for kind in SUFFIX
        ]
        told = summary(words, self._choices, can_lock=self._kind == "pdf")
        kinds.append(Choice(TELLS, words("ui.paper.more"), told))
        self.query_one(ChoiceList).show(numbered(kinds))
        busy = self._job is not None
        key = "keys.cancel" if busy else "export.back" if self._is_done else "keys.save"
        self.query_one("#go", GoButton).label = words(f"ui.{key}")
        can_open = self._is_done and self.tone.services.viewer is not None
        self.query_one("#open").display = can_open
        self._show_target()

    def _show_target(self) -> None:
        """Where the file goes, in full; nothing while that is not clear, or once it is there."""
        path, _ = self._wanted()
        is_shown = path is not None and not self._is_done
        said = self.words("ui.export.target", path=plain_line(str(path))) if is_shown else ""
        self.set_text("#target", said)
        self.query_one("#carry").display = not self._is_done

    def on_choice_list_taken(self, event: ChoiceList.Taken) -> None:
        if self._job is not None:
            return
        if event.id == TELLS:
            can_lock = self._kind == "pdf"
            self.tone.open(PaperScreen(self._choices, can_lock=can_lock, then=self._tell))
            return
        self._kind = event.id
        self._begin_anew()
        self.notice(self.words("ui.export.once_more"))
        self.focus_go()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Enter saves from the button alone; beside other rows nothing says that it would."""
        said = str(self.query_one("#notice", Static).content)
        if event.widget.id != "go" and said == self.words("ui.export.once_more"):
            self.notice()

    def _tell(self, choices: PaperChoices) -> None:
        """Take in what the paper shall tell; the usual file name follows."""
        name = self.query_one("#name", Field)
        is_usual = name.value == self._usual_name()
        self._choices = choices
        if is_usual:
            name.show(self._usual_name())
        self._begin_anew()

    def _begin_anew(self) -> None:
        """Forget what was saved or went wrong: something else is asked for now."""
        self._is_done = False
        self.notice()
        self.set_text("#done", "")
        self.redraw()

    def on_input_changed(self) -> None:
        if self._job is None:
            self._begin_anew()

    def on_input_submitted(self) -> None:
        self.focus_next()

    def on_go_button_pressed(self, event: GoButton.Pressed) -> None:
        if event.button.id == "open":
            self._open()
            return
        if self._job is not None:
            self._cancel()
            return
        if self._is_done:
            self.action_back()
            return
        path, wrong = self._wanted()
        if path is None:
            self.notice(wrong)
            return
        self._write(path)

    def _wanted(self) -> tuple[Path | None, str]:
        """The file to write, beside what is there already; None and why when fields are wrong."""
        words = self.words
        name = self.query_one("#name", Field).value.strip()
        try:
            folder = Path(self.query_one("#folder", Field).value.strip()).expanduser().absolute()
            if not folder.is_dir():
                return None, words("ui.export.no_folder", path=plain_line(str(folder)))
            if not name:
                return None, words("ui.export.no_name")
            if "/" in name or "\\" in name or "\0" in name:
                return None, words("ui.export.bad_name")
            suffix = SUFFIX[self._kind]
            return free(folder / f"{name.removesuffix(suffix)}{suffix}"), ""
        except (OSError, RuntimeError, ValueError):
            return None, words("ui.export.bad_name")

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
            privacy=self._choices.privacy,
        )
        self._path = path
        if self._kind == "pdf":
            self._job = start_pdf_job(view, path, password=self._choices.password)
            self.notice(self.words("ui.export.making"))
            self.redraw()
            # A second impatient Enter must not stop what the first one began.
            self.set_focus(None)
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
        self.focus_go()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._end_job()
            self.notice(self.words("ui.export.cancelled"))

    def _done(self) -> None:
        words = self.words
        self._is_done = True
        self.notice()
        self.redraw()
        is_locked = self._kind == "pdf" and self._choices.password
        then = words("ui.export.next_locked" if is_locked else "ui.export.next")
        said = words("ui.export.done", path=plain_line(str(self._path)))
        self.set_text("#done", f"{said}\n{then}")
        if self._then:
            self._then(self._path)

    def _open(self) -> None:
        """Show the paper outside the terminal, or say that nothing here can."""
        viewer = self.tone.services.viewer
        if viewer is None:
            return
        try:
            viewer(self._path)
        except OSError:
            self.notice(self.words("ui.export.no_viewer"))

    def _failed(self, error: ReportError) -> None:
        key = "ui.export.pango" if isinstance(error, PangoMissing) else "ui.export.failed"
        self.notice(self.words(key, reason=error.message, hint=error.hint))

    def focus_go(self) -> None:
        self.focus_on(self.query_one("#go", GoButton))

    def action_back(self) -> None:
        self._cancel()
        self.tone.close()

    def on_unmount(self) -> None:
        if self._job is not None:
            self._job.cancel()
