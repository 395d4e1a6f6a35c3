"""What a later version says otherwise than the first result, in clinicians' words."""

from __future__ import annotations

from collections.abc import Iterator

from tonecheck.report.view.blocks import Fact
from tonecheck.report.view.phrases import Phrases
from tonecheck.report.view.seen import entry_lines
from tonecheck.report.view.signs import sign_name
from tonecheck.screening.document import CheckEntry, Screening, YesNo


def replaced_fact(say: Phrases, screening: Screening) -> tuple[Fact, ...]:
    """All that was changed, as it was said at first and now; nothing where that is nothing.

    An older content may have asked what this one does not know: of that nothing is said.
    """
    lines = tuple(
        say("replaced.line", what=what, first=first, now=now)
        for what, first, now in _changes(say, screening)
    )
    return (Fact(label=say("replaced.title"), value="\n".join(lines)),) if lines else ()


def _changes(say: Phrases, screening: Screening) -> Iterator[tuple[str, str, str]]:
    replaced = screening.replaced

    def told(given: YesNo | None) -> str:
        return say(f"replaced.{given}") if given else say("not_seen.no_reason")

    def seen(check: str, entry: CheckEntry | None) -> str:
        lines = entry_lines(say, check, entry) if entry else []
        return ", ".join(lines) or say("not_seen.no_reason")

    for sign in say.pack.protocol.signs:
        if first := replaced.urgent.get(sign.id):
            now = screening.urgent.get(sign.id)
            yield sign_name(say, screening, sign.id), told(first), told(now)
    if replaced.worry:
        yield say("worry.level"), told(replaced.worry), told(screening.worry.level)
    for check in say.pack.protocol.checks:
        entry = replaced.checks.get(check.id)
        if entry is not None and check.by_id.keys() >= {*entry.answers, *entry.left, *entry.right}:
            now_seen = seen(check.id, screening.checks.get(check.id))
            yield say.check(check.id), seen(check.id, entry), now_seen
