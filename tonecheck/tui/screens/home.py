"""Children and their screenings: what is unfinished first, then what can be opened."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult

from tonecheck.errors import StoreError
from tonecheck.store import ChildRow, ScreeningRow
from tonecheck.tui import record_words, say
from tonecheck.tui.deletions import child_going, screening_going
from tonecheck.tui.screens.base import BaseScreen
from tonecheck.tui.screens.confirm import ConfirmScreen
from tonecheck.tui.stopped_at import stopped_at
from tonecheck.tui.widgets.choice_list import Choice, ChoiceList, numbered
from tonecheck.tui.widgets.title_bar import Aside

DROP = "drop"


class HomeScreen(BaseScreen):
    """Everything there is, on one list; taking a finished screening shows what can be done."""

    HELP_KEY = "home"

    def __init__(self) -> None:
        super().__init__()
        self._open = ""

    @property
    def aside(self) -> Aside:
        return Aside()

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
        if self._open == DROP:
            choices, top = self._drops(), self.words("ui.home.drop_title")
        elif self._open:
            choices, top = self._ways(), self._open_title()
        else:
            choices = self._rows()
            top = self.words("ui.home.none") if len(choices) == 1 else ""
        self.query_one(ChoiceList).show(numbered(choices))
        self.set_text("#top", top)

    def _rows(self) -> list[Choice]:
        words, store = self.words, self.tone.services.store
        found = []
        unfinished = store.unfinished()
        for row in unfinished:
            label = words("ui.welcome.again", what=self._where(row))
            found.append(Choice(f"go:{row.id}", label, record_words.begun(self.words, row)))
        for child in store.children():
            name = self._child_name(child)
            families = self._families(child.id)
            among = [row for rows in families for row in rows]
            found += [self._row(rows, name, among) for rows in families]
            if families:
                found.append(Choice(f"new:{child.id}", words("ui.home.new_for", name=name)))
        found.append(Choice("new:", words("ui.home.new" if found else "ui.home.first")))
        if unfinished:
            found.append(Choice(DROP, words("ui.home.drop")))
        return found

    def _drops(self) -> list[Choice]:
        """What is not finished, to be deleted."""
        rows = self.tone.services.store.unfinished()
        found = [
            Choice(f"drop:{row.id}", self._where(row), record_words.begun(self.words, row))
            for row in rows
        ]
        return [*found, Choice("back", self.words("ui.home.back"))]

    def _where(self, row: ScreeningRow) -> str:
        return stopped_at(self.tone.services, self.tone.way.pack, row)

    def _families(self, child_id: str) -> list[list[ScreeningRow]]:
        """The finished versions of each screening, newest version and newest screening first."""
        store = self.tone.services.store
        found: dict[str, list[ScreeningRow]] = {}
        page = store.screenings(child_id)
        while page:
            for row in page:
                if row.is_finished:
                    found.setdefault(row.first_id, []).append(row)
            page = store.screenings(child_id, before=page[-1].position)
        return [sorted(rows, key=lambda row: -row.revision) for rows in found.values()]

    def _versions(self, row: ScreeningRow) -> list[ScreeningRow]:
        """Every finished version of a screening, newest first."""
        if row.child is None:
            return [row]
        families = self._families(row.child.id)
        return next((rows for rows in families if rows[0].first_id == row.first_id), [row])

    def _row(self, rows: list[ScreeningRow], name: str, among: Sequence[ScreeningRow]) -> Choice:
        words, row = self.words, rows[0]
        when = record_words.when(words, row, among)
        label = words("ui.home.open_title", name=name, date=when)
        if len(rows) > 1:
            label += f" ({words('ui.home.version', n=row.revision, total=row.revision)})"
        unsure = self.tone.services.store.unsure_signs(row.id)
        pack, emergency = self.tone.way.pack, self.tone.emergency
        said = record_words.outcome(pack, row.action, row.patterns, unsure, emergency)
        return Choice(f"open:{row.id}", label, said)

    def _child_name(self, child: ChildRow) -> str:
        return record_words.child_name(self.words, child)

    def _open_title(self) -> str:
        row = self.tone.services.store.screening(self._open)
        families = self._families(row.child.id) if row.child else []
        return record_words.title(self.words, row, [one for rows in families for one in rows])

    def _ways(self) -> list[Choice]:
        words = self.words
        row = self.tone.services.store.screening(self._open)
        older = self._versions(row)[1:]
        kinds = ("open", "revise", "export", "compare", "delete")
        found = [Choice(kind, words(f"ui.home.{kind}")) for kind in kinds]
        if row.child:
            name = self._child_name(row.child)
            found.append(Choice("delete_child", words("ui.home.delete_child", name=name)))
        for old in older:
            label = words("ui.home.open_version", n=old.revision, total=row.revision)
            found.append(Choice(f"open:{old.id}", label, self._closed_on(old)))
        return [*found, Choice("back", words("ui.home.back"))]

    def _closed_on(self, row: ScreeningRow) -> str:
        day = (row.finished_at or row.started_at).date()
        return self.words("ui.home.closed", date=say.day(self.words, day))

    def on_choice_list_taken(self, event: ChoiceList.Taken) -> None:
        self.notice()
        kind, _, id_ = event.id.partition(":")
        way = self.tone.way
        try:
            if kind == "go":
                way.go_on(id_)
            elif kind == "new":
                way.begin(id_ or None)
            elif kind == "drop" and id_:
                self._ask_delete(kind, id_)
            elif not self._open:
                self._open = id_ or kind
                self.redraw()
            else:
                self._do(kind, id_ or self._open)
        except StoreError as error:
            self.notice(f"{error.message} {error.hint}".strip())

    def _do(self, kind: str, id_: str) -> None:
        way = self.tone.way
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
            self._ask_delete(kind, id_)

    def _ask_delete(self, kind: str, id_: str) -> None:
        """Say all that goes, day by day, and ask."""
        words, store = self.words, self.tone.services.store
        row = store.screening(id_)
        if kind == "delete_child" and row.child:
            going = child_going(words, store, row.child)
        else:
            going = screening_going(words, store, row)

        def then() -> None:
            try:
                going.delete()
            except StoreError as error:
                self.notice(f"{error.message} {error.hint}".strip())
                return
            self._open = ""
            self.redraw()
            self.notice(words("ui.delete.done"))

        self.tone.open(ConfirmScreen(going.lines, then))

    def action_back(self) -> None:
        if self._open:
            self._open = ""
            self.redraw()
            self.notice()
        else:
            self.tone.close()
