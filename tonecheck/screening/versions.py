"""What a later version of a screening says otherwise than its first result did."""

from __future__ import annotations

from tonecheck.screening.document import CheckEntry, Replaced, Screening

_SAID = {"answers", "left", "right", "side", "not_seen"}


def with_replaced(screening: Screening, first: Screening | None) -> Screening:
    """A screening that carries what it says otherwise than its `first` version, if it has one."""
    if first is None:
        return screening
    return screening.model_copy(update={"replaced": _replaced(screening, first)})


def _replaced(screening: Screening, first: Screening) -> Replaced:
    own, old = ({k: _said(e) for k, e in s.checks.items()} for s in (screening, first))
    old |= first.replaced.checks
    nothing = CheckEntry()
    checks = {**dict.fromkeys(own, nothing), **old}
    signs = first.urgent | first.replaced.urgent
    worry = first.replaced.worry or first.worry.level
    return Replaced(
        urgent={k: said for k, said in signs.items() if screening.urgent.get(k, said) != said},
        worry=worry if worry != screening.worry.level else None,
        checks={k: said for k, said in checks.items() if own.get(k, nothing) != said},
    )


def _said(entry: CheckEntry) -> CheckEntry:
    """What was answered, without the state, the note and who told it."""
    return CheckEntry(**entry.model_dump(include=_SAID))
