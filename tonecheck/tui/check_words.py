"""What a check's page says for the part of it that is shown; no screen, no disk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tonecheck import figures
from tonecheck.protocol.check import Mode, Sides
from tonecheck.screening.entries import fits_none
from tonecheck.screening.walk import Card, Status
from tonecheck.tui import say
from tonecheck.tui.check_parts import CANNOT, DIFFER, WHICH, CheckParts
from tonecheck.tui.cut import cut
from tonecheck.tui.draw_ahead import Picture
from tonecheck.tui.session import Session, Station
from tonecheck.tui.widgets.choice_list import Choice, More
from tonecheck.tui.widgets.progress import SIGNS, ProgressStrip
from tonecheck.tui.widgets.prose import Item

SIDES = ("left", "right")
LEADS_ON = ("side", "state", "reason", "match")
"""The parts of one answer each, which leads on at once."""
LAST = {DIFFER: "differ", CANNOT: "cannot"}


class CheckPage:
    """One card as the session stands."""

    def __init__(self, session: Session, check: str) -> None:
        self._session = session
        self._say = session.pack.words
        self.check = check
        self.words = self._say.checks[check]
        self.card: Card = session.walk.card(check)
        self.entry = session.walk.entry(check)
        self.parts = CheckParts(session.pack, self.card, self.entry)

    @property
    def has_said(self) -> bool:
        """Whether anything but a note or a state is recorded."""
        return bool(set(self.entry) - {"note", "state"})

    @property
    def may_skip(self) -> bool:
        return self.card.mode is Mode.OPTIONAL

    @property
    def says_only_differ(self) -> bool:
        """Whether the sides are said to differ without an answer for each."""
        return self.parts.says_differ and not self.parts.is_apart

    def how(self) -> list[Item]:
        """Purpose, steps, when to stop, what must not be done, what does not count."""
        words, say_ = self.words, self._say
        items = [Item(words.purpose), Item("")]
        if self.card.mode is Mode.WATCH:
            items.append(Item(say_("ui.check.watch"), style="bold"))
        elif self.may_skip:
            items.append(Item(say_("ui.check.optional"), style="bold"))
        items += [Item(step, f"{n}.") for n, step in enumerate(words.steps_at(self.card.mode), 1)]
        items += [_stop(say_("ui.check.stop"), line) for line in words.stop]
        if words.do_not and words.do_not not in words.stop:
            items.append(Item(words.do_not, "!"))
        items += [Item(line, f"{say_('ui.check.invalid')}:") for line in words.invalid]
        return items

    def asked(self, part: str, reason: str = "") -> tuple[str, list[Choice]]:
        """The question and choices of a part."""
        say_, parts = self._say, self.parts
        if part in SIDES:
            title = f"{say_(f'ui.check.{part}_title')}\n{say_(f'ui.check.{part}_text')}"
            if self.card.check.takes_many(by_side=True):
                title = f"{title} {say_('ui.check.many')}"
            again = say.same_again(say_, self.card.check, self.entry, part)
            return "\n".join(filter(None, (title, again))), parts.side_answers(part)
        if part in LEADS_ON:
            return self._asked_once(part, reason)
        if part == "note":
            return say.note_title(say_, self.entry), []
        question = self.words.question
        if self.card.check.takes_many():
            question = f"{question} {say_('ui.check.many')}"
        if self.card.check.sides is Sides.PAIRED and not parts.is_apart:
            question = f"{question}\n{say_('ui.check.paired')}"
        return question, parts.answers()

    def _asked_once(self, part: str, reason: str) -> tuple[str, list[Choice]]:
        """What has one answer, which leads on; that is said until there is one."""
        parts = self.parts
        asked = {
            "side": lambda: (parts.side_question(), parts.sides()),
            "state": lambda: (self._say("ui.check.state_title"), parts.states()),
            "reason": lambda: (self._say("ui.check.reason_title"), parts.reasons()),
            "match": lambda: (self._say("ui.check.match_title"), parts.matches(reason)),
        }
        question, choices = asked[part]()
        if not any(choice.is_chosen for choice in choices):
            question = f"{question} {self._say('ui.check.leads_on')}"
        return question, choices

    def said(self) -> str:
        """Side, state and note as recorded, and the answers of an earlier screening."""
        say_, entry = self._say, self.entry
        lines = []
        if side := entry.get("side"):
            question = say.side_asked(say_, self.card.check, entry)
            lines.append(
                say_("ui.check.side_line", question=question, side=say_(f"ui.check.{side}"))
            )
        if entry.get("state"):
            state = say_(f"readiness.states.{entry['state']}.label")
            lines.append(say_("ui.check.state_line", state=state))
        if entry.get("note"):
            lines.append(say_("ui.check.note_line", note=cut(str(entry["note"]), 120)))
        before = self._session.before
        if before is not None and (old := before.checks.get(self.check)):
            every = dict.fromkeys((*old.answers, *old.left, *old.right))
            if text := say.answers(say_, self.check, list(every)):
                lines.append(say_("ui.check.last_time", answers=text))
        return "\n".join(lines)

    def go_label(self, part: str, is_last: bool) -> str:
        """What the button that leads on says; `is_last` when the next check follows."""
        if part == "how":
            key = "check.see"
        elif part == "left" and not self.says_only_differ:
            key = "check.left_go"
        elif part == "right" and self.parts.open_side == "left":
            key = "check.right_go"
        elif part == "note":
            key = "check.note_done"
        elif part == "see" and self.may_skip and not self.has_said:
            key = "check.optional_skip"
        elif part in ("see", "right", "state") and is_last:
            at = Station("check", self.check)
            key = "check.back_to_review" if self._session.comes_back(at) else "check.next"
        else:
            key = "common.go"
        return self._say(f"ui.{key}")

    def next_part(self, part: str, is_state_unknown: bool) -> str:
        """What is still to be asked of this check after a part; empty when nothing is."""
        if part in ("reason", "match"):
            return "see"
        if part == "left" and self.parts.is_apart:
            return "right"
        if part in ("see", "right", "state") and self.parts.open_side:
            return self.parts.open_side
        if part == "state" and not self.has_said:
            return "see"
        if self.parts.needs_side and part != "side":
            return "side"
        entry = self.entry
        seen = fits_none(entry) or bool(entry.get("answers") or entry.get("left"))
        is_known = bool(self.entry.get("state")) or is_state_unknown
        if seen and self.card.mode.is_hands_on and not is_known and part != "state":
            return "state"
        return ""

    def figure(self, choice: str, part: str) -> tuple[str, bool]:
        """The figure of a choice, or of how the check is done, and whether it is mirrored."""
        if choice in (DIFFER, WHICH):
            choice = self.parts.derived or choice
        figure = figures.answer_id(self.check, choice) if choice else figures.how_id(self.check)
        mirrored = part == "right"
        if part == "side" and choice in ("left", "right", "unknown"):
            chosen = (a for a in self.entry.get("answers", ()) if a in self._sided)
            answer = next(chosen, next(iter(self._sided), ""))
            figure = figures.answer_id(self.check, answer if choice != "unknown" else "")
            mirrored = choice == "right"
        return figure, mirrored

    def large_figures(self, choice: str, part: str) -> list[tuple[str, bool]]:
        """What to show large: the choice's figure, or how it is done and what never to do."""
        shown = [self.figure(choice, part)]
        if not choice:
            shown.append((figures.dont_id(self.check), False))
        pack = self._session.pack
        found = [(figure, mirrored) for figure, mirrored in shown if figures.has(pack, figure)]
        return found or [(figures.how_id(self.check), False)]

    def more(self, choices: Sequence[Choice]) -> More:
        """What stands for the choices out of sight: the keys of those that always come last."""
        last = [c for c in choices if c.id in LAST]
        ways = tuple((c.key, self._say(f"ui.check.more.{LAST[c.id]}")) for c in last)
        return More(self._say("ui.check.more.rest" if ways else "ui.common.more"), ways)

    def picture(self, choice: str, part: str, columns: int, rows: int) -> Picture | None:
        """That figure at a size of the terminal; None where there is none."""
        figure, mirrored = self.figure(choice, part)
        if not figures.has(self._session.pack, figure):
            return None
        return Picture(figure, mirrored, columns, rows)

    def answer_pictures(self, part: str, columns: int, rows: int) -> Iterator[Picture]:
        """The pictures of all answers of a part; for the side, of each answer that can have one."""
        shown = [self.figure(choice.id, part) for choice in self.asked(part)[1]]
        if part == "side":
            shown = [
                (figures.answer_id(self.check, answer), mirrored)
                for answer in self._sided
                for mirrored in (False, True)
            ]
        for figure, mirrored in shown:
            if figures.has(self._session.pack, figure):
                yield Picture(figure, mirrored, columns, rows)

    @property
    def _sided(self) -> list[str]:
        return [answer.id for answer in self.card.check.answers if answer.sided]


def _stop(label: str, line: str) -> Item:
    """A line after its label, which is not said twice where the line begins with it."""
    after = line.removeprefix(f"{label} ")
    return Item(line, f"{label}:") if after == line else Item(after, label)


def draw_strip(strip: ProgressStrip, session: Session, check: str) -> None:
    """Show where in the checks this one is, and what has become of the others."""
    words = session.pack.words
    ids = session.walk.counted
    cards = [session.walk.card(id_) for id_ in ids]
    at = ids.index(check) if check in ids else -1
    named = {state: words(f"ui.check.{state}") for state in SIGNS}
    keys = ("ui.check.progress", "ui.check.progress_short")
    titles = [words(key, n=at + 1, total=len(ids)) for key in keys]
    strip.show(titles, [_state(session, card) for card in cards], at, named)


def closed_by(session: Session, check: str) -> list[str]:
    """The other checks that what was answered of this one leaves out."""
    walk = session.walk
    waiting = [c.id for c in session.pack.protocol.checks if c.needed[0] == check]
    cards = (walk.card(id_) for id_ in waiting if id_ in walk.counted)
    return [card.check.id for card in cards if _state(session, card) == "left_out"]


def _state(session: Session, card: Card) -> str:
    """What has become of a check; one that an answer closed is left out until it is told of."""
    if not card.requires or session.walk.card(card.check.needed[0]).status is Status.OPEN:
        return card.status
    is_told = card.status is Status.DONE or session.walk.entry(card.check.id).get("not_seen")
    return card.status if is_told else "left_out"
