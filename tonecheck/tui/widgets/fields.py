"""Text fields that keep what is typed plain: no control character reaches the screen."""

from __future__ import annotations

from itertools import pairwise

from textual import events
from textual.binding import Binding
from textual.containers import Horizontal
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, TextArea

from tonecheck.screening.plain import plain, plain_line

# In a field for numbers these lead to the next one, as in 3.11.2026.
_BETWEEN = frozenset(" ./-,")


class Field(Input):
    """One line of text."""

    DEFAULT_CSS = """
    Field { height: 1; border: none; padding: 0 1; background: $panel; width: 1fr; }
    Field:focus { border: none; background: $panel; text-style: none; }
    Field > .input--placeholder { color: $text-muted; }
    Field.-invalid, Field.-invalid:focus { border: none; }
    """
    BINDINGS = [
        Binding("up", "row(-1)", show=False),
        Binding("down", "row(1)", show=False),
    ]

    class Letter(Message):
        """A letter was typed where only digits are taken."""

    def __init__(
        self,
        value: str = "",
        *,
        id: str,
        max_length: int = 500,
        digits: bool = False,
        most: int = 0,
        hint: str = "",
        is_hidden: bool = False,
    ) -> None:
        super().__init__(
            plain_line(value),
            id=id,
            max_length=max_length,
            restrict=r"[0-9]*" if digits else None,
            placeholder=hint or "_" * min(max_length, 24),
            compact=True,
            select_on_focus=digits,
            password=is_hidden,
        )
        self._digits = digits
        self._most = most

    def show(self, value: str) -> None:
        """Show another text."""
        self.value = plain_line(value)

    def mend(self) -> None:
        """Take the focus, and let what is typed take the place of the text."""
        self.focus()
        self.select_all()

    async def _on_key(self, event: events.Key) -> None:
        if self._digits and event.character in _BETWEEN:
            event.stop()
            event.prevent_default()
            self.screen.focus_next()
            return
        if self._digits and event.character and event.character.isalpha():
            self.post_message(self.Letter())
        if self._is_full and event.character and event.character.isdigit():
            event.stop()
            event.prevent_default()
            self._pass_on(event.character)
            return
        await super()._on_key(event)

    def on_click(self) -> None:
        """A click marks a number, so that what is typed takes its place."""
        if self._digits:
            self.select_all()

    def action_row(self, by: int) -> None:
        """To the nearest widget of the row below or above; down to the first while it is empty."""
        here = self.region
        there = [w for w in self.screen.focus_chain if (w.region.y - here.y) * by > 0]
        if there:
            row = min(abs(w.region.y - here.y) for w in there)
            near = [w for w in there if abs(w.region.y - here.y) == row]
            first = near[0]
            is_begun = by < 0 or not isinstance(first, Field) or first.value
            at = min(near, key=lambda w: abs(w.region.x - here.x)) if is_begun else first
            at.focus()

    @property
    def _is_full(self) -> bool:
        """Whether another digit has no room here, or would make more than the most there can be."""
        if not self._digits or not self.selection.is_empty:
            return False
        is_too_much = 0 < self._most < 10 * int(self.value or 0)
        has_room = len(self.value) != self.max_length and not is_too_much
        return self.cursor_position == len(self.value) and not has_room

    def _pass_on(self, digit: str) -> None:
        """A digit that has no room here begins the next field of the row, where that is empty."""
        row = self.parent.query_children(Field) if isinstance(self.parent, Widget) else ()
        after = next((b for a, b in pairwise(row) if a is self), None)
        if after is not None and after._digits:
            after.select_on_focus = bool(after.value)
            after.focus()
            if not after.value:
                after.value = digit
                after.cursor_position = len(digit)

    def on_blur(self) -> None:
        """A number come back to is typed over, also one begun from the field before."""
        self.select_on_focus = self._digits

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self.insert_text_at_cursor(plain_line(event.text))


class Words(TextArea):
    """A few lines of text; Tab leaves it, and so do the arrows at its ends."""

    DEFAULT_CSS = """
    Words { height: 1fr; border: none; padding: 0 1; background: $panel; }
    Words:focus { border: none; }
    """

    def __init__(self, value: str = "", *, id: str, hint: str) -> None:
        super().__init__(
            plain(value),
            id=id,
            soft_wrap=True,
            tab_behavior="focus",
            compact=True,
            highlight_cursor_line=False,
            placeholder=hint,
        )
        self.move_cursor(self.document.end)

    def show(self, value: str) -> None:
        """Show another text, the cursor behind it."""
        if self.text != plain(value):
            self.load_text(plain(value))
            self.move_cursor(self.document.end)

    def action_cursor_up(self, select: bool = False) -> None:
        if not select and self.navigator.is_first_wrapped_line(self.cursor_location):
            self.screen.focus_previous()
        else:
            super().action_cursor_up(select)

    def action_cursor_down(self, select: bool = False) -> None:
        if not select and self.navigator.is_last_wrapped_line(self.cursor_location):
            self.screen.focus_next()
        else:
            super().action_cursor_down(select)

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self.insert(plain(event.text))


def field_of(clicked: Widget, x: int) -> Field | Words | None:
    """The field that a click means: of the label it hit, or the nearest to `x` in its row."""
    row = list(clicked.query_children(Field)) if isinstance(clicked, Horizontal) else []
    if row:
        return min(row, key=lambda field: abs(x - field.region.x))
    return _field_after(clicked)


def _field_after(label: Widget) -> Field | Words | None:
    """The field that stands right after its label, if one does."""
    around = label.parent.children if isinstance(label.parent, Widget) else []
    after = [widget for before, widget in pairwise(around) if before is label]
    found = [f for widget in after for f in widget.walk_children(with_self=True)]
    return next((field for field in found if isinstance(field, Field | Words)), None)
