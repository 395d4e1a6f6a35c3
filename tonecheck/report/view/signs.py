"""The urgent signs by answer."""

from __future__ import annotations

from tonecheck.protocol.rules import Sign
from tonecheck.report.view.blocks import Section, Table
from tonecheck.report.view.phrases import Phrases
from tonecheck.scoring.result import Result
from tonecheck.screening.document import Screening
from tonecheck.screening.plain import plain_line

_ANSWERS = ("yes", "not_sure", "no")


def noes_of_age(say: Phrases, screening: Screening, result: Result) -> list[Sign]:
    """The signs answered no that are asked at this age; an age may be mended after the asking."""
    ages = result.ages
    youngest = min(ages.calendar_days[0], ages.corrected_days[0])
    return [
        sign
        for sign in say.pack.protocol.signs
        if screening.urgent.get(sign.id) == "no"
        and (ages.place != "in_range" or sign.applies(youngest))
    ]


def signs_section(say: Phrases, screening: Screening, result: Result) -> Section | None:
    """Every urgent sign that was asked; None where none was, as page 1 says."""
    table = signs_table(say, screening, result)
    if not table.rows:
        return None
    return Section(id="signs", title=say("signs.section"), blocks=(table,))


def signs_table(say: Phrases, screening: Screening, result: Result, caption: str = "") -> Table:
    """A row for each answer that was given, with the signs it was given to."""
    rows = []
    noes = noes_of_age(say, screening, result)
    for answer in _ANSWERS:
        names = [
            sign_name(say, screening, sign.id)
            for sign in say.pack.protocol.signs
            if screening.urgent.get(sign.id) == answer and (answer != "no" or sign in noes)
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
