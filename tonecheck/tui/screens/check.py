"""One check at a time, on one page that changes in place: how, what was seen, and what of it."""

from __future__ import annotations

from collections.abc import Collection
from typing import ClassVar

from textual import events
from textual.binding import Binding

from tonecheck.screening.document import FITS_NONE
from tonecheck.screening.walk import Status
from tonecheck.tui import say
from tonecheck.tui.check_parts import CANNOT, DIFFER, NONE, UNKNOWN, WHICH
from tonecheck.tui.check_words import SIDES, closed_by
from tonecheck.tui.left_words import left_line, passed_over
from tonecheck.tui.screens.base import Keys
from tonecheck.tui.screens.check_note import NotedCheck
from tonecheck.tui.session import Session, Station
from tonecheck.tui.widgets.choice_list import ChoiceList
from tonecheck.tui.widgets.fields import Words
from tonecheck.tui.widgets.how_pane import HowPane
from tonecheck.tui.widgets.row_list import RowList
from tonecheck.tui.widgets.title_bar import TitleBar


class CheckScreen(NotedCheck):
    """Shows one part at a time: how, see, left, right, side, state, reason, match or note."""

    HELP_KEY = "check"
    BINDINGS = [
        Binding("w", "how", show=False),
        Binding("s", "state", show=False),
        Binding("p", "picture", show=False),
        Binding("c", "cannot", show=False),
        Binding("left", "side('right')", show=False),
        Binding("right", "side('left')", show=False),
    ]
    KEYS: ClassVar[Keys] = (
        ("b", "back"),
        ("w", "how"),
        ("t", "note"),
        ("s", "state"),
        ("p", "picture"),
        ("u", "undo"),
        ("r", "review"),
        ("?", "help"),
    )

    def __init__(self, session: Session, station: Station) -> None:
        super().__init__(session, station)
        self._shown = ""
        self._is_how_again = False
        self._state_unknown: set[str] = set()

    @property
    def heading(self) -> str:
        return self.page.words.name

    @property
    def unclear(self) -> str:
        if self._part == "see" and self.page.may_skip and not self.page.has_said:
            return self.words("ui.check.unclear_skip")
        return super().unclear

    @property
    def help_extra(self) -> tuple[str, str]:
        return self.page.words.name, self.page.words.help.strip()

    def on_mount(self) -> None:
        self.redraw()

    def on_resize(self, event: events.Resize) -> None:
        if self._part == "how" and self.is_roomy:
            self.go_to("see")
        elif self._shown:
            self._draw()
            self.fit()

    def on_how_pane_sized(self, event: HowPane.Sized) -> None:
        if self._shown:
            self.fit()

    def redraw(self) -> None:
        """Show the card; another one begins with how, or with what was seen of it."""
        if self._shown == self.station.check:
            self._draw()
            return
        self._shown = self.station.check
        self.query_one(TitleBar).show(self.heading, self.aside)
        self.query_one(HowPane).scroll_home(animate=False)
        self._is_how_again = False
        self.go_to("see" if self.is_roomy or self.page.entry else "how")
        if over := passed_over(self.words, self.session.walk, self.station.check):
            self.notice(" ".join(over))

    def go_to(self, part: str) -> None:
        self._part = part
        is_first = all(card.status is Status.OPEN for card in self.session.asked)
        self.notice(self.words("ui.check.between") if is_first and part == "see" else "")
        self._draw(is_fresh=True)
        self._focus_part()

    def _focus_part(self) -> None:
        if self._part == "note":
            self.query_one(Words).focus()
        elif self._part == "how" or self.choices.any_chosen:
            self.focus_go()
        else:
            self.focus_on(self.choices)

    def _draw(self, is_fresh: bool = False) -> None:
        self.draw(self.station.check in self._state_unknown, is_fresh)

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        self._draw_beside(self.page)

    def on_rows_in_view_seen(self) -> None:
        self.draw_go(self.page, self.station.check in self._state_unknown)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The side whose list has the focus is the one that is answered."""
        if self.is_pair and event.widget.id in SIDES and event.widget.id != self._part:
            self._part = event.widget.id
            self._draw()

    def _lists(self) -> list[ChoiceList]:  # type: ignore[override]
        """Digits answer the one list that is on."""
        return [] if self._part in ("how", "note") and not self.is_roomy else [self.choices]

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
            self.go_to("left")
        elif choice != CANNOT:
            self._choose(choice)
        elif self.page.entry.get("not_seen"):
            self.save(self.session.walk.clear(self.station.check))
        else:
            self.go_to("reason")

    def _take_on_side(self, choice: str) -> None:
        if choice != WHICH:
            self._choose(choice, self._part)
            return
        replaced = self.page.parts.said(("left", "right"))
        if self.save(self.session.walk.differ(self.station.check)):
            self.go_to("side" if self.page.parts.needs_side else "see")
            self._tell_replaced(replaced if self.page.parts.says_differ else "")

    def _choose(self, choice: str, side: str = "") -> None:
        """After an answer the button that leads on has the focus; after taking one back, not."""
        others = ("answers",) if side else ("left", "right")
        before, choices = self.page.parts.said(others), self.choices
        ticked = {c.id for c in choices.choices if c.is_chosen}
        closed = closed_by(self.session, self.station.check)
        is_kept = self.save(self.session.walk.choose(self.station.check, choice, side))
        if is_kept and not self.page.parts.said(others):
            is_one = not self.page.card.check.takes_many(by_side=bool(side))
            self._tell_replaced(before or choices.taken_off(ticked - {choice}, is_one=is_one))
        self._tell_closed(closed)
        if any(c.id == choice and c.is_chosen for c in choices.choices):
            self.focus_go()
        elif is_kept and choice in ticked:
            label = next(c.label for c in choices.choices if c.id == choice)
            self.tell(self.words("ui.common.undone_what", what=label))
            self.focus_on(choices)
        else:
            self.focus_on(choices)

    def _tell_replaced(self, said: str) -> None:
        """Name the answers that this one took the place of."""
        if said:
            self.notice(self.words("ui.check.replaced", answers=said))

    def _tell_closed(self, before: Collection[str]) -> None:
        """Say which other checks an answer closed."""
        closed = closed_by(self.session, self.station.check)
        if new := [check for check in closed if check not in before]:
            lines = (left_line(self.words, self.session.walk, check) for check in new)
            self.notice(" ".join(lines))

    def _take_side(self, side: str) -> None:
        if self.save(self.session.walk.set_in_entry(self.station.check, "side", side)):
            self._advance("side")

    def _take_state(self, state: str) -> None:
        """On, unless this mends a state, or the check does not count in the one chosen."""
        check = self.station.check
        stays = bool(self.page.entry.get("state")) or check in self._state_unknown
        if state == UNKNOWN:
            self._state_unknown.add(check)
        value = None if state == UNKNOWN else state
        if not self.save(self.session.walk.set_in_entry(check, "state", value)):
            return
        poor = say.poor_state(self.session.pack, self.page.card.check, state)
        if poor or stays:
            self.go_to("see")
            self.notice(poor)
        else:
            self._advance("state")

    def _take_reason(self, reason: str) -> None:
        new_day = reason == "crying" and self.session.cried_before_today(self.station.check)
        if not self.save(self.session.walk.not_seen(self.station.check, reason, new_day)):
            return
        self._reason = reason
        if reason == FITS_NONE:
            self.write_note(then="see")
        elif self.page.parts.matches(reason):
            self.go_to("match")
        else:
            self._advance("see")

    def _take_match(self, choice: str) -> None:
        if choice == NONE:
            self._advance("see")
        elif self.save(self.session.walk.choose(self.station.check, choice)):
            self.go_to("see")

    def on_go_button_pressed(self) -> None:
        part, page = self._part, self.page
        if part == "how":
            self._is_how_again = False
            self.go_to("see")
        elif part == "note":
            self.end_note()
        elif part in SIDES and not page.entry.get(part) and not page.says_only_differ:
            self.notice(self.words("ui.check.pick_side"))
            self.focus_on(self.choices)
        elif part == "see" and not page.has_said and not page.may_skip:
            self.notice(self.words("ui.check.pick"))
            self.focus_on(self.choices)
        else:
            self._advance(self.led_from)

    def _advance(self, part: str) -> None:
        """On to what is still to be asked of this check, or to the next one."""
        if self.session.alarms():
            self.tone.way.open_urgent()
            return
        after = self.page.next_part(part, self.station.check in self._state_unknown)
        if after:
            self.go_to(after)
        else:
            self.forward()

    def action_how(self) -> None:
        if not self.is_roomy:
            self._is_how_again = self._part != "how"
            self.go_to("how" if self._is_how_again else "see")

    def action_cannot(self) -> None:
        """Say why it could not be seen, from the steps already."""
        if self._part == "how":
            self.go_to("reason")

    def action_state(self) -> None:
        if self.page.card.mode.is_hands_on:
            self.go_to("state")

    def action_side(self, side: str) -> None:
        """To the list of one side, where both are shown."""
        if self.is_pair:
            self.focus_on(self.query_one(f"#{side}", ChoiceList))

    def action_back(self) -> None:
        if self._part == "note":
            self.end_note()
        elif self._part == "right":
            self.go_to("left")
        elif self._part not in ("how", "see") or self._is_how_again:
            self._is_how_again = False
            self.go_to("see")
        elif self._part == "see" and not self.is_roomy:
            self.go_to("how")
        elif self.session.is_reviewing:
            self.action_review()
        else:
            super().action_back()
