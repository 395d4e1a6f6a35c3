"""Finished screenings: opened, compared, saved again, and revised as a new version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tonecheck.errors import StoreError
from tonecheck.tui.changes import looks_of
from tonecheck.tui.session import Session, Station
from tonecheck.tui.untouched import put_away

if TYPE_CHECKING:
    from tonecheck.tui.routes import Routes


class Records:
    """What can be done with a screening that is finished."""

    def __init__(self, way: Routes) -> None:
        self._way = way
        self._services = way.app.services
        self._looked_at = ""

    def _session(self, screening_id: str) -> Session:
        return Session(self._services, self._way.pack, screening_id)

    def open_result(self, screening_id: str) -> None:
        """Show what a finished screening says."""
        self._way.session = self._session(screening_id)
        self._way.show(Station("result"))

    def open_export(self, screening_id: str) -> None:
        """Save the paper of a finished screening."""
        from tonecheck.tui.screens.export import ExportScreen

        session = self._session(screening_id)
        page = ExportScreen(session.screening(), session.result(), session.earlier())
        self._way.app.open(page)

    def open_history(self, screening_id: str) -> None:
        """Show what changed up to a screening; the chart where there is nothing to compare."""
        from tonecheck.tui.screens.history import HistoryScreen

        found = looks_of(self._services, self._way.pack, screening_id)
        self._way.app.open(HistoryScreen(found, is_chart=len(found) < 2))

    def open_revision(self, screening_id: str) -> None:
        """Open a finished screening as its next version, at the list of all answers."""
        id_ = self._services.store.revise(screening_id, self._services.clock())
        self._way.session = self._session(id_)
        self._way.session.go(Station("review"))
        self._way.show(Station("review"))

    def is_from_result(self, session: Session) -> bool:
        """Whether its answers were opened from the result of the version before."""
        return session.id == self._looked_at

    def back_to_result(self, session: Session) -> None:
        """From the answers to the result they were opened from; a mere look leaves nothing."""
        before = self._services.store.version_before(session.id)
        put_away(session)
        self._way.session = self._session(before)
        self._way.swap_to(Station("result"))

    def revise(self, session: Session) -> None:
        """From the result back to the answers; a finished screening is kept as it is."""
        newest = session.newest_revision
        try:
            if self._services.store.screening(session.id).is_finished:
                id_ = self._services.store.revise(session.id, self._services.clock())
                self._way.session = self._session(id_)
            self._looked_at = self._way.running.id
            self._way.running.go(Station("review"))
        except StoreError as error:
            self._way.say_error(error)
            return
        self._way.swap_to(Station("review"))
        if session.revision < newest:
            self._way.say_later(self._way.words("ui.review.newest", n=newest))
