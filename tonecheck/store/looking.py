"""Looking back: children, lists of screenings read by index, results and their content."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tonecheck.store import rows
from tonecheck.store.base import Base
from tonecheck.store.faults import explained
from tonecheck.store.packs import kept_files

if TYPE_CHECKING:
    from tonecheck.scoring.result import Earlier, Result


class Looking(Base):
    """What the store can show."""

    def children(self) -> tuple[rows.ChildRow, ...]:
        """Every child, in the order they came."""
        with explained(self.path):
            found = self._db.execute("SELECT id, created_at, details FROM children ORDER BY n")
            return tuple(rows.child_row(row) for row in found)

    def screening(self, screening_id: str) -> rows.ScreeningRow:
        """One screening's row."""
        with explained(self.path):
            n = self._find(screening_id).n
            row = self._db.execute(f"{rows.SELECT} WHERE s.n = ?", (n,)).fetchone()
            return rows.screening_row(row)

    def screenings(
        self, child_id: str | None = None, before: rows.Position | None = None, limit: int = 50
    ) -> tuple[rows.ScreeningRow, ...]:
        """A page of screenings, newest day first; `before` is the last row's position."""
        with explained(self.path):
            child = None if child_id is None else self._find_child(child_id)
            return rows.newest(self._db, child, before, limit)

    def unfinished(self) -> tuple[rows.ScreeningRow, ...]:
        """Every screening still open, newest first."""
        with explained(self.path):
            found = self._db.execute(f"{rows.SELECT} WHERE s.finished_at IS NULL ORDER BY s.n DESC")
            return tuple(rows.screening_row(row) for row in found)

    def result(self, screening_id: str) -> Result | None:
        """The result a screening was finished with, or None while it is open."""
        from tonecheck.scoring.result import Result

        with explained(self.path):
            row = self._db.execute(
                "SELECT result FROM results WHERE screening = ?", (self._find(screening_id).n,)
            ).fetchone()
        return Result.model_validate_json(row[0]) if row else None

    def earlier(self, screening_id: str) -> tuple[Earlier, ...]:
        """What finished screenings of the same child found, up to this one's day.

        Of a revised screening only the last finished revision counts, and never this one's own.
        """
        from tonecheck.scoring.earlier import earlier_of
        from tonecheck.scoring.result import Result

        with explained(self.path):
            found = self._find(screening_id)
            results = self._db.execute(
                """SELECT s.first, s.observed_on, r.result
                   FROM screenings AS s JOIN results AS r ON r.screening = s.n
                   JOIN screenings AS own ON own.n = ?
                   WHERE s.child = own.child AND s.first <> own.first
                     AND s.observed_on <= coalesce(own.observed_on, own.day)
                   ORDER BY s.observed_on, s.revision""",
                (found.n,),
            ).fetchall()
        last = {first: (day, text) for first, day, text in results}
        return tuple(
            earlier_of(date.fromisoformat(day), Result.model_validate_json(text))
            for day, text in last.values()
        )

    def pack_files(self, fingerprint: str) -> dict[str, str]:
        """The files of the content that read a finished screening, by their path."""
        with explained(self.path):
            return kept_files(self._db, fingerprint)
