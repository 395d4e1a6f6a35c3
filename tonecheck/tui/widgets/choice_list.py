"""Answers to choose from: number, state as text, label, sentence and picture."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import ClassVar, Literal

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from tonecheck.tui.widgets.row_list import RowList
from tonecheck.tui.widgets.rows_in_view import Line

Mark = Literal["one", "many", "none"]
_MARKS = {
    ("one", True): "(x)",
    ("one", False): "( )",
    ("many", True): "[x]",
    ("many", False): "[ ]",
}
_GAP = 2
"""Columns between the text of a row and its picture, and before each way to a row below."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose; `key` is the digit or letter that takes it.

    `picture` holds lines of one width, shown beside the text; `heading` stands above it.
    """

    id: str
    label: str
    sentence: str = ""
    mark: Mark = "none"
    is_chosen: bool = False
    key: str = ""
    picture: tuple[str, ...] = ()
    heading: str = ""


@dataclass(frozen=True, slots=True)
class More:
    """What stands for the rows out of sight below; `ways` are keys of some, each with its word."""

    words: str
    ways: tuple[tuple[str, str], ...] = ()


class ChoiceList(RowList):
    """Choices taken by their key, by Enter or by a click; it changes nothing itself.

    Where it `asks`, Enter takes no row that the parent has not pointed at: one Enter too many
    on the page before would answer otherwise. A row just unticked is to be pointed at anew.
    Where it is `bare`, and after that, there is no caret either until a row is pointed at.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"row--picture", "row--heading"}
    DEFAULT_CSS = """
    ChoiceList > .row--picture { color: $accent; }
    ChoiceList > .row--heading { color: $accent; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take_pointed", show=False),
        Binding("tab,shift+tab", "point", show=False),
    ]

    class Taken(Message, bubble=False):
        """A choice was taken."""

        def __init__(self, id: str) -> None:
            super().__init__()
            self.id = id

    class Unclear(Message, bubble=False):
        """Enter was pressed before any choice was pointed at."""

    def __init__(
        self,
        choices: Sequence[Choice] = (),
        *,
        id: str | None = None,
        classes: str | None = None,
        more: str = "",
        asks: bool = False,
        bare: bool = False,
    ) -> None:
        super().__init__(id=id, classes=classes, more=more)
        self.asks = asks or bare
        self.is_bare = bare
        self._choices = tuple(choices)
        self._is_pointed = self._is_unticked = False
        self._above: dict[int, int] = {}
        self._ways: tuple[tuple[str, str], ...] = ()

    @property
    def choices(self) -> tuple[Choice, ...]:
        return self._choices

    @property
    def row_count(self) -> int:
        return len(self._choices)

    def show(self, choices: Sequence[Choice], current: str | None = None) -> None:
        """Show other choices, or the same with another state; `current` moves the caret there.

        In other choices it begins on the one already chosen, so that Enter changes nothing.
        """
        was, before = self.current_choice, [choice.id for choice in self._choices]
        self._choices = tuple(choices)
        ids = [choice.id for choice in self._choices]
        is_unticked = was is not None and was.is_chosen and not self._is_ticked(was.id)
        if before != ids or current is not None or is_unticked:
            self._is_pointed = False
            self._is_unticked = is_unticked
        if before != ids:
            chosen = (c.id for c in self._choices if c.mark == "one" and c.is_chosen)
            current = current or next(chosen, None)
            self.current = 0
            self.begin_unseen()
            self.scroll_to(0, 0, animate=False, force=True, immediate=True)
        self.rebuild()
        if current in ids:
            self.move_to(ids.index(current))

    @property
    def any_chosen(self) -> bool:
        return any(choice.is_chosen for choice in self._choices)

    def _is_ticked(self, id_: str) -> bool:
        return any(choice.id == id_ and choice.is_chosen for choice in self._choices)

    @property
    def current_choice(self) -> Choice | None:
        """The choice with the caret; None while there are none."""
        return self._choices[self.current] if self._choices else None

    def take_key(self, key: str) -> bool:
        """Take the choice of a digit or letter; False when no choice has it."""
        for index, choice in enumerate(self._choices):
            if key and choice.key == key:
                self.current = index
                self._is_pointed = True
                self.take(index)
                return True
        return False

    @property
    def shows_caret(self) -> bool:
        return super().shows_caret and not self._is_unpointed

    @property
    def _is_unpointed(self) -> bool:
        """Whether the list waits to show its caret."""
        return (self.is_bare or self._is_unticked) and not self._is_pointed

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tab leads to the first row where none has the caret, else on as anywhere."""
        if action == "point":
            return self._is_unpointed
        return super().check_action(action, parameters)

    def action_point(self) -> None:
        """Show the caret, from where on Enter takes the row."""
        self._is_pointed = True
        self.refresh_focus()

    def action_step(self, by: int) -> None:
        is_first = self.is_bare and self._is_unpointed
        self.action_point()
        if not is_first:
            super().action_step(by)

    def action_edge(self, to: int) -> None:
        self.action_point()
        super().action_edge(to)

    def watch_has_focus(self, has_focus: bool) -> None:
        """Who comes back by Tab has not pointed at a row again."""
        self._is_pointed = self._is_pointed and has_focus
        super().watch_has_focus(has_focus)

    def action_take_pointed(self) -> None:
        """Take the row with the caret, or say that none was pointed at."""
        if self._may_take:
            self.action_take()
        else:
            self.tell(self.Unclear())

    @property
    def _may_take(self) -> bool:
        """Whether Enter takes the row: one pointed at, or the one answer there is already."""
        choice = self.current_choice
        is_given = choice is not None and choice.mark == "one" and choice.is_chosen
        return not self.asks or self._is_pointed or is_given

    def taken_off(self, ticked: Set[str], *, is_one: bool) -> str:
        """Those of the ticked choices that are so no more, in words.

        Where one alone can stand, which `is_one` says, it moves; that needs no words in sight.
        """
        gone = [
            choice.label
            for index, choice in enumerate(self._choices)
            if choice.id in ticked and not choice.is_chosen and not (is_one and self.shows(index))
        ]
        return ", ".join(gone)

    def tell_more(self, more: More) -> None:
        """Change what the line says that stands for the rows below."""
        self._more, self._ways = more.words, more.ways

    def more_line(self) -> Line:
        """With the ways to rows below, each of which a click takes."""
        line = super().more_line()
        for key, word in self._ways:
            line += [(" " * _GAP, ""), (key, "row--key"), (f" {word}", "row--text")]
        return line

    def take_more(self, event: events.Click) -> None:
        """Take the row of the way that was clicked; the second click of a double one does not."""
        end = sum(cell_len(piece) for piece, _ in super().more_line())
        for key, word in self._ways:
            start = end + _GAP
            end = start + cell_len(f"{key} {word}")
            if start <= event.x < end:
                if event.chain == 1:
                    self.take_key(key)
                return
        super().take_more(event)

    def take(self, index: int, x: int | None = None, line: int = 0) -> None:
        if self.is_bare:
            self.action_point()
        self.tell(self.Taken(self._choices[index].id))

    def lines_above(self, index: int) -> int:
        return self._above.get(index, 0)

    def row_lines(self, index: int, width: int) -> list[Line]:
        heading = self._heading(index, width)
        self._above[index] = len(heading)
        return [*heading, *self._choice_lines(self._choices[index], width)]

    def _heading(self, index: int, width: int) -> list[Line]:
        """The heading, a blank line before it where others stand above."""
        text = self._choices[index].heading
        if not text:
            return []
        gap: list[Line] = [[("", "")]] if index else []
        return [*gap, *([(" ", ""), (line, "row--heading")] for line in self.wrap(text, width - 2))]

    def _choice_lines(self, choice: Choice, width: int) -> list[Line]:
        if not choice.picture:
            return self._text_lines(choice, width)
        beside = width - len(choice.picture[0]) - _GAP
        lines: list[Line] = []
        for text, drawn in zip_longest(self._text_lines(choice, beside), choice.picture):
            pieces = text or [("  ", "")]
            used = sum(cell_len(piece) for piece, _ in pieces)
            pad = (" " * max(0, beside + _GAP - used), "")
            lines.append([*pieces, pad, (drawn or "", "row--picture")])
        return lines

    def _text_lines(self, choice: Choice, width: int) -> list[Line]:
        mark = _MARKS.get((choice.mark, choice.is_chosen), "")
        state = "row--chosen" if choice.is_chosen else "row--mark"
        key_width = max((len(c.key) for c in self._choices), default=0)
        indent = 2 + (key_width + 1 if key_width else 0) + (len(mark) + 1 if mark else 0)
        labels = self.wrap(choice.label, width - indent - 1)
        first: Line = [("  ", "")]
        if key_width:
            first.append((choice.key.rjust(key_width) + " ", "row--key"))
        if mark:
            first.append((mark + " ", state))
        first.append((labels[0], "row--label"))
        pad = " " * indent
        lines = [first, *([(pad, ""), (text, "row--label")] for text in labels[1:])]
        if choice.sentence:
            for text in self.wrap(choice.sentence, width - indent - 1):
                lines.append([(pad, ""), (text, "row--text")])
        return lines


def numbered(choices: Sequence[Choice]) -> list[Choice]:
    """The same choices with the digits 1 to 9 for those that have no key of their own."""
    found: list[Choice] = []
    number = 0
    for choice in choices:
        if not choice.key:
            number += 1
            if number <= 9:
                choice = replace(choice, key=str(number))
        found.append(choice)
    return found
