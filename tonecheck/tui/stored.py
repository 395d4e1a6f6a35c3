"""What is stored of a screening, without the answers that today's content does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tonecheck.protocol.pack import Pack
from tonecheck.screening.draft import Draft
from tonecheck.screening.outdated import outdated

if TYPE_CHECKING:
    from tonecheck.tui.services import Services


def draft_of(services: Services, pack: Pack, screening_id: str) -> Draft:
    """The draft of a screening as today's content can read it."""
    draft = services.store.draft(screening_id)
    return draft.changed(*outdated(pack.protocol, draft))


def unread(services: Services, pack: Pack, screening_id: str) -> tuple[str, ...]:
    """The checks of which an answer is stored that today's content does not have."""
    changes = outdated(pack.protocol, services.store.draft(screening_id))
    return tuple(change.field.partition(".")[2] for change in changes)
