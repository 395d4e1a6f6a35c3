"""What is asked, its answers, and beside them the picture of the one with the caret."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tonecheck.tui.widgets.boxes import Column, Passage, Row
from tonecheck.tui.widgets.choice_list import Choice, ChoiceList, More
from tonecheck.tui.widgets.figure_view import FigureView


class AskPane(Column):
    """A question above a list; where two stand side by side, a mark shows which one is on."""

    DEFAULT_CSS = """
    AskPane { width: 1fr; height: 1fr; }
    AskPane > Static { height: auto; margin: 0 0 1 0; text-style: bold; color: $accent; }
    AskPane > Horizontal { height: 1fr; }
    AskPane ChoiceList { width: 1fr; height: 1fr; }
    AskPane FigureView { margin: 0 0 0 1; color: $accent; }
    """

    def __init__(self, *, id: str, list_id: str) -> None:
        super().__init__(id=id)
        self._list_id = list_id
        self._asked = ""

    def compose(self) -> ComposeResult:
        yield Passage(markup=False)
        with Row():
            yield ChoiceList(id=self._list_id, asks=True)
            yield FigureView(id=f"{self._list_id}_picture")

    @property
    def choices(self) -> ChoiceList:
        return self.query_one(ChoiceList)

    def show(
        self, question: str, choices: Sequence[Choice], more: More, current: str | None = None
    ) -> None:
        """Show another question, or other answers to it; `current` moves the caret there.

        `more` stands for the answers that are out of sight below.
        """
        if question != self._asked:
            self._asked = question
            self.query_one(Static).update(Content(question))
        self.choices.tell_more(more)
        self.choices.show(choices, current)

    def show_picture(self, lines: Sequence[str]) -> None:
        """Show a picture beside the list; none leaves the list the whole width."""
        view = self.query_one(FigureView)
        view.display = bool(lines)
        view.show(lines)
