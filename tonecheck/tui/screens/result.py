"""The result: what to do first, then what it rests on, what was not seen, whom to see."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll

from tonecheck.errors import StoreError
from tonecheck.report.view import ReportView, build_view
from tonecheck.scoring.result import Result
from tonecheck.screening.document import Screening
from tonecheck.screening.plain import plain_line
from tonecheck.tui import say
from tonecheck.tui.age_words import edges
from tonecheck.tui.headline import SIGN, TO_DO, headline, unsaid
from tonecheck.tui.result_words import section_items
from tonecheck.tui.review_words import unread_line
from tonecheck.tui.screens.base import Keys
from tonecheck.tui.screens.export import ExportScreen
from tonecheck.tui.screens.walk_base import StationScreen
from tonecheck.tui.session import Session, Station
from tonecheck.tui.widgets.go_button import GoButton
from tonecheck.tui.widgets.key_bar import Key, KeyBar
from tonecheck.tui.widgets.prose import Item, Prose

_AFTER_WALK = 2
"""Pages that are open where the walk led here: back would lead to the first page, as home does."""


class ResultScreen(StationScreen):
    """One page to scroll; the headline starts with what to do."""

    CSS_PATH = "result.tcss"
    HELP_KEY = "result"
    KEYS: ClassVar[Keys] = (
        ("Down", "more"),
        ("b", "back"),
        ("r", "review"),
        ("o", "home"),
        ("g", "glossary"),
        ("?", "help"),
    )
    BINDINGS = [
        Binding("e", "save", show=False),
        Binding("o", "home", show=False),
        Binding("down,j", "scroll(1)", show=False),
        Binding("up,k", "scroll(-1)", show=False),
        Binding("pagedown", "more", show=False),
        Binding("pageup", "less", show=False),
        Binding("home", "edge(-1)", show=False),
        Binding("end", "edge(1)", show=False),
    ]

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

    @property
    def heading(self) -> str:
        """The title, and of one version among several which it is."""
        session = self.session
        version = say.version(self.words, session.revision, session.newest_revision)
        return version or super().heading

    @property
    def keys(self) -> list[Key]:
        """Without the one that reads on where all is in view, and without back after the walk."""
        read = self.query("#read").results(VerticalScroll)
        idle = {"more"} if any(not found.max_scroll_y for found in read) else set()
        if len(self.app.screen_stack) <= _AFTER_WALK:
            idle.add("back")
        return [key for key in super().keys if key.action not in idle]

    def on_resize(self, event: events.Resize) -> None:
        self.call_after_refresh(self._show_keys)

    async def _show_keys(self) -> None:
        await self.query_one(KeyBar).show(self.keys)

    def compose_body(self) -> ComposeResult:
        view = self._view()
        number = self.tone.emergency
        said_first = headline(self.session.pack, self.screening, self.result, number, view.still)
        top = [Item(line, mark, "bold" if mark == TO_DO else "") for mark, line in said_first]
        said = {item.text for item in top}
        today = self.session.services.clock().date()
        if day := say.looked_on(self.words, self.screening, today):
            top.insert(0, Item(day))
        if unread := unread_line(self.words, self.session):
            top.append(Item(unread, SIGN))
        items = [
            replace(item, text=unsaid(item.text, said))
            for item in self._items(view)
            if item.text not in said
        ]
        yield Prose(top, id="headline")
        with VerticalScroll(id="read", can_focus=False):
            yield Prose(items, id="prose")

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
            earlier=self.session.earlier(),
            made_at=services.clock(),
            emergency=self.tone.emergency if chosen else "",
        )

    def _items(self, view: ReportView) -> Iterator[Item]:
        pack, result = self.session.pack, self.result
        yield from section_items(view.parent)
        if result.how or result.ages.place != "in_range":
            return
        if result.rules == "article":
            yield from (Item(""), Item(self.words("result.article.leads")))
        if lines := list(edges(pack, self.screening, result)):
            yield Item("")
            yield Item(self.words("result.edge.title"), style="bold")
            yield Item(self.words("result.edge.intro"))
            yield from (Item(line, "-") for line in lines)

    def on_go_button_pressed(self) -> None:
        self.action_save()

    def action_save(self) -> None:
        earlier = self.session.earlier()
        self.tone.open(ExportScreen(self.screening, self.result, earlier, self._saved))

    def _saved(self, path: Path) -> None:
        """Say it for when one comes back."""
        self.query_one(GoButton).label = self.words("ui.result.export_again")
        self.notice(self.words("ui.result.saved", path=plain_line(str(path))))

    def action_review(self) -> None:
        """Back to the answers, as a new version."""
        self.tone.way.records.revise(self.session)

    def action_more(self) -> None:
        """A page on."""
        self.query_one("#read", VerticalScroll).scroll_page_down(animate=False)

    def action_less(self) -> None:
        """A page back."""
        self.query_one("#read", VerticalScroll).scroll_page_up(animate=False)

    def action_glossary(self) -> None:
        self.tone.action_page("glossary")

    def action_home(self) -> None:
        self.tone.way.home()

    def action_back(self) -> None:
        self.tone.way.close_record()

    def action_edge(self, to: int) -> None:
        read = self.query_one("#read", VerticalScroll)
        read.scroll_home(animate=False) if to < 0 else read.scroll_end(animate=False)

    def action_down_from_go(self) -> None:
        self.action_scroll(1)

    def action_up_from_go(self) -> None:
        self.action_scroll(-1)

    def action_scroll(self, by: int) -> None:
        self.query_one("#read", VerticalScroll).scroll_relative(y=by, animate=False)
