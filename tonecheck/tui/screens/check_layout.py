"""How the page of a check is laid out and drawn for the window there is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from textual.app import ComposeResult
from textual.binding import Binding

from tonecheck import figures
from tonecheck.protocol.check import Sides
from tonecheck.tui.check_words import LAST, LEADS_ON, SIDES, CheckPage, draw_strip
from tonecheck.tui.draw_ahead import DrawAhead, Picture
from tonecheck.tui.screens.picture import PictureScreen
from tonecheck.tui.screens.walk_base import StationScreen
from tonecheck.tui.session import Session, Station
from tonecheck.tui.widgets.ask_pane import AskPane
from tonecheck.tui.widgets.boxes import Column, Row
from tonecheck.tui.widgets.choice_list import Choice, ChoiceList
from tonecheck.tui.widgets.fields import Words
from tonecheck.tui.widgets.how_pane import HowPane
from tonecheck.tui.widgets.key_bar import Key, KeyBar
from tonecheck.tui.widgets.progress import ProgressStrip
from tonecheck.tui.widgets.telling_button import TellingButton

ROOMY = (120, 40)
PICTURED = ("see", "left", "right", "side")
BESIDE = (34, 11)
"""Columns and rows of the one picture beside a list."""
WIDE = 120
"""Columns of the window from which on each answer has its own picture."""
IN_ROWS = ((34, 11), (28, 9), (24, 8), (20, 7))
"""Its columns and rows: the largest at which all answers are in view, else the smallest."""
TEXT, AROUND, UNDRAWN = 34, 12, 2
"""The fewest columns an answer is read in; the rows around the list, and of one without picture."""
WRITING = (("Tab", "next_field"), ("Esc", "back"), ("F1", "help"))
"""The keys that work while a note is written."""
NARROWEST = 76
"""Columns of the window below which no picture stands beside the answers."""


class CheckLayout(StationScreen):
    """Steps and answers side by side or one after the other; left and right beside each other.

    Left and right lie as the baby's pictures show them: the baby's left is on the right.
    """

    CSS_PATH = "check.tcss"
    # The button or b leads to how, too; the state is asked for by itself.
    SPARE = ("undo", "review", "note", "picture", "state", "how")
    BINDINGS = [
        Binding("up", "scroll_how(-1)", show=False, priority=True),
        Binding("down", "scroll_how(1)", show=False, priority=True),
        Binding("pagedown", "page_how(1)", show=False),
        Binding("pageup", "page_how(-1)", show=False),
    ]

    def __init__(self, session: Session, station: Station) -> None:
        super().__init__(session, station)
        self._part = ""
        self._reason = ""
        self._ahead = DrawAhead(self, session.pack, self._draw_pictures)

    @property
    def page(self) -> CheckPage:
        """The card and its entry as they are now."""
        return CheckPage(self.session, self.station.check)

    @property
    def is_roomy(self) -> bool:
        """Whether how and what stand side by side."""
        return self.app.size.width >= ROOMY[0] and self.app.size.height >= ROOMY[1]

    @property
    def is_pair(self) -> bool:
        """Whether the left and the right list stand side by side."""
        return self.is_roomy and self._part in SIDES

    @property
    def led_from(self) -> str:
        """The part one goes on from: with both sides in sight, the one answered last."""
        is_both = self.is_pair and self.page.entry.get("right")
        return "right" if is_both and self._part == "left" else self._part

    @property
    def is_wide(self) -> bool:
        """Whether each answer has its own picture."""
        return self.app.size.width >= WIDE

    def in_rows(self, page: CheckPage, part: str) -> tuple[int, int]:
        """The columns and rows of each answer's picture in a wide window."""
        room = self.app.size
        share = (1, 2) if self.is_roomy and part in SIDES else (3, 5) if self.is_roomy else (1, 1)
        most = (room.width - 8) * share[0] // share[1] - TEXT
        asked = [page.figure(choice.id, part)[0] for choice in page.asked(part)[1]]
        drawn = sum(figures.has(self.session.pack, figure) for figure in asked)
        left = room.height - AROUND - UNDRAWN * (len(asked) - drawn)
        fitting = [size for size in IN_ROWS if size[0] <= most and size[1] * drawn <= left]
        return fitting[0] if fitting else IN_ROWS[-1]

    @property
    def beside(self) -> tuple[int, int] | None:
        """The size of the one picture beside the list; None where there is none."""
        return BESIDE if NARROWEST <= self.app.size.width < WIDE else None

    @property
    def choices(self) -> ChoiceList:
        """The list that is being answered."""
        return self.query_one(f"#ask_{self._part if self.is_pair else 'all'}", AskPane).choices

    @property
    def keys(self) -> list[Key]:
        """Without those that would do nothing here.

        While a note is written every letter belongs to it.
        """
        if self._part == "note":
            return [*(self.key(key, word) for key, word in WRITING), self.stop_key]
        # The state is asked for after the answer; the key changes one that was told.
        idle = set() if self.page.entry.get("state") and self._part != "state" else {"state"}
        if self.is_roomy:
            idle.add("how")
        found = [key for key in super().keys if key.action not in idle]
        if self._part != "how":
            return found
        answers = self.words("ui.keys.answers")
        return [replace(key, word=answers) if key.action == "how" else key for key in found]

    def compose_body(self) -> ComposeResult:
        yield ProgressStrip(id="strip")
        with Row(id="pages"):
            yield HowPane(id="how", hint=self.words("ui.check.picture_hint"))
            with Column(id="see"):
                with Row(id="asks"):
                    yield AskPane(id="ask_all", list_id="list")
                    for side in reversed(SIDES):
                        yield AskPane(id=f"ask_{side}", list_id=side)
                with Column(id="writing"):
                    yield self.text("", "heading", id="note_title")
                    yield Words(id="note", hint=self.words("ui.common.write"))
                yield self.text("", "soft", id="said")

    def compose_foot(self) -> ComposeResult:
        yield TellingButton(id="go")

    def notice(self, text: str = "") -> None:
        super().notice(text)
        self.tell("")

    def tell(self, text: str) -> None:
        """Tell what a key did, where that moves nothing on the page."""
        self.query_one(TellingButton).told = text

    def draw(self, is_state_unknown: bool, is_fresh: bool) -> None:
        """Show the part as the answers stand; a fresh one has its caret on what was chosen."""
        page, part = self.page, self._part
        writing, pair = part == "note", self.is_pair
        self.query_one("#how").display = part == "how" or (self.is_roomy and not pair)
        self.query_one("#see").display = self.is_roomy or part != "how"
        self.query_one("#asks").display = not writing
        self.query_one("#writing").display = writing
        if writing:
            self.set_text("#note_title", page.asked(part)[0])
        draw_strip(self.query_one(ProgressStrip), self.session, self.station.check)
        self.set_text("#said", page.said() if part in ("see", "how") else "")
        self.query_one("#ask_all").display = not pair
        for side in SIDES:
            self.query_one(f"#ask_{side}").display = pair
        for asked in SIDES if pair else (part,):
            self._draw_asked(page, asked, is_fresh)
        self._draw_beside(page)
        self.draw_go(page, is_state_unknown)
        if is_fresh:
            self.fit()

    def draw_go(self, page: CheckPage, is_state_unknown: bool) -> None:
        """Say where the button leads, and how many answers one would not have seen."""
        part = self.led_from
        label = page.go_label(part, is_last=not page.next_part(part, is_state_unknown))
        unseen = self._unseen_answers()
        if unseen and part in PICTURED:
            label = self.words("ui.check.unseen", go=label, n=unseen)
        button = self.query_one(TellingButton)
        button.label = label
        button.display = part not in LEADS_ON or self.choices.any_chosen

    def _unseen_answers(self) -> int:
        """How many answers were never in view; the rows that always come last are known by now."""
        rows = self.choices
        hidden = rows.choices[rows.row_count - rows.unseen :]
        return sum(choice.id not in LAST for choice in hidden)

    def fit(self) -> None:
        """Show what hangs on the check and the room there is, not on its answers."""
        self._draw_how(self.page)
        self._want_pictures()
        self.call_later(self.query_one(KeyBar).show, self.keys)

    def _draw_asked(self, page: CheckPage, part: str, is_fresh: bool) -> None:
        pair = self.is_pair
        pane = self.query_one(f"#ask_{part if pair else 'all'}", AskPane)
        question, choices = page.asked(part, self._reason)
        if pair:
            mark = ">" if part == self._part else " "
            facing = self.words(f"ui.check.{part}_facing")
            title = question.splitlines()[0]
            if page.card.check.takes_many(by_side=True):
                title = f"{title}. {self.words('ui.check.many')}"
            question = f"{mark} {title}\n  {facing}"
        current = None
        if is_fresh and choices:
            current = next((c.id for c in choices if c.is_chosen), choices[0].id)
        # Enter takes none of these before one is pointed at, so no caret says that it would.
        pane.choices.is_bare = part not in PICTURED
        pane.show(question, self._pictured(page, choices, part), page.more(choices), current)

    def _pictured(self, page: CheckPage, choices: Sequence[Choice], part: str) -> list[Choice]:
        """The choices with their pictures, where each row has its own."""
        pack = self.session.pack
        if not self.is_wide or part not in PICTURED:
            return list(choices)
        size = self.in_rows(page, part)
        drawn = [(c, page.picture(c.id, part, *size)) for c in choices]
        return [replace(c, picture=p.lines(pack)) if p else c for c, p in drawn]

    def _draw_how(self, page: CheckPage) -> None:
        how, items = self.query_one(HowPane), page.how()
        place = how.place(items)
        picture = page.picture("", "how", place.columns, place.rows) if place else None
        how.show(items, place, picture.lines(self.session.pack) if picture else ())

    def _draw_beside(self, page: CheckPage) -> None:
        pane, size, picture = self.query_one("#ask_all", AskPane), self.beside, None
        choice = pane.choices.current_choice
        blank: tuple[str, ...] = ()
        if size and choice and self._part in PICTURED:
            picture = page.picture(choice.id, self._part, *size)
            blank = (" " * size[0],)
        pane.show_picture(picture.lines(self.session.pack) if picture else blank)

    def _draw_pictures(self) -> None:
        """Show pictures that are drawn by now."""
        page = self.page
        for part in SIDES if self.is_pair else (self._part,):
            self._draw_asked(page, part, is_fresh=False)
        self._draw_how(page)
        self._draw_beside(page)

    def _want_pictures(self) -> None:
        cards = [card.check.id for card in self.session.asked]
        at = cards.index(self.station.check) if self.station.check in cards else len(cards)
        page, after = self.page, [CheckPage(self.session, id_) for id_ in cards[at + 1 : at + 2]]
        later = [self._pictures_in(page, "side"), *map(self._pictures_of, after)]
        self._ahead.want(list(self._pictures_of(page)), chain.from_iterable(later))

    def _pictures_of(self, page: CheckPage) -> Iterator[Picture]:
        place = self.query_one(HowPane).place(page.how())
        if place and (how := page.picture("", "how", place.columns, place.rows)):
            yield how
        sides = SIDES if page.card.check.sides is Sides.PAIRED else ()
        for part in ("see", *sides, *(["side"] if page.parts.needs_side else [])):
            yield from self._pictures_in(page, part)

    def _pictures_in(self, page: CheckPage, part: str) -> Iterator[Picture]:
        if size := self.in_rows(page, part) if self.is_wide else self.beside:
            yield from page.answer_pictures(part, *size)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The arrows scroll the steps only where they alone are shown and do not fit."""
        if action == "scroll_how":
            return self._part == "how" and self.query_one(HowPane).max_scroll_y > 0
        return super().check_action(action, parameters)

    def action_scroll_how(self, by: int) -> None:
        self.query_one(HowPane).scroll_relative(y=by, animate=False)

    def action_page_how(self, by: int) -> None:
        how = self.query_one(HowPane)
        how.scroll_relative(y=by * max(1, how.size.height - 1), animate=False)

    def action_down_from_go(self) -> None:
        """To the first answer that was never in view, where the button counts any."""
        rows = self.choices
        if self._unseen_answers():
            rows.move_to(rows.row_count - rows.unseen)
            self.focus_on(rows)
        else:
            super().action_down_from_go()

    def action_picture(self) -> None:
        """Show the picture large: the answer's, or how the check is done and what never to do."""
        part = self._part
        current = self.choices.current_choice if part in PICTURED else None
        found = self.page.large_figures(current.id if current else "", part)
        self.tone.open(PictureScreen(self.session.pack, self.heading, found))
