"""Whose unfinished screening it is and where it was left, in words."""

from __future__ import annotations

from tonecheck.protocol.pack import Pack
from tonecheck.store import ScreeningRow
from tonecheck.tui import say
from tonecheck.tui.cut import cut
from tonecheck.tui.services import Services
from tonecheck.tui.session import Session

LONGEST_NAME = 24


def stopped_at(services: Services, pack: Pack, row: ScreeningRow) -> str:
    """The name, then the check and how many there are, or the page before them."""
    words = pack.words
    name = row.child.name if row.child else ""
    who = cut(name, LONGEST_NAME) if name else words("ui.welcome.unnamed")
    walk = Session(services, pack, row.id).walk
    at = walk.resumed_at
    if at.kind != "check":
        step = words(f"help.{say.help_key(at.kind)}.title")
        return words("ui.welcome.again_step", who=who, step=step)
    n = walk.counted.index(at.check) + 1
    return words("ui.welcome.again_check", who=who, n=n, total=len(walk.counted))
