"""Questions that share the same few answers, such as yes, no and not sure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.binding import Binding
from textual.message import Message

from tonecheck.tui.widgets.row_list import RowList
from tonecheck.tui.widgets.rows_in_view import Line

ROOMY = 24
"""From this screen height on a blank line parts the questions."""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a question."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Ask:
    """One question with its answers and the one given, if any."""

    id: str
    question: str
    options: tuple[Option, ...]
    given: str | None = None


class AskList(RowList):
    """Questions answered by digits, by left, right and Enter, or by a click."""

    BINDINGS = [
        Binding("left", "turn(-1)", show=False),
        Binding("right", "turn(1)", show=False),
    ]

    class Answered(Message, bubble=False):
        """A question was answered, maybe as before."""

        def __init__(self, id: str, option: str) -> None:
            super().__init__()
            self.id = id
            self.option = option

    class Unclear(Message, bubble=False):
        """Enter was pressed on a question before one of its answers was pointed at."""

    def __init__(
        self, *, id: str | None = None, classes: str | None = None, more: str = ""
    ) -> None:
        super().__init__(id=id, classes=classes, more=more)
        self._asks: tuple[Ask, ...] = ()
        self._pointed: int | None = None
        self._spans: dict[int, list[tuple[int, int]]] = {}

    @property
    def asks(self) -> tuple[Ask, ...]:
        return self._asks

    @property
    def row_count(self) -> int:
        return len(self._asks)

    def show(self, asks: Sequence[Ask], current: int | None = None) -> None:
        """Show other questions, or the same with other answers."""
        is_same = [ask.id for ask in asks] == [ask.id for ask in self._asks]
        self._asks = tuple(asks)
        self._pointed = None
        if current is not None:
            self.current = current
        elif not is_same:
            self.current = 0
        self.rebuild()

    @property
    def first_open(self) -> int | None:
        return next((i for i, ask in enumerate(self._asks) if ask.given is None), None)

    def watch_current(self, before: int, current: int) -> None:
        if self._pointed is not None:
            self._pointed = None
            self._built_for = -1
            self._build(self.scrollable_content_region.width)
        super().watch_current(before, current)

    def take_key(self, key: str) -> bool:
        """Answer the current question by the number of its answer."""
        if not self.has_option(key):
            return False
        self._answer(self.current, int(key) - 1)
        return True

    def has_option(self, key: str) -> bool:
        """Whether a key is the number of an answer to the current question."""
        if not self._asks or not key.isdecimal():
            return False
        return 1 <= int(key) <= len(self._asks[self.current].options)

    def _answer(self, index: int, option: int) -> None:
        ask = self._asks[index]
        self.tell(self.Answered(ask.id, ask.options[option].id))

    def action_turn(self, by: int) -> None:
        if not self._asks:
            return
        ask = self._asks[self.current]
        start = self._pointed
        if start is None:
            ids = [option.id for option in ask.options]
            start = ids.index(ask.given) if ask.given in ids else (-1 if by > 0 else len(ids))
        self._pointed = max(0, min(start + by, len(ask.options) - 1))
        self.rebuild()

    def take(self, index: int, x: int | None = None, line: int = 0) -> None:
        if x is None:
            if self._pointed is None:
                self.tell(self.Unclear())
            else:
                self._answer(index, self._pointed)
            return
        if line == self._option_line(index):
            for option, (start, end) in enumerate(self._spans.get(index, [])):
                if start <= x < end:
                    self._answer(index, option)

    def _option_line(self, index: int) -> int:
        return len(self.wrap(self._asks[index].question, self._built_for - 3))

    def row_lines(self, index: int, width: int) -> list[Line]:
        ask = self._asks[index]
        lines: list[Line] = [
            [("  ", ""), (text, "row--label")] for text in self.wrap(ask.question, width - 3)
        ]
        options: Line = [("    ", "")]
        spans: list[tuple[int, int]] = []
        x = 4
        for number, option in enumerate(ask.options):
            is_given = option.id == ask.given
            pointer = "»" if index == self.current and number == self._pointed else " "
            pieces: Line = [
                (pointer, "row--key"),
                (f"{number + 1} ", "row--key"),
                ("(x) " if is_given else "( ) ", "row--chosen" if is_given else "row--mark"),
                (option.label, "row--chosen" if is_given else "row--text"),
            ]
            wide = sum(cell_len(text) for text, _ in pieces)
            spans.append((x, x + wide))
            options += [*pieces, ("   ", "")]
            x += wide + 3
        self._spans[index] = spans
        is_apart = self.app.size.height >= ROOMY and index + 1 < len(self._asks)
        gap: list[Line] = [[("  ", "")]] if is_apart else []
        return [*lines, options, *gap]
