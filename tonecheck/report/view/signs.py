"""The urgent signs by answer."""

from __future__ import annotations

from tonecheck.report.view.front import sign_name
from tonecheck.report.view.model import Section, Table
from tonecheck.report.view.phrases import Phrases
from tonecheck.screening.document import Screening

_ANSWERS = ("yes", "not_sure", "no")


def signs_section(say: Phrases, screening: Screening) -> Section | None:
    """Every urgent sign that was asked; None where none was, as page 1 says."""
    table = signs_table(say, screening)
    if not table.rows:
        return None
    return Section(id="signs", title=say("signs.section"), blocks=(table,))


def signs_table(say: Phrases, screening: Screening, caption: str = "") -> Table:
    """A row for each answer that was given, with the signs it was given to."""
    rows = []
    for answer in _ANSWERS:
        names = [
            sign_name(say, screening, sign.id)
            for sign in say.pack.protocol.signs
            if screening.urgent.get(sign.id) == answer
        ]
        if names:
            rows.append((say(f"signs.{answer}"), "; ".join(names)))
    return Table(
        look="signs",
        caption=caption,
        head=(say("signs.head_answer"), say("signs.head_sign")),
        rows=tuple(rows),
    )
