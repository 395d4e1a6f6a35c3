"""Children and their screenings: what is unfinished first, then what can be opened."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult

from tonecheck.errors import StoreError
from tonecheck.store import ChildRow, Deletion, ScreeningRow
from tonecheck.tui import say
from tonecheck.tui.screens.base import BaseScreen
from tonecheck.tui.screens.confirm import ConfirmScreen
from tonecheck.tui.widgets.choice_list import Choice, ChoiceList, numbered


class HomeScreen(BaseScreen):
    """Everything there is, on one list; taking a finished screening shows what can be done."""

    HELP_KEY = "history"

    def __init__(self) -> None:
        super().__init__()
        self._open = ""

    @property
    def heading(self) -> str:
        return self.words("ui.home.title")

    @property
    def aside(self) -> str:
        return ""

    def compose_body(self) -> ComposeResult:
        yield self.text("", "heading", id="top")
        yield ChoiceList(id="list", more=self.words("ui.common.more"))

    def on_mount(self) -> None:
        self.redraw()
        self.query_one("#list").focus()

    def on_screen_resume(self) -> None:
        if self.is_mounted:
            self.redraw()

    def redraw(self) -> None:
        """Show the list, or what can be done with the screening that is open."""
        choices = self._ways() if self._open else self._rows()
        self.query_one(ChoiceList).show(numbered(choices))
        top = self._open_title() if self._open else ""
        if not self._open and len(choices) == 1:
            top = self.words("ui.home.none")
        self.set_text("#top", top)

    def _rows(self) -> list[Choice]:
        words, store = self.words, self.tone.services.store
        found = []
        for row in store.unfinished():
            text = words("ui.home.begun", date=say.day(words, row.started_at.date()))
            label = words("ui.welcome.again", what=self.tone.way.where(row))
            found.append(Choice(f"go:{row.id}", label, text))
        for child in store.children():
            name = self._child_name(child)
            rows = [row for row in store.screenings(child.id) if row.is_finished]
            found += [self._row(row, name) for row in _latest(rows)]
            if child.birth_date:
                found.append(Choice(f"new:{child.id}", words("ui.home.new_for", name=name)))
        found.append(Choice("new:", words("ui.home.new")))
        return found

    def _row(self, row: ScreeningRow, name: str) -> Choice:
        words = self.words
        when = say.day(words, row.observed_on or row.started_at.date())
        label = words("ui.home.open_title", name=name, date=when)
        if row.revision > 1:
            label += f" ({words('ui.home.revision', n=row.revision - 1)})"
        said = [words(f"result.patterns.{p}.parent") for p in row.patterns]
        action = words(f"result.actions.{row.action}.headline", emergency=self.tone.emergency)
        return Choice(f"open:{row.id}", label, ". ".join([action, ", ".join(said)]).rstrip(". "))

    def _child_name(self, child: ChildRow) -> str:
        if child.name:
            return say.short(child.name, 30)
        if child.birth_date:
            return self.words("ui.home.unnamed_born", date=say.day(self.words, child.birth_date))
        return self.words("ui.home.unnamed")

    def _open_title(self) -> str:
        row = self.tone.services.store.screening(self._open)
        when = say.day(self.words, row.observed_on or row.started_at.date())
        name = self._child_name(row.child) if row.child else self.words("ui.home.unnamed")
        return self.words("ui.home.open_title", name=name, date=when)

    def _ways(self) -> list[Choice]:
        words = self.words
        row = self.tone.services.store.screening(self._open)
        found = [
            Choice("open", words("ui.home.open")),
            Choice("revise", words("ui.home.revise")),
            Choice("export", words("ui.home.export")),
            Choice("compare", words("ui.home.compare")),
            Choice("delete", words("ui.home.delete")),
        ]
        if row.child:
            name = self._child_name(row.child)
            found.append(Choice("delete_child", words("ui.home.delete_child", name=name)))
        return [*found, Choice("back", words("ui.home.back"))]

    def on_choice_list_taken(self, event: ChoiceList.Taken) -> None:
        kind, _, id_ = event.id.partition(":")
        way = self.tone.way
        try:
            if kind == "go":
                way.go_on(id_)
            elif kind == "new":
                way.begin(id_ or None)
            elif not self._open:
                self._open = id_
                self.redraw()
            else:
                self._do(kind)
        except StoreError as error:
            self.notice(f"{error.message} {error.hint}".strip())

    def _do(self, kind: str) -> None:
        way, id_ = self.tone.way, self._open
        if kind == "back":
            self.action_back()
        elif kind == "open":
            way.records.open_result(id_)
        elif kind == "revise":
            way.records.open_revision(id_)
        elif kind == "export":
            way.records.open_export(id_)
        elif kind == "compare":
            way.records.open_history(id_)
        else:
            self._ask_delete(kind)

    def _ask_delete(self, kind: str) -> None:
        words, store, id_ = self.words, self.tone.services.store, self._open
        row = store.screening(id_)
        if kind == "delete_child" and row.child:
            child = row.child
            gone = store.deletion_of_child(child.id)
            lines = [words("ui.delete.child", name=self._child_name(child), n=len(gone.screenings))]
            self._confirm(lines, lambda: store.delete_child(child.id))
            return
        gone = store.deletion_of_screening(id_)
        when = say.day(words, row.observed_on or row.started_at.date())
        lines = [words("ui.delete.screening", date=when)]
        if gone.child:
            lines.append(words("ui.delete.child_too", name=self._child_name(gone.child)))
        self._confirm(lines, lambda: store.delete_screening(id_))

    def _confirm(self, lines: list[str], delete: Callable[[], Deletion]) -> None:
        def then() -> None:
            try:
                delete()
            except StoreError as error:
                self.notice(f"{error.message} {error.hint}".strip())
                return
            self._open = ""
            self.redraw()
            self.notice(self.words("ui.delete.done"))

        self.tone.open(ConfirmScreen([*lines, self.words("ui.delete.papers")], then))

    def action_back(self) -> None:
        if self._open:
            self._open = ""
            self.redraw()
            self.notice()
        else:
            self.tone.close()


def _latest(rows: list[ScreeningRow]) -> list[ScreeningRow]:
    """Of each screening its newest revision, newest screening first."""
    found: dict[str, ScreeningRow] = {}
    for row in rows:
        kept = found.get(row.first_id)
        if kept is None or row.revision > kept.revision:
            found[row.first_id] = row
    return list(found.values())
