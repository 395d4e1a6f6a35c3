"""The urgent signs by answer."""

from __future__ import annotations

from tonecheck.report.view.model import Section, Table
from tonecheck.report.view.phrases import Phrases
from tonecheck.screening.document import Screening
from tonecheck.screening.plain import plain_line

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


def sign_name(say: Phrases, screening: Screening, sign: str) -> str:
    """A sign in clinicians' words, with when a doctor saw it."""
    return seen_on(say, screening, f"urgent.{sign}", say.words(f"gate.{sign}.clinical"))


def seen_on(say: Phrases, screening: Screening, key: str, name: str) -> str:
    """The name of something urgent, with when a doctor saw it where one did."""
    when = screening.seen_by_doctor.get(key)
    return f"{name} ({say('signs.seen', when=plain_line(when))})" if when else name
