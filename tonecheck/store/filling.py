"""Filling in: every intent is one transaction, on disk before the next thing is shown."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from tonecheck.errors import StoreError
from tonecheck.store import log
from tonecheck.store.base import Base, Found
from tonecheck.store.packs import keep_pack

if TYPE_CHECKING:
    from tonecheck.protocol.pack import Pack
    from tonecheck.screening.document import Screening
    from tonecheck.screening.draft import Change


class Filling(Base):
    """Screenings in progress."""

    def start(
        self,
        child_id: str | None,
        observed_on: date | None,
        entered: str,
        pack: Pack,
        now: datetime,
    ) -> str:
        """Begin a screening and return its id.

        A known child brings along its name, its dates and what lasts of its background.
        """
        from tonecheck.screening.draft import Change

        with self._writing():
            n, id_ = self._insert(observed_on, entered, pack.fingerprint, now)
            day = observed_on and observed_on.isoformat()
            first = [Change("entered", entered), Change("observed_on", day)]
            log.append(self._db, n, [change for change in first if change.value], now)
            if child_id is not None:
                self._link(n, child_id, now)
                lasting = [f"background.{q.id}" for q in pack.protocol.background if q.lasting]
                known = log.newest_elsewhere(self._db, n, lasting)
                log.append(self._db, n, [Change(*one) for one in known], now)
        return id_

    def choose_child(self, screening_id: str, child_id: str | None, at: datetime) -> None:
        """Say which known child a screening is of; None takes the child away again."""
        from tonecheck.screening.draft import Change

        with self._writing():
            found = self._find(screening_id)
            _require_open(found, screening_id)
            if found.revision > 1:
                raise StoreError("A revision is of the same child as the screening it revises.")
            log.append(self._db, found.n, [Change("child", None)], at)
            self._db.execute("UPDATE screenings SET child = NULL WHERE n = ?", (found.n,))
            if child_id is not None:
                self._link(found.n, child_id, at)
            self._forget_childless(found.child)

    def record(self, screening_id: str, changes: Sequence[Change], at: datetime) -> None:
        """Save what one intent changed, in one transaction: it is on disk when this returns.

        Raises StoreError for a finished screening, unless only the walk moves.
        """
        if not changes:
            return
        with self._writing():
            found = self._find(screening_id)
            if found.is_finished:
                _require_walk_only(changes, found, screening_id)
            log.append(self._db, found.n, changes, at)
            for change in changes:
                self._mirror(found, change.field, change.value, at)

    def finish(self, screening_id: str, result_json: str, pack: Pack, at: datetime) -> None:
        """Close a screening with its result, and keep the content that read it."""
        from tonecheck.scoring.result import Result

        result = Result.model_validate_json(result_json)
        with self._writing():
            found = self._find(screening_id)
            _require_open(found, screening_id)
            keep_pack(self._db, pack)
            self._db.execute(
                "INSERT INTO results (screening, fingerprint, result) VALUES (?, ?, ?)",
                (found.n, pack.fingerprint, result_json),
            )
            self._db.execute(
                """UPDATE screenings SET finished_at = ?, fingerprint = ?, patterns = ?, action = ?
                   WHERE n = ?""",
                (
                    at.isoformat(),
                    pack.fingerprint,
                    " ".join(result.patterns),
                    result.action_key,
                    found.n,
                ),
            )

    def revise(self, screening_id: str, at: datetime) -> str:
        """Open a finished screening again as its next revision; the old ones stay as they are.

        It goes on from the newest revision, whichever is named; where that is still open, it is
        the one meant.
        """
        with self._writing():
            found = self._find(screening_id)
            if not found.is_finished:
                raise StoreError(f"The screening {screening_id} is not finished yet.")
            newest, revision, last_id, finished_at = self._db.execute(
                """SELECT n, revision, id, finished_at FROM screenings WHERE first = ?
                   ORDER BY revision DESC LIMIT 1""",
                (found.first,),
            ).fetchone()
            if finished_at is None:
                return str(last_id)
            id_ = self._ids()
            cursor = self._db.execute(
                """INSERT INTO screenings (id, child, first, revision, started_at, observed_on,
                                           day, observer, entered, fingerprint)
                   SELECT ?, child, first, ?, ?, observed_on, day, observer, entered, fingerprint
                   FROM screenings WHERE n = ?""",
                (id_, revision + 1, at.isoformat(), newest),
            )
            log.copy_present(self._db, newest, int(cursor.lastrowid or 0), without=("at",))
        return id_

    def add_screening(
        self, screening: Screening, pack: Pack, now: datetime, child_id: str | None = None
    ) -> str:
        """Take in a screening from elsewhere, of a known child or else of a new one.

        Returns its id; it keeps its own where that is free. Private situations are left out.
        """
        from tonecheck.screening.draft import Change, Draft

        known = pack.protocol.situation_by_id
        kept = tuple(s for s in screening.situations if s not in known or not known[s].private)
        fields = Draft.from_screening(screening.model_copy(update={"situations": kept})).fields
        own = {"id", "revision", "format"}
        changes = [Change(name, value) for name, value in fields.items() if name not in own]
        with self._writing():
            taken = self._db.execute("SELECT 1 FROM screenings WHERE id = ?", (screening.id,))
            id_ = None if taken.fetchone() else screening.id
            n, id_ = self._insert(
                screening.observed_on,
                screening.entered,
                pack.fingerprint,
                now,
                id_,
                screening.revision,
            )
            log.append(self._db, n, changes, now)
            if child_id is not None:
                child = self._find_child(child_id)
                self._db.execute("UPDATE screenings SET child = ? WHERE n = ?", (child, n))
            found = Found(n, None, n, screening.revision, is_finished=False)
            for change in changes:
                self._mirror(found, change.field, change.value, now)
        return id_

    def _insert(
        self,
        observed_on: date | None,
        entered: str,
        fingerprint: str,
        now: datetime,
        id_: str | None = None,
        revision: int = 1,
    ) -> tuple[int, str]:
        """A new screening that is its own first revision: its number and id."""
        id_ = id_ or self._ids()
        cursor = self._db.execute(
            """INSERT INTO screenings (id, first, revision, started_at, observed_on, day, entered,
                                       fingerprint)
               VALUES (?, 0, ?, ?, ?, ?, ?, ?)""",
            (
                id_,
                revision,
                now.isoformat(),
                observed_on and observed_on.isoformat(),
                (observed_on or now.date()).isoformat(),
                entered,
                fingerprint,
            ),
        )
        n = int(cursor.lastrowid or 0)
        self._db.execute("UPDATE screenings SET first = n WHERE n = ?", (n,))
        return n, id_

    def _link(self, n: int, child_id: str, at: datetime) -> None:
        """Make a screening one of a known child; an age is asked anew: the child has grown."""
        from tonecheck.screening.draft import Change

        child = self._find_child(child_id)
        self._db.execute("UPDATE screenings SET child = ? WHERE n = ?", (child, n))
        (text,) = self._db.execute("SELECT details FROM children WHERE n = ?", (child,)).fetchone()
        details = json.loads(text)
        lasting = {key: value for key, value in details.items() if not key.startswith("age_")}
        if lasting:
            log.append(self._db, n, [Change("child", lasting)], at)

    def _mirror(self, found: Found, field: str, value: Any, at: datetime) -> None:
        """Keep the list's own columns in step with the log."""
        if field == "child" and value is not None:
            self._mirror_child(found.n, value, at)
        elif field == "observed_on":
            self._db.execute(
                "UPDATE screenings SET observed_on = ?, day = coalesce(?, day) WHERE n = ?",
                (value, value, found.n),
            )
        elif field == "observer":
            text = value and str(value).encode("utf-8", "backslashreplace").decode()
            self._db.execute("UPDATE screenings SET observer = ? WHERE n = ?", (text, found.n))

    def _mirror_child(self, n: int, details: dict[str, Any], at: datetime) -> None:
        (child,) = self._db.execute("SELECT child FROM screenings WHERE n = ?", (n,)).fetchone()
        if child is None:
            cursor = self._db.execute(
                "INSERT INTO children (id, created_at, details) VALUES (?, ?, ?)",
                (self._ids(), at.isoformat(), log.to_json(details)),
            )
            self._db.execute("UPDATE screenings SET child = ? WHERE n = ?", (cursor.lastrowid, n))
        else:
            self._db.execute(
                "UPDATE children SET details = ? WHERE n = ?", (log.to_json(details), child)
            )


def _require_open(found: Found, screening_id: str) -> None:
    if found.is_finished:
        raise StoreError(
            f"The screening {screening_id} is finished and stays as it is.",
            hint="Revise it: the changes go into a new revision.",
        )


def _require_walk_only(changes: Sequence[Change], found: Found, screening_id: str) -> None:
    from tonecheck.screening.draft import WALK_ONLY

    if any(change.field not in WALK_ONLY for change in changes):
        _require_open(found, screening_id)
