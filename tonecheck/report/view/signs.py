"""The urgent signs, each with its answer."""

from __future__ import annotations

from tonecheck.report.view.front import sign_name
from tonecheck.report.view.model import Lines, Section, Table
from tonecheck.report.view.phrases import Phrases
from tonecheck.screening.document import Screening


def signs_section(say: Phrases, screening: Screening) -> Section:
    """Every urgent sign that was asked, in the order of asking."""
    rows = tuple(
        (sign_name(say, screening, sign.id), say(f"signs.{screening.urgent[sign.id]}"))
        for sign in say.pack.protocol.signs
        if sign.id in screening.urgent
    )
    if not rows:
        return Section(
            id="signs",
            title=say("signs.section"),
            blocks=(Lines(lines=(say("signs.none_asked"),)),),
        )
    table = Table(
        look="signs",
        caption=say("signs.title"),
        head=(say("signs.head_sign"), say("signs.head_answer")),
        rows=rows,
    )
    return Section(id="signs", title=say("signs.section"), blocks=(table,))
