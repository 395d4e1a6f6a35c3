"""Deleting for good, after saying what would go."""

from __future__ import annotations

from tonecheck.errors import StoreError
from tonecheck.store import erase, rows
from tonecheck.store.base import Base
from tonecheck.store.faults import explained, reading


class Deleting(Base):
    """What the store forgets."""

    def deletion_of_screening(self, screening_id: str) -> rows.Deletion:
        """What `delete_screening` would take: all revisions, and a child left without any."""
        with reading(self.path):
            found = self._find(screening_id)
            gone = erase.family(self._db, found.first)
            child = gone[0].child
            stays = child is None or len(self._of_child(found.child)) > len(gone)
            return rows.Deletion(gone, None if stays else child)

    def deletion_of_child(self, child_id: str) -> rows.Deletion:
        """What `delete_child` would take."""
        with reading(self.path):
            n = self._find_child(child_id)
            row = self._db.execute(
                "SELECT id, created_at, details FROM children WHERE n = ?", (n,)
            ).fetchone()
            return rows.Deletion(erase.of_child(self._db, n), rows.child_row(row))

    def delete_screening(self, screening_id: str) -> rows.Deletion:
        """Delete a screening with all its revisions for good, and say what went."""
        gone = self.deletion_of_screening(screening_id)
        with self._writing():
            found = self._find(screening_id)
            erase.delete_rows(
                self._db,
                self._of_family(found.first),
                found.child if gone.child else None,
            )
        self._wipe()
        return gone

    def drop_version(self, screening_id: str) -> None:
        """Delete a later version that is not finished; the versions before it stay.

        Raises StoreError for any other screening.
        """
        with self._writing():
            found = self._find(screening_id)
            if found.is_finished or found.revision == 1:
                raise StoreError("Only a later version that is not finished can be dropped.")
            erase.delete_rows(self._db, [found.n], None)
        self._wipe()

    def delete_child(self, child_id: str) -> rows.Deletion:
        """Delete a child with every screening for good, and say what went."""
        gone = self.deletion_of_child(child_id)
        with self._writing():
            n = self._find_child(child_id)
            erase.delete_rows(self._db, self._of_child(n), n)
        self._wipe()
        return gone

    def _of_family(self, first: int) -> list[int]:
        found = self._db.execute("SELECT n FROM screenings WHERE first = ?", (first,))
        return [n for (n,) in found]

    def _of_child(self, child: int | None) -> list[int]:
        found = self._db.execute("SELECT n FROM screenings WHERE child = ?", (child,))
        return [n for (n,) in found]

    def _wipe(self) -> None:
        with explained(self.path):
            erase.wipe_traces(self._db, self.path)
