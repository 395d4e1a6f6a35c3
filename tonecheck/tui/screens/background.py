"""Background questions, all of them optional: a few to a page, then the ones in own words."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from tonecheck.errors import StoreError
from tonecheck.protocol.rules import Question
from tonecheck.screening.draft import Change
from tonecheck.tui.screens.ask_base import AskScreen
from tonecheck.tui.screens.base import Keys
from tonecheck.tui.widgets.ask_list import Ask, AskList, Option
from tonecheck.tui.widgets.boxes import Column
from tonecheck.tui.widgets.fields import Field
from tonecheck.tui.widgets.go_button import GoButton
from tonecheck.tui.widgets.key_bar import Key, KeyBar

PER_PAGE = 5


class BackgroundScreen(AskScreen):
    """Pages of questions; nothing needs an answer."""

    CSS_PATH = "background.tcss"
    HELP_KEY = "background"
    KEYS: ClassVar[Keys] = (("Tab", "next_field"), ("Esc", "back"), ("F1", "help"))
    BINDINGS = [Binding("tab", "next_field", show=False, priority=True)]

    @property
    def pages(self) -> list[list[Question]]:
        questions = self.session.walk.questions
        picked = [q for q in questions if q.kind != "text"]
        pages = [picked[i : i + PER_PAGE] for i in range(0, len(picked), PER_PAGE)]
        written = [q for q in self._written if q in questions]
        return [*pages, written] if written else pages

    @property
    def _written(self) -> list[Question]:
        """Those in own words, asked now or not."""
        return [q for q in self.session.pack.protocol.background if q.kind == "text"]

    @property
    def asked(self) -> list[list[str]]:
        return [[f"background.{question.id}" for question in page] for page in self.pages]

    @property
    def is_written(self) -> bool:
        return self.pages[self._page][0].kind == "text"

    @property
    def keys(self) -> list[Key]:
        """With the one that takes an answer back, where no field takes its letter."""
        undo = [] if self.is_written else [self.key("u", "undo")]
        first, *rest = super().keys
        return [first, *undo, *rest]

    def compose_body(self) -> ComposeResult:
        yield self.text("", "gap", id="top")
        yield AskList(id="asks", more=self.words("ui.common.more"))
        with Vertical(id="written"):
            for question in self._written:
                with Column(id=f"written-{question.id}", classes="written"):
                    yield self.text(self.words(f"background.{question.id}.question"), "title")
                    yield Field(id=f"text-{question.id}", max_length=2000)

    def compose_foot(self) -> ComposeResult:
        yield GoButton(self.words("ui.background.go"), id="go")

    def on_mount(self) -> None:
        if self.came_from:
            self._page = len(self.pages) - 1
        self._enter_page()

    def _enter_page(self) -> None:
        self.redraw()
        self.notice()
        self.call_later(self.query_one(KeyBar).show, self.keys)
        if self.is_written:
            self.query_one(f"#text-{self.pages[self._page][0].id}").focus()
        else:
            self.asks.current = 0
            self.asks.focus()

    def redraw(self) -> None:
        words = self.words
        count = words("ui.gate.page", n=self._page + 1, total=len(self.pages))
        said = [words("background.page.intro"), f"{count}."]
        if self._is_filled_in:
            said.insert(1, words("background.page.known"))
        self.set_text("#top", "\n".join(said))
        self.asks.display = not self.is_written
        self.query_one("#written").display = self.is_written
        for question in self._written:
            self.query_one(f"#written-{question.id}").display = question in self.pages[-1]
        for field in self.query(Field):
            field.show(str(self.session.draft.get(_field_of(field)) or ""))
        if not self.is_written:
            self.asks.show([self._ask(q) for q in self.pages[self._page]])

    @property
    def _is_filled_in(self) -> bool:
        """Whether an answer of this page came along from an earlier screening."""
        fields = [f"background.{q.id}" for q in self.pages[self._page] if q.lasting]
        return any(map(self.session.draft.get, fields)) and bool(self.session.earlier())

    def _ask(self, question: Question) -> Ask:
        words = self.words
        key = f"background.{question.id}"
        if question.kind == "choice":
            options = tuple(Option(o, words(f"{key}.options.{o}")) for o in question.options)
        else:
            options = tuple(Option(o, words(f"ui.common.{o}")) for o in ("yes", "no", "not_sure"))
        given = self.session.draft.get(f"background.{question.id}")
        return Ask(question.id, words(f"{key}.question"), options, given)

    def on_ask_list_answered(self, event: AskList.Answered) -> None:
        if not self.save([Change(f"background.{event.id}", event.option)]):
            return
        self._to_next()

    def on_ask_list_unclear(self) -> None:
        self._to_next()

    def _to_next(self) -> None:
        """To the next question, and after the last of the page to the button."""
        asks = self.asks
        if asks.current + 1 < asks.row_count:
            asks.current += 1
        else:
            self.focus_go()

    @property
    def unclear(self) -> str:
        options = self.asks.asks[self.asks.current].options
        return self.words("ui.background.unclear", n=len(options))

    def action_next_field(self) -> None:
        """On to the next question, as Enter leads; from elsewhere to what comes next."""
        if self.asks.has_focus:
            self._to_next()
        else:
            super().action_next_field()

    def on_input_submitted(self) -> None:
        self.flush()
        self.focus_next()

    def on_go_button_pressed(self) -> None:
        self.flush()
        if self._page + 1 < len(self.pages):
            self._page += 1
            self._enter_page()
        else:
            self.forward()

    def flush(self) -> None:
        changes = [Change(_field_of(f), f.value.strip() or None) for f in self.query(Field)]
        try:
            self.session.save(changes, undo_at=self.station)
        except StoreError as error:
            self.say_unsaved(error)

    def action_back(self) -> None:
        self.flush()
        if self._page > 0:
            self._page -= 1
            self._enter_page()
        else:
            super().action_back()


def _field_of(field: Field) -> str:
    """The answer that a text field holds."""
    return f"background.{str(field.id).removeprefix('text-')}"
