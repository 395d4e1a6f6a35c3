"""What a later version says otherwise than the first result, in clinicians' words."""

from __future__ import annotations

from collections.abc import Iterator

from tonecheck.report.view.blocks import Fact
from tonecheck.report.view.phrases import Phrases
from tonecheck.report.view.seen import entry_lines
from tonecheck.report.view.signs import sign_name
from tonecheck.screening.document import Screening


def replaced_fact(say: Phrases, screening: Screening) -> tuple[Fact, ...]:
    """What was said at first of all that was changed since; nothing where that is nothing."""
    lines = "; ".join(_lines(say, screening))
    return (Fact(label=say("replaced.title"), value=lines, strong=True),) if lines else ()


def _lines(say: Phrases, screening: Screening) -> Iterator[str]:
    replaced = screening.replaced
    for sign, given in replaced.urgent.items():
        name = sign_name(say, screening, sign)
        yield say("seen.line", check=name, answer=say(f"replaced.{given}"))
    if replaced.worry:
        said = say(f"replaced.{replaced.worry}")
        yield say("seen.line", check=say("worry.level"), answer=said)
    for check in say.pack.protocol.checks:
        if (entry := replaced.checks.get(check.id)) is not None:
            answer = ", ".join(entry_lines(say, check.id, entry)) or say("not_seen.no_reason")
            yield say("seen.line", check=say.check(check.id), answer=answer)
