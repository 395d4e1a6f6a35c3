"""Looking back: children, lists of screenings read by index, results and their content."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tonecheck.store import log, rows
from tonecheck.store.base import Base
from tonecheck.store.faults import reading
from tonecheck.store.packs import kept_files

if TYPE_CHECKING:
    from tonecheck.scoring.result import Result
    from tonecheck.screening.document import Screening
    from tonecheck.screening.draft import Draft


class Looking(Base):
    """What the store can show."""

    def draft(self, screening_id: str) -> Draft:
        """The present value of every field, with the screening's id and revision."""
        from tonecheck.screening.draft import Change, Draft

        with reading(self.path):
            found = self._find(screening_id)
            changes = log.changes_of(self._db, found.n)
        own = [Change("id", screening_id), Change("revision", found.revision)]
        return Draft.from_changes([*(Change(*change) for change in changes), *own])

    def history(self, screening_id: str, field: str) -> tuple[rows.Entry, ...]:
        """Every value a field has had, with its time, oldest first."""
        with reading(self.path):
            return log.history_of(self._db, self._find(screening_id).n, field)

    def children(self) -> tuple[rows.ChildRow, ...]:
        """Every child, in the order they came."""
        with reading(self.path):
            found = self._db.execute("SELECT id, created_at, details FROM children ORDER BY n")
            return tuple(rows.child_row(row) for row in found)

    def screening(self, screening_id: str) -> rows.ScreeningRow:
        """One screening's row."""
        with reading(self.path):
            n = self._find(screening_id).n
            row = self._db.execute(f"{rows.SELECT} WHERE s.n = ?", (n,)).fetchone()
            return rows.screening_row(row)

    def newest_revision(self, screening_id: str) -> int:
        """The newest finished revision of a screening; 0 while there is none."""
        with reading(self.path):
            (found,) = self._db.execute(
                """SELECT max(revision) FROM screenings
                   WHERE first = ? AND finished_at IS NOT NULL""",
                (self._find(screening_id).first,),
            ).fetchone()
            return int(found or 0)

    def screenings(
        self, child_id: str | None = None, before: rows.Position | None = None, limit: int = 50
    ) -> tuple[rows.ScreeningRow, ...]:
        """A page of screenings, newest day first; `before` is the last row's position."""
        with reading(self.path):
            child = None if child_id is None else self._find_child(child_id)
            return rows.newest(self._db, child, before, limit)

    def unfinished(self) -> tuple[rows.ScreeningRow, ...]:
        """Every screening still open, newest first."""
        with reading(self.path):
            found = self._db.execute(f"{rows.SELECT} WHERE s.finished_at IS NULL ORDER BY s.n DESC")
            return tuple(rows.screening_row(row) for row in found)

    def result(self, screening_id: str) -> Result | None:
        """The result a screening was finished with, or None while it is open."""
        from tonecheck.scoring.result import Result

        with reading(self.path):
            row = self._db.execute(
                "SELECT result FROM results WHERE screening = ?", (self._find(screening_id).n,)
            ).fetchone()
            return Result.model_validate_json(row[0]) if row else None

    def earlier_screenings(self, screening_id: str) -> tuple[Screening, ...]:
        """The finished screenings of the same child up to this one's day, oldest first.

        Of a revised screening only the last finished revision counts, and never this one's own.
        """
        with reading(self.path):
            ids = self._earlier_ids(screening_id)
        return tuple(self.draft(id_).screening() for id_ in ids)

    def pack_files(self, fingerprint: str) -> dict[str, str]:
        """The files of the content that read a finished screening, by their path."""
        with reading(self.path):
            return kept_files(self._db, fingerprint)

    def unsure_signs(self, screening_id: str) -> tuple[str, ...]:
        """The urgent signs that were answered "not sure"."""
        with reading(self.path):
            n = self._find(screening_id).n
            found = log.fields_saying(self._db, n, "urgent.", "not_sure")
            return tuple(field.removeprefix("urgent.") for field in found)

    def has_pack(self, fingerprint: str) -> bool:
        """Whether the content with this fingerprint is kept."""
        with reading(self.path):
            found = self._db.execute("SELECT 1 FROM packs WHERE fingerprint = ?", (fingerprint,))
            return found.fetchone() is not None

    def has(self, screening_id: str) -> bool:
        """Whether there is a screening with this id."""
        with reading(self.path):
            found = self._db.execute("SELECT 1 FROM screenings WHERE id = ?", (screening_id,))
            return found.fetchone() is not None

    def is_unchanged(self, screening_id: str) -> bool:
        """Whether a later version still says what the finished one before it says."""
        before = self.version_before(screening_id)
        return bool(before) and _said(self.draft(screening_id)) == _said(self.draft(before))

    def version_before(self, screening_id: str) -> str:
        """The id of the last finished version before this one; empty where there is none."""
        with reading(self.path):
            found = self._find(screening_id)
            before = self._db.execute(
                """SELECT id FROM screenings AS s JOIN results AS r ON r.screening = s.n
                   WHERE first = ? AND revision < ? ORDER BY revision DESC LIMIT 1""",
                (found.first, found.revision),
            ).fetchone()
        return before[0] if before else ""

    def versions_before(self, screening_id: str) -> list[str]:
        """The finished versions of a screening before this one, oldest first."""
        found: list[str] = []
        before = self.version_before(screening_id)
        while before:
            found.insert(0, before)
            before = self.version_before(before)
        return found

    def first_version(self, screening_id: str) -> Screening | None:
        """What the first finished version before this one says; None where there is none."""
        found = self.versions_before(screening_id)
        return self.draft(found[0]).screening() if found else None

    def _earlier_ids(self, screening_id: str) -> list[str]:
        """The last finished revision of each earlier screening."""
        found = self._db.execute(
            """SELECT s.first, s.id, s.observed_on
               FROM screenings AS s JOIN results AS r ON r.screening = s.n
               JOIN screenings AS own ON own.n = ?
               WHERE s.child = own.child AND s.first <> own.first
                 AND s.observed_on <= coalesce(own.observed_on, own.day)
               ORDER BY s.observed_on, s.n, s.revision""",
            (self._find(screening_id).n,),
        )
        last = {first: (day, id_) for first, id_, day in found}
        return [id_ for _, id_ in sorted(last.values(), key=lambda row: row[0])]


def _said(draft: Draft) -> dict[str, Any]:
    """All of a screening but what tells it from its other versions."""
    return {k: v for k, v in draft.document().items() if k not in ("id", "revision")}
