"""The urgent signs, a few to a page; a yes opens the urgent page at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding

from tonecheck.protocol.rules import Sign
from tonecheck.screening.draft import Change
from tonecheck.screening.walk import CHILD, hangs_on_age
from tonecheck.tui import say
from tonecheck.tui.in_sight import InSight
from tonecheck.tui.screens.ask_base import AskScreen
from tonecheck.tui.screens.base import Keys
from tonecheck.tui.session import Session, Station
from tonecheck.tui.widgets.ask_list import Ask, AskList, Option
from tonecheck.tui.widgets.go_button import GoButton
from tonecheck.tui.widgets.key_bar import Key, KeyBar

PER_PAGE = 4


class GateScreen(AskScreen):
    """Pages of urgent signs."""

    CSS_PATH = "gate.tcss"
    HELP_KEY = "gate"
    BINDINGS = [Binding("0", "none", show=False)]
    KEYS: ClassVar[Keys] = (("0", "none"), ("b", "back"), ("u", "undo"), ("?", "help"))

    def __init__(self, session: Session, station: Station) -> None:
        super().__init__(session, station)
        self._drawn_page = -1
        self._in_sight = InSight(session.services.seconds)

    @property
    def pages(self) -> list[list[Sign]]:
        """A few signs to a page; those that hang on an age come last, once it is known."""
        aged = [sign for sign in self.session.walk.signs if hangs_on_age(sign)]
        others = [sign for sign in self.session.walk.signs if sign not in aged]
        return [
            group[i : i + PER_PAGE]
            for group in (others, aged)
            for i in range(0, len(group), PER_PAGE)
        ]

    @property
    def asked(self) -> list[list[str]]:
        return [[f"urgent.{sign.id}" for sign in page] for page in self.pages]

    def _first_open_page(self) -> int:
        """The page of the first sign to look at."""
        wanted = self._wanted
        return next((i for i, p in enumerate(self.pages) if any(s.id in wanted for s in p)), 0)

    @property
    def _wanted(self) -> set[str]:
        """The signs to put right, else those open, else, looked over, those one was not sure of."""
        alarms = {alarm.sign for alarm in self.session.alarms()}
        given = self.session.draft.table("urgent").items() if self.session.is_reviewing else ()
        unsure = {sign for sign, answer in given if answer == "not_sure"}
        return alarms or set(self.session.walk.open_signs) or unsure

    def show_alarm(self) -> None:
        """Point at the answer that opened the urgent page, or that is to be looked at."""
        self._page = self._first_open_page()
        self.redraw()
        asks, wanted = self.asks, self._wanted
        at = next((i for i, ask in enumerate(asks.asks) if ask.id in wanted), None)
        asks.current = at or 0
        self.focus_go() if at is None else self.focus_on(asks)

    def _focus_page(self) -> None:
        """On the signs while one is open or urgent, else on the button that leads on."""
        asks = self.asks
        is_done = asks.first_open is None and not self.session.alarms()
        self.focus_go() if is_done else self.focus_on(asks)

    def compose_body(self) -> ComposeResult:
        yield self.text("", "heading", id="top")
        yield AskList(id="signs", more=self.words("ui.common.more"))
        yield self.text("", "text", id="phone")

    def compose_foot(self) -> ComposeResult:
        yield GoButton(self.words("ui.gate.none"), id="go")

    def on_mount(self) -> None:
        if self.came_from and not self.session.alarms():
            after = self._aged_from if self.came_from == CHILD else len(self.pages)
            self._page = after - 1
            self.redraw()
            self._focus_page()
        else:
            self.show_alarm()

    def on_screen_resume(self) -> None:
        self._show_anew()

    def _show_anew(self) -> None:
        self._in_sight.change()
        self.call_after_refresh(self._in_sight.drawn)

    def redraw(self) -> None:
        words = self.words
        self._page = min(self._page, len(self.pages) - 1)
        if self._page != self._drawn_page:
            self._drawn_page = self._page
            self._show_anew()
        page = self.pages[self._page]
        title = words("ui.gate.age" if self._is_aged else "gate.page.title")
        self.set_text("#top", f"{title}{self._count()}\n{words('ui.gate.hint')}")
        given = self.session.draft.table("urgent")
        options = tuple(Option(o, words(f"ui.common.{o}")) for o in ("yes", "no", "not_sure"))
        asks = [
            Ask(sign.id, words(f"gate.{sign.id}.question"), options, given.get(sign.id))
            for sign in page
        ]
        self.asks.show(asks)
        self.query_one(GoButton).label = words(f"ui.gate.{self._way_on}")
        self.call_later(self.query_one(KeyBar).show, self.keys)
        unsure = [ask.id for ask in asks if ask.given == "not_sure"]
        self.set_text("#phone", self._whom_to_call(unsure) if unsure else "")

    @property
    def _way_on(self) -> str:
        """What leads on says no of: all signs of the page, the others, or nothing."""
        given = self.session.draft.table("urgent")
        open_ = [sign.id not in given for sign in self.pages[self._page]]
        return "none" if all(open_) else "others" if any(open_) else "go"

    @property
    def keys(self) -> list[Key]:
        """The key that leads on is called what it does now."""
        word = self.words(f"ui.keys.{self._way_on}")
        return [replace(key, word=word) if key.key == "0" else key for key in super().keys]

    @property
    def _is_aged(self) -> bool:
        """Whether the signs on this page hang on the age."""
        return hangs_on_age(self.pages[self._page][0])

    def _count(self) -> str:
        """Which page of how many; those that hang on the age come apart and count apart."""
        start, end = 0, self._aged_from
        if self._is_aged:
            start, end = end, len(self.pages)
        if end - start == 1:
            return ""
        return f" {self.words('ui.gate.page', n=self._page - start + 1, total=end - start)}."

    @property
    def _aged_from(self) -> int:
        """The first page of the signs that hang on the age; the number of pages without one."""
        found = (i for i, page in enumerate(self.pages) if hangs_on_age(page[0]))
        return next(found, len(self.pages))

    def _whom_to_call(self, unsure: Sequence[str]) -> str:
        return say.whom_to_call(self.session.pack, self.tone.services.settings.region, unsure)

    def on_ask_list_answered(self, event: AskList.Answered) -> None:
        if not self.save(self._answering([event.id], event.option)):
            return
        asks = self.asks
        after = next(
            (i for i in range(asks.current + 1, asks.row_count) if asks.asks[i].given is None),
            asks.first_open,
        )
        if after is None:
            self.focus_go()
        else:
            asks.current = after
            self.focus_on(asks)

    def _answering(self, signs: Sequence[str], value: str) -> list[Change]:
        return self.session.walk.answer_signs(signs, value, self.session.services.clock())

    def on_ask_list_unclear(self) -> None:
        self.notice(self.unclear)

    @property
    def unclear(self) -> str:
        return self.words("ui.gate.unclear")

    def on_go_button_pressed(self) -> None:
        self.action_none()

    def action_none(self) -> None:
        """Every sign on this page that is still open is a no, once it can have been read."""
        given = self.session.draft.table("urgent")
        still = [sign.id for sign in self.pages[self._page] if sign.id not in given]
        if still and not self._in_sight.take():
            self.notice(self.words("ui.gate.read_first"))
            return
        if still and not self.save(self._answering(still, "no")):
            return
        self._go_on()

    def _go_on(self) -> None:
        if self.session.alarms():
            self.tone.way.open_urgent()
            return
        if self._page + 1 < len(self.pages):
            self._page += 1
            self.redraw()
            self.notice()
            self.asks.current = 0
            self._focus_page()
            return
        if self.session.walk.open_signs:
            self._page = self._first_open_page()
            self.redraw()
            return
        if self.save(self._answering((), "no")):
            self.forward()

    def action_back(self) -> None:
        if self._page == self._aged_from and self.session.walk.has_passed(CHILD):
            self.tone.way.jump(CHILD)
        elif self._page > 0:
            self._page -= 1
            self.redraw()
            self.notice()
            self._focus_page()
        else:
            super().action_back()
