"""A question before something is gone for good; the safe answer comes first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.app import ComposeResult

from tonecheck.tui.screens.base import BaseScreen
from tonecheck.tui.widgets.choice_list import Choice, ChoiceList, numbered


class ConfirmScreen(BaseScreen):
    """Says what goes, and asks."""

    HELP_KEY = "delete"

    def __init__(self, lines: Sequence[str], then: Callable[[], None]) -> None:
        super().__init__()
        self._lines_said = tuple(lines)
        self._then = then

    def compose_body(self) -> ComposeResult:
        for line in self._lines_said:
            yield self.text(line, "gap")
        yield ChoiceList(
            numbered(
                [
                    Choice("no", self.words("ui.delete.no")),
                    Choice("yes", self.words("ui.delete.yes")),
                ]
            ),
            id="sure",
        )

    def on_mount(self) -> None:
        self.query_one("#sure").focus()

    def on_choice_list_taken(self, event: ChoiceList.Taken) -> None:
        self.tone.close()
        if event.id == "yes":
            self._then()

    def action_back(self) -> None:
        self.tone.close()
