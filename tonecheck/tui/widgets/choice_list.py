"""Answers to choose from: number, state as text, label, sentence; all of it wrapping."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from textual.message import Message

from tonecheck.tui.widgets.row_list import Line, RowList

Mark = Literal["one", "many", "none"]
_MARKS = {
    ("one", True): "(x)",
    ("one", False): "( )",
    ("many", True): "[x]",
    ("many", False): "[ ]",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose; `key` is the digit or letter that takes it."""

    id: str
    label: str
    sentence: str = ""
    mark: Mark = "none"
    is_chosen: bool = False
    key: str = ""


class ChoiceList(RowList):
    """Choices taken by their key, by Enter or by a click; it changes nothing itself."""

    @dataclass
    class Taken(Message):
        """A choice was taken."""

        list: ChoiceList
        id: str

        @property
        def control(self) -> ChoiceList:
            return self.list

    def __init__(
        self,
        choices: Sequence[Choice] = (),
        *,
        id: str | None = None,
        classes: str | None = None,
        more: str = "",
    ) -> None:
        super().__init__(id=id, classes=classes, more=more)
        self._choices = tuple(choices)

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
        before = self._choices
        self._choices = tuple(choices)
        ids = [choice.id for choice in self._choices]
        if current is not None and current in ids:
            self.current = ids.index(current)
        elif [choice.id for choice in before] != ids:
            self.current = next(
                (i for i, c in enumerate(self._choices) if c.mark == "one" and c.is_chosen), 0
            )
            self.scroll_to(0, 0, animate=False, force=True, immediate=True)
        self.rebuild()

    @property
    def any_chosen(self) -> bool:
        return any(choice.is_chosen for choice in self._choices)

    def take_key(self, key: str) -> bool:
        """Take the choice of a digit or letter; False when no choice has it."""
        for index, choice in enumerate(self._choices):
            if key and choice.key == key:
                self.current = index
                self.take(index)
                return True
        return False

    def take(self, index: int, x: int | None = None, line: int = 0) -> None:
        self.post_message(self.Taken(self, self._choices[index].id))

    def row_lines(self, index: int, width: int) -> list[Line]:
        choice = self._choices[index]
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
                choice = Choice(
                    choice.id,
                    choice.label,
                    choice.sentence,
                    choice.mark,
                    choice.is_chosen,
                    str(number),
                )
        found.append(choice)
    return found
