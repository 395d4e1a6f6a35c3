"""One check at a time, on one page that changes in place: how, what was seen, and what of it."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll

from tonecheck.errors import StoreError
from tonecheck.protocol.check import Mode, Sides
from tonecheck.screening.walk import Card, Status
from tonecheck.tui import say
from tonecheck.tui.check_parts import CANNOT, DIFFER, NONE, UNKNOWN, CheckParts
from tonecheck.tui.screens.walk_base import StationScreen
from tonecheck.tui.session import Session, Station
from tonecheck.tui.widgets.choice_list import Choice, ChoiceList
from tonecheck.tui.widgets.fields import Words
from tonecheck.tui.widgets.go_button import GoButton
from tonecheck.tui.widgets.progress import Marks, ProgressStrip
from tonecheck.tui.widgets.prose import Item, Prose
from tonecheck.tui.widgets.title_bar import TitleBar

_STATES = {Status.DONE: "done", Status.NOT_SEEN: "skipped", Status.OPEN: "open"}


class CheckScreen(StationScreen):
    """Shows one part at a time: how, see, left, right, side, state, reason, match or note."""

    CSS_PATH = "check.tcss"
    HELP_KEY = "check"
    BINDINGS = [
        Binding("w", "how", show=False),
        Binding("t", "note", show=False),
        Binding("s", "state", show=False),
    ]
    KEYS = (
        ("b", "back"),
        ("w", "how"),
        ("t", "note"),
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
        return self.words.checks[self.station.check].name

    @property
    def help_extra(self) -> tuple[str, str]:
        words = self.words.checks[self.station.check]
        return words.name, words.help.strip()

    @property
    def card(self) -> Card:
        return self.session.walk.card(self.station.check)

    @property
    def parts(self) -> CheckParts:
        return CheckParts(
            self.session.pack, self.card, self.session.walk.entry(self.station.check)
        )

    @property
    def is_roomy(self) -> bool:
        """Whether how and what stand side by side."""
        return self.app.size.width >= 120 and self.app.size.height >= 40

    def compose_body(self) -> ComposeResult:
        yield ProgressStrip(id="strip")
        with Horizontal(id="pages"):
            with VerticalScroll(id="how", can_focus=False):
                yield Prose(id="prose")
            with Vertical(id="see"):
                yield self.text("", "heading", id="question")
                yield ChoiceList(id="list", more=self.words("ui.common.more"))
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
            self._lay_out()

    # Drawing -------------------------------------------------------------------------------

    def redraw(self) -> None:
        """Show the card; another one begins with how, or with what was seen of it."""
        if self._shown != self.station.check:
            self._shown = self.station.check
            self._part = "how"
            if self.is_roomy or self.session.walk.entry(self.station.check):
                self._part = "see"
            self.notice()
            self.query_one(TitleBar).show(self.heading, self.aside)
            self.query_one("#prose", Prose).show(self._how())
            self.query_one("#how").scroll_home(animate=False)
            self._draw()
            self._focus_part()
        else:
            self._draw()

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
        self._draw_strip()
        self._lay_out()
        question, choices = self._asked()
        self.set_text("#question", question)
        self.query_one(ChoiceList).show(choices)
        self.set_text("#said", self._said())
        self.query_one(GoButton).label = self._go_label()

    def _lay_out(self) -> None:
        writing = self._part == "note"
        self.query_one("#how").display = self.is_roomy or self._part == "how"
        self.query_one("#see").display = self.is_roomy or self._part != "how"
        self.query_one(ChoiceList).display = not writing
        self.query_one("#note").display = writing

    def _draw_strip(self) -> None:
        words = self.words
        cards = self.session.asked
        ids = [card.check.id for card in cards]
        at = ids.index(self.station.check) if self.station.check in ids else -1
        marks = Marks(*(words(f"ui.check.{key}") for key in ("done", "skipped", "open")))
        self.query_one(ProgressStrip).show(
            words("ui.check.progress", n=at + 1, total=len(ids)),
            [_STATES[card.status] for card in cards],
            at,
            marks,
        )

    def _how(self) -> list[Item]:
        words, say_ = self.words.checks[self.station.check], self.words
        items = [Item(words.purpose), Item("")]
        if self.card.mode is Mode.WATCH:
            items.append(Item(say_("ui.check.watch"), style="bold"))
        elif self.card.mode is Mode.OPTIONAL:
            items.append(Item(say_("ui.check.optional"), style="bold"))
        items += [Item(step, f"{n}.") for n, step in enumerate(words.steps, 1)]
        items += [Item(line, f"{say_('ui.check.stop')}:") for line in words.stop]
        if words.do_not and words.do_not not in words.stop:
            items.append(Item(words.do_not, "!"))
        items += [Item(line, f"{say_('ui.check.invalid')}:") for line in words.invalid]
        return items

    def _asked(self) -> tuple[str, list[Choice]]:
        """The question and choices of the part that is shown."""
        words, parts = self.words, self.parts
        part = self._part
        if part in ("left", "right"):
            title = f"{words(f'ui.check.{part}_title')}\n{words(f'ui.check.{part}_text')}"
            return title, parts.side_answers(part)
        if part == "side":
            return parts.side_question(), parts.sides()
        if part == "state":
            return words("ui.check.state_title"), parts.states()
        if part == "reason":
            return words("ui.check.reason_title"), parts.reasons()
        if part == "match":
            return words("ui.check.match_title"), parts.matches(self._reason)
        if part == "note":
            return words("ui.check.note_title"), []
        question = words.checks[self.station.check].question
        if self.card.check.sides is Sides.PAIRED and not parts.is_apart:
            question = f"{question}\n{words('ui.check.paired')}"
        return question, parts.answers()

    def _said(self) -> str:
        """State, side and note as recorded, and the answers of an earlier screening."""
        if self._part not in ("see", "how"):
            return ""
        words = self.words
        entry = self.session.walk.entry(self.station.check)
        lines = []
        if entry.get("side"):
            lines.append(words(f"ui.check.{entry['side']}"))
        if entry.get("state"):
            state = words(f"readiness.states.{entry['state']}.label")
            lines.append(words("ui.check.state_line", state=state))
        if entry.get("note"):
            lines.append(words("ui.check.note_line", note=say.short(entry["note"], 120)))
        before = self.session.before
        if before is not None and (old := before.checks.get(self.station.check)):
            every = dict.fromkeys((*old.answers, *old.left, *old.right))
            said = say.answers(words, self.station.check, list(every))
            if said:
                lines.append(words("ui.check.last_time", answers=said))
        return "\n".join(lines)

    def _go_label(self) -> str:
        words, part = self.words, self._part
        if part == "how":
            return words("ui.check.see")
        if part == "left":
            return words("ui.check.left_go")
        if part == "note":
            return words("ui.check.note_done")
        if part == "see" and self._may_skip and not self._has_said:
            return words("ui.check.optional_skip")
        if part in ("see", "right", "state") and not self._next_part(part):
            key = "back_to_review" if self.session.is_reviewing else "next"
            return words(f"ui.check.{key}")
        return words("ui.common.go")

    @property
    def _has_said(self) -> bool:
        return bool(set(self.session.walk.entry(self.station.check)) - {"note", "state"})

    @property
    def _may_skip(self) -> bool:
        return self.card.mode is Mode.OPTIONAL

    # Intents -------------------------------------------------------------------------------

    def on_choice_list_taken(self, event: ChoiceList.Taken) -> None:
        if self._part == "how":
            return
        taken = {
            "see": self._take_answer,
            "left": self._take_on_side,
            "right": self._take_on_side,
            "side": self._take_side,
            "state": self._take_state,
            "reason": self._take_reason,
            "match": self._take_match,
        }
        taken[self._part](event.id)

    def _take_answer(self, choice: str) -> None:
        if choice == DIFFER:
            self._go_to("left")
        elif choice == CANNOT:
            self._take_cannot()
        elif self.save(self.session.walk.choose(self.station.check, choice)):
            self._focus_after(choice)

    def _take_cannot(self) -> None:
        if self.session.walk.entry(self.station.check).get("not_seen"):
            self.save(self.session.walk.clear(self.station.check))
        else:
            self._go_to("reason")

    def _take_on_side(self, choice: str) -> None:
        if self.save(self.session.walk.choose(self.station.check, choice, self._part)):
            self._focus_after(choice)

    def _focus_after(self, choice: str) -> None:
        """After an answer the button that leads on; after taking one back, the list."""
        choices = self.query_one(ChoiceList)
        chosen = any(c.id == choice and c.is_chosen for c in choices.choices)
        if chosen:
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
        new_day = reason == "crying" and self._cried_before_today()
        if not self.save(self.session.walk.not_seen(self.station.check, reason, new_day)):
            return
        self._reason = reason
        if self.parts.matches(reason):
            self._go_to("match")
        else:
            self._advance("see")

    def _cried_before_today(self) -> bool:
        """Whether the baby cried at this check on an earlier day of this screening."""
        services = self.session.services
        history = services.store.history(self.session.id, f"checks.{self.station.check}")
        cried = [e.at for e in history if e.value and e.value.get("not_seen") == "crying"]
        return bool(cried) and cried[-1].date() < services.clock().date()

    def _take_match(self, choice: str) -> None:
        if choice == NONE:
            self._advance("see")
        elif self.save(self.session.walk.choose(self.station.check, choice)):
            self._go_to("see")

    def on_go_button_pressed(self) -> None:
        part = self._part
        if part == "how":
            self._go_to("see")
        elif part == "note":
            self.flush()
            self._go_to("see")
        elif part in ("left", "right") and not self.session.walk.entry(self.station.check).get(part):
            self.notice(self.words("ui.check.pick_side"))
            self.focus_on(self.query_one(ChoiceList))
        elif part == "see" and not self._has_said and not self._may_skip:
            self.notice(self.words("ui.check.pick"))
            self.focus_on(self.query_one(ChoiceList))
        else:
            self._advance(part)

    def _advance(self, part: str) -> None:
        """On to what is still to be asked of this check, or to the next one."""
        after = self._next_part(part)
        if after:
            self._go_to(after)
        else:
            self.forward()

    def _next_part(self, part: str) -> str:
        parts = self.parts
        if part in ("reason", "match"):
            return "see"
        if part == "left":
            return "right"
        if part == "see" and parts.open_side:
            return parts.open_side
        if parts.needs_side and part != "side":
            return "side"
        entry = self.session.walk.entry(self.station.check)
        seen = bool(entry.get("answers") or entry.get("left"))
        asked = entry.get("state") or self.station.check in self._state_unknown
        if seen and self.card.mode.is_hands_on and not asked and part != "state":
            return "state"
        return ""

    def action_how(self) -> None:
        if not self.is_roomy:
            self._go_to("see" if self._part == "how" else "how")

    def action_state(self) -> None:
        if self.card.mode.is_hands_on:
            self._go_to("state")

    def action_note(self) -> None:
        entry = self.session.walk.entry(self.station.check)
        self.query_one(Words).text = say.plain(str(entry.get("note") or ""))
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
            self.tone.jump(Station("review"))
        else:
            super().action_back()
