"""One check at a time, on one page that changes in place: how, what was seen, and what of it."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, Horizontal, Vertical, VerticalScroll

from tonecheck import figures
from tonecheck.errors import StoreError
from tonecheck.tui import say
from tonecheck.tui.check_parts import CANNOT, DIFFER, NONE, UNKNOWN
from tonecheck.tui.check_words import CheckPage, draw_strip
from tonecheck.tui.screens.base import Keys
from tonecheck.tui.screens.picture import PictureScreen
from tonecheck.tui.screens.walk_base import StationScreen
from tonecheck.tui.session import Session, Station
from tonecheck.tui.widgets.choice_list import ChoiceList
from tonecheck.tui.widgets.fields import Words
from tonecheck.tui.widgets.figure_view import FigureView
from tonecheck.tui.widgets.go_button import GoButton
from tonecheck.tui.widgets.progress import ProgressStrip
from tonecheck.tui.widgets.prose import Prose
from tonecheck.tui.widgets.row_list import RowList
from tonecheck.tui.widgets.title_bar import TitleBar

ROOMY = (120, 40)
PICTURED = ("see", "left", "right", "side")
BESIDE, BELOW, HOW = (34, 11), (48, 12), (48, 13)
"""Columns and rows of an answer's picture at 80 x 24 and at 120 x 40, and of how it is done."""
NARROWEST = 76


class CheckScreen(StationScreen):
    """Shows one part at a time: how, see, left, right, side, state, reason, match or note."""

    CSS_PATH = "check.tcss"
    HELP_KEY = "check"
    BINDINGS = [
        Binding("w", "how", show=False),
        Binding("t", "note", show=False),
        Binding("s", "state", show=False),
        Binding("p", "picture", show=False),
    ]
    KEYS: ClassVar[Keys] = (
        ("b", "back"),
        ("w", "how"),
        ("t", "note"),
        ("p", "picture"),
        ("u", "undo"),
        ("r", "review"),
        ("?", "help"),
    )

    def __init__(self, session: Session, station: Station) -> None:
        super().__init__(session, station)
        self._part = ""
        self._shown = ""
        self._reason = ""
        self._state_unknown: set[str] = set()

    @property
    def heading(self) -> str:
        return self.page.words.name

    @property
    def help_extra(self) -> tuple[str, str]:
        return self.page.words.name, self.page.words.help.strip()

    @property
    def page(self) -> CheckPage:
        """The card and its entry as they are now."""
        return CheckPage(self.session, self.station.check)

    @property
    def is_roomy(self) -> bool:
        """Whether how and what stand side by side."""
        return self.app.size.width >= ROOMY[0] and self.app.size.height >= ROOMY[1]

    def compose_body(self) -> ComposeResult:
        yield ProgressStrip(id="strip")
        with Horizontal(id="pages"):
            with VerticalScroll(id="how", can_focus=False):
                yield Prose(id="prose")
                yield FigureView(id="how_picture")
            with Vertical(id="see"):
                yield self.text("", "heading", id="question")
                with Container(id="row"):
                    yield ChoiceList(id="list", more=self.words("ui.common.more"))
                    yield FigureView(id="picture")
                yield Words(id="note", hint=self.words("ui.common.write"))
                yield self.text("", "soft", id="said")

    def compose_foot(self) -> ComposeResult:
        yield GoButton(id="go")

    def on_mount(self) -> None:
        self.redraw()

    def on_resize(self, event: events.Resize) -> None:
        if self._part == "how" and self.is_roomy:
            self._go_to("see")
        elif self._shown:
            self._draw()

    # Drawing -------------------------------------------------------------------------------

    def redraw(self) -> None:
        """Show the card; another one begins with how, or with what was seen of it."""
        if self._shown == self.station.check:
            self._draw()
            return
        self._shown = self.station.check
        self._part = "see" if self.is_roomy or self.page.entry else "how"
        self.notice()
        self.query_one(TitleBar).show(self.heading, self.aside)
        self.query_one(Prose).show(self.page.how())
        self.query_one("#how").scroll_home(animate=False)
        self._draw()
        self._focus_part()

    def _go_to(self, part: str) -> None:
        self._part = part
        self.notice()
        self._draw()
        self._focus_part()

    def _focus_part(self) -> None:
        choices = self.query_one(ChoiceList)
        if self._part == "note":
            self.query_one(Words).focus()
        elif self._part == "how" or choices.any_chosen:
            self.focus_go()
        else:
            self.focus_on(choices)

    def _draw(self) -> None:
        page, part = self.page, self._part
        writing = part == "note"
        self.query_one("#how").display = self.is_roomy or part == "how"
        self.query_one("#see").display = self.is_roomy or part != "how"
        self.query_one("#row").display = not writing
        self.query_one(Words).display = writing
        draw_strip(self.query_one(ProgressStrip), self.session, self.station.check)
        question, choices = page.asked(part, self._reason)
        self.set_text("#question", question)
        self.query_one(ChoiceList).show(choices)
        self.set_text("#said", page.said() if part in ("see", "how") else "")
        is_last = not page.next_part(part, page.check in self._state_unknown)
        self.query_one(GoButton).label = page.go_label(part, is_last)
        self._draw_pictures(page)

    def _draw_pictures(self, page: CheckPage) -> None:
        how = page.picture("", "how", *HOW) if self.is_roomy else ()
        self.query_one("#how_picture", FigureView).show(how)
        picture = self.query_one("#picture", FigureView)
        fits = self._part in PICTURED and self.app.size.width >= NARROWEST
        picture.display = fits
        choices = self.query_one(ChoiceList)
        if fits and choices.choices:
            choice = choices.choices[choices.current].id
            size = BELOW if self.is_roomy else BESIDE
            picture.show(page.picture(choice, self._part, *size))

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        self._draw_pictures(self.page)

    def action_picture(self) -> None:
        """Show the picture large: the answer's, or how the check is done and what never to do."""
        page, part = self.page, self._part
        choices = self.query_one(ChoiceList)
        choice = ""
        if part in PICTURED and choices.choices:
            choice = choices.choices[choices.current].id
        shown = [page.figure(choice, part)]
        if not choice:
            shown.append((figures.dont_id(self.station.check), False))
        pack = self.session.pack
        found = [(figure, mirrored) for figure, mirrored in shown if figures.has(pack, figure)]
        if not found:
            found = [(figures.how_id(self.station.check), False)]
        self.tone.open(PictureScreen(pack, self.heading, found))

    # Intents -------------------------------------------------------------------------------

    def on_choice_list_taken(self, event: ChoiceList.Taken) -> None:
        taken = {
            "see": self._take_answer,
            "left": self._take_on_side,
            "right": self._take_on_side,
            "side": self._take_side,
            "state": self._take_state,
            "reason": self._take_reason,
            "match": self._take_match,
        }
        if self._part in taken:
            taken[self._part](event.id)

    def _take_answer(self, choice: str) -> None:
        if choice == DIFFER:
            self._go_to("left")
        elif choice != CANNOT:
            self._choose(choice)
        elif self.page.entry.get("not_seen"):
            self.save(self.session.walk.clear(self.station.check))
        else:
            self._go_to("reason")

    def _take_on_side(self, choice: str) -> None:
        self._choose(choice, self._part)

    def _choose(self, choice: str, side: str = "") -> None:
        """After an answer the button that leads on has the focus; after taking one back, not."""
        self.save(self.session.walk.choose(self.station.check, choice, side))
        choices = self.query_one(ChoiceList)
        if any(c.id == choice and c.is_chosen for c in choices.choices):
            self.focus_go()
        else:
            self.focus_on(choices)

    def _take_side(self, side: str) -> None:
        if self.save(self.session.walk.set_in_entry(self.station.check, "side", side)):
            self._advance("side")

    def _take_state(self, state: str) -> None:
        if state == UNKNOWN:
            self._state_unknown.add(self.station.check)
        value = None if state == UNKNOWN else state
        if self.save(self.session.walk.set_in_entry(self.station.check, "state", value)):
            self._advance("state")

    def _take_reason(self, reason: str) -> None:
        new_day = reason == "crying" and self.session.cried_before_today(self.station.check)
        if not self.save(self.session.walk.not_seen(self.station.check, reason, new_day)):
            return
        self._reason = reason
        if self.page.parts.matches(reason):
            self._go_to("match")
        else:
            self._advance("see")

    def _take_match(self, choice: str) -> None:
        if choice == NONE:
            self._advance("see")
        elif self.save(self.session.walk.choose(self.station.check, choice)):
            self._go_to("see")

    def on_go_button_pressed(self) -> None:
        part, page = self._part, self.page
        if part == "how":
            self._go_to("see")
        elif part == "note":
            self.flush()
            self._go_to("see")
        elif part in ("left", "right") and not page.entry.get(part):
            self.notice(self.words("ui.check.pick_side"))
            self.focus_on(self.query_one(ChoiceList))
        elif part == "see" and not page.has_said and not page.may_skip:
            self.notice(self.words("ui.check.pick"))
            self.focus_on(self.query_one(ChoiceList))
        else:
            self._advance(part)

    def _advance(self, part: str) -> None:
        """On to what is still to be asked of this check, or to the next one."""
        if self.session.alarms():
            self.tone.way.open_urgent()
            return
        after = self.page.next_part(part, self.station.check in self._state_unknown)
        if after:
            self._go_to(after)
        else:
            self.forward()

    def action_how(self) -> None:
        if not self.is_roomy:
            self._go_to("see" if self._part == "how" else "how")

    def action_state(self) -> None:
        if self.page.card.mode.is_hands_on:
            self._go_to("state")

    def action_note(self) -> None:
        self.query_one(Words).text = say.plain(str(self.page.entry.get("note") or ""))
        self._go_to("note")

    def flush(self) -> None:
        """Keep the note that is being written."""
        if self._part != "note":
            return
        text = self.query_one(Words).text.strip() or None
        try:
            self.session.save(
                self.session.walk.set_in_entry(self.station.check, "note", text), self.station
            )
        except StoreError as error:
            self.say_unsaved(error)

    def action_back(self) -> None:
        if self._part == "note":
            self.flush()
            self._go_to("see")
        elif self._part == "right":
            self._go_to("left")
        elif self._part not in ("how", "see"):
            self._go_to("see")
        elif self._part == "see" and not self.is_roomy:
            self._go_to("how")
        elif self.session.is_reviewing:
            self.action_review()
        else:
            super().action_back()
