"""What was opened and left as it was: nothing of it is kept."""

from __future__ import annotations

from contextlib import suppress

from tonecheck.errors import StoreError
from tonecheck.tui.session import Session

_UNANSWERED = frozenset({"id", "revision", "entered", "observed_on", "child", "background"})


def same_before(session: Session) -> str:
    """The id of the finished version that this later one still repeats; empty where none."""
    store = session.services.store
    if not session.is_saved or session.is_finished or not store.is_unchanged(session.id):
        return ""
    return store.version_before(session.id)


def put_away(session: Session) -> None:
    """Leave nothing of a screening in which nothing was said: begun by mistake, or to look."""
    store = session.services.store
    with suppress(StoreError):
        if same_before(session):
            store.drop_version(session.id)
        elif _was_never_answered(session):
            store.delete_screening(session.id)


def _was_never_answered(session: Session) -> bool:
    """Whether it is a first version that was never taken past its first page."""
    draft = session.draft
    if not session.is_saved or session.is_finished or session.revision > 1:
        return False
    if draft.get("passed") or draft.get("child_typed"):
        return False
    return _UNANSWERED.issuperset(draft.document())
