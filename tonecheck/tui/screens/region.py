"""Where the parent is, only to show the right emergency number."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult

from tonecheck.tui.screens.base import BaseScreen
from tonecheck.tui.widgets.choice_list import Choice, ChoiceList, numbered

NONE = "none"


class RegionScreen(BaseScreen):
    """A list of regions; none is assumed."""

    HELP_KEY = "region"

    def __init__(self, then: Callable[[], None] | None = None) -> None:
        super().__init__()
        self._then = then

    def compose_body(self) -> ComposeResult:
        choices = self._choices()
        press = self.words("ui.region.press", n=len(choices))
        yield self.text(f"{self.words('gate.page.number')} {press}", "heading")
        is_first = self.tone.services.settings.region is None
        yield ChoiceList(choices, id="regions", bare=is_first)

    def _choices(self) -> list[Choice]:
        words = self.words
        chosen = self.tone.services.settings.region
        found = []
        for region in self.tone.way.pack.protocol.regions:
            label = words(f"regions.labels.{region.id}")
            if region.emergency:
                label = words("ui.region.number", label=label, number=region.emergency)
            found.append(Choice(region.id, label, "", "one", region.id == chosen))
        found.append(Choice(NONE, words("regions.words.none"), "", "one", chosen is None))
        return numbered(found)

    def on_mount(self) -> None:
        choices = self.query_one(ChoiceList)
        chosen = self.tone.services.settings.region
        if chosen:
            choices.show(choices.choices, current=chosen)
        choices.focus()

    def on_choice_list_taken(self, event: ChoiceList.Taken) -> None:
        self.tone.choose_region(None if event.id == NONE else event.id)
        self.tone.close()
        if self._then is not None:
            self._then()

    def action_back(self) -> None:
        self.tone.close()
        if self._then is not None:
            self._then()
