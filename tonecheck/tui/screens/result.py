"""The result: what to do first, then what it rests on, what was not seen, whom to see."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from tonecheck.errors import StoreError
from tonecheck.report.view import ReportView, build_view
from tonecheck.report.view.model import Bullets, Facts, Lines, Section, Table
from tonecheck.scoring.result import Result
from tonecheck.screening.document import Screening
from tonecheck.tui.screens.base import Keys
from tonecheck.tui.screens.export import ExportScreen
from tonecheck.tui.screens.walk_base import StationScreen
from tonecheck.tui.session import Session, Station
from tonecheck.tui.widgets.go_button import GoButton
from tonecheck.tui.widgets.prose import Item, Prose


class ResultScreen(StationScreen):
    """One page to scroll; the headline starts with what to do."""

    CSS_PATH = "result.tcss"
    HELP_KEY = "result"
    KEYS: ClassVar[Keys] = (
        ("e", "save"),
        ("r", "review"),
        ("o", "home"),
        ("g", "glossary"),
        ("?", "help"),
    )
    BINDINGS = [("e", "save"), ("r", "review"), ("o", "home")]

    def __init__(self, session: Session, station: Station) -> None:
        super().__init__(session, station)
        self._result: Result | None = None

    @property
    def result(self) -> Result:
        """What the answers add up to now."""
        if self._result is None:
            self._result = self.session.result()
        return self._result

    @property
    def screening(self) -> Screening:
        return self.session.screening()

    def compose_body(self) -> ComposeResult:
        view = self._view()
        yield Prose(list(self._headline()), id="headline")
        with VerticalScroll(id="read"):
            yield Prose(list(self._items(view)), id="prose")

    def compose_foot(self) -> ComposeResult:
        yield GoButton(self.words("ui.result.export"), id="go")

    def on_mount(self) -> None:
        try:
            self.session.finish()
        except StoreError as error:
            self.say_unsaved(error)
        self.focus_go()

    def _view(self) -> ReportView:
        services = self.session.services
        chosen = services.settings.region is not None
        return build_view(
            self.session.pack,
            self.screening,
            self.result,
            earlier=self.tone.way.records.earlier(self.session),
            made_at=services.clock(),
            emergency=self.tone.emergency if chosen else "",
        )

    def _headline(self) -> Iterator[Item]:
        words, result = self.words, self.result
        key = result.action_key
        level = self.screening.worry.level
        if level in ("yes", "not_sure") and not result.how:
            yield Item(words(f"result.worry.{level}"))
        headline = words(f"result.actions.{key}.headline", emergency=self.tone.emergency)
        yield Item(headline, ">>", "bold")
        names = ", ".join(words(f"result.patterns.{p}.parent") for p in result.patterns)
        if names:
            yield Item(names, style="bold")
        yield Item(words("result.disclaimer.short"))

    def _items(self, view: ReportView) -> Iterator[Item]:
        yield from section_items(view.parent, with_title=False)
        for section in view.sections:
            if section.id in ("differ", "edges"):
                yield from section_items(section)

    def on_go_button_pressed(self) -> None:
        self.action_save()

    def action_save(self) -> None:
        earlier = self.tone.way.records.earlier(self.session)
        self.tone.open(ExportScreen(self.screening, self.result, earlier))

    def action_review(self) -> None:
        self.tone.way.records.revise(self.session)

    def action_home(self) -> None:
        self.tone.way.home()

    def action_back(self) -> None:
        self.action_review()

    def key_down(self) -> None:
        self.query_one("#read", VerticalScroll).scroll_down(animate=False)

    def key_up(self) -> None:
        self.query_one("#read", VerticalScroll).scroll_up(animate=False)

    def key_pagedown(self) -> None:
        self.query_one("#read", VerticalScroll).scroll_page_down(animate=False)

    def key_pageup(self) -> None:
        self.query_one("#read", VerticalScroll).scroll_page_up(animate=False)


def section_items(section: Section, with_title: bool = True) -> Iterator[Item]:
    """A part of the report as text to read on the screen."""
    if with_title:
        yield Item("")
        yield Item(section.title, style="bold")
    for block in section.blocks:
        if isinstance(block, Lines):
            yield Item("")
            yield from (Item(line) for line in block.lines)
        elif isinstance(block, Bullets):
            yield Item("")
            if block.title:
                yield Item(block.title, style="bold")
            yield from (Item(line, "-") for line in block.lines)
        elif isinstance(block, Facts):
            yield from (Item(f"{fact.label}: {fact.value}", "-") for fact in block.facts)
        elif isinstance(block, Table):
            for row in block.rows:
                cells = (cell.replace("\n", "; ") for cell in row)
                yield Item(" | ".join(cell for cell in cells if cell), "-")
