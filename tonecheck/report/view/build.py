"""Builds the view of one screening: all of the report, or the short paper of an emergency."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from tonecheck.protocol.pack import Pack
from tonecheck.report.privacy import (
    NO_MOMENT,
    Privacy,
    privacy_words,
    private_result,
    private_screening,
)
from tonecheck.report.view.blocks import Fact, Section
from tonecheck.report.view.closing import (
    filming_section,
    method_section,
    sources_section,
)
from tonecheck.report.view.earlier import Visit, earlier_line, earlier_section, read_again
from tonecheck.report.view.emergency import answers_section, emergency_banner, range_section
from tonecheck.report.view.front import front_sheet
from tonecheck.report.view.items import items_section
from tonecheck.report.view.marks import keywords_of
from tonecheck.report.view.model import Attachment, Origin, Overflow, ReportView
from tonecheck.report.view.parent import parent_section
from tonecheck.report.view.phrases import Phrases
from tonecheck.report.view.rules import differ_section, edges_section, trace_section
from tonecheck.report.view.signs import signs_section
from tonecheck.report.view.still import still_of
from tonecheck.scoring.earlier import readable
from tonecheck.scoring.result import Result
from tonecheck.scoring.standing import standing_advice
from tonecheck.screening.before import Before, EarlierScreenings, days_before
from tonecheck.screening.document import Screening
from tonecheck.screening.plain import plain_line

ATTACHMENT_NAME = "screening.json"
EARLIER_NAME = "earlier.json"

LONGEST_STAMPED = 30
"""Characters of a name that stands on every page; page 1 has any."""


def build_view(
    pack: Pack,
    screening: Screening,
    result: Result,
    *,
    earlier: Sequence[Screening] = (),
    made_at: datetime,
    emergency: str = "",
    privacy: Privacy = "full",
) -> ReportView:
    """Everything the report of `screening` says, ready to be shown.

    `earlier` are earlier screenings of the same child; `emergency` is the chosen region's
    number, where one is chosen; `privacy` says how much of who and when may be told, also in
    the attached answers. Same arguments, same view.
    """
    words = privacy_words(pack)
    is_whole = result.how is None and result.ages.place == "in_range"
    before = _befores(pack, screening, earlier, privacy) if is_whole else ()
    told = [private_screening(old, "full", words) for old in earlier]
    standing = standing_advice(pack, screening, result, told) if is_whole else None
    screening = private_screening(screening, privacy, words)
    result = private_result(result, privacy, words)
    made_at = NO_MOMENT if privacy == "none" else made_at
    say = Phrases(pack, privacy)
    visits = read_again(pack, [old.screening for old in before])
    attachment = _attachment(say, ATTACHMENT_NAME, "attachment", "Data", screening.to_json())
    carried = _earlier_attachment(say, before)
    number = emergency or no_number(say)
    still = still_of(say, standing, number)
    banner = emergency_banner(say, screening, result, emergency) if result.how else None
    data = Fact(
        label=say("data.title"),
        value=say("data.value", name=attachment.name, sha256=attachment.sha256),
    )
    return ReportView(
        language=pack.language,
        title=say("document.urgent_title" if banner else "document.title"),
        subject=say("document.subject"),
        keywords=keywords_of(
            attachment.sha256,
            Origin(
                fingerprint=result.content.fingerprint,
                rules=result.rules,
                privacy=privacy,
                emergency=emergency,
                earlier=carried.sha256 if carried else "",
            ),
        ),
        made_at=made_at,
        is_emergency=banner is not None,
        stamp=_stamp(say, screening, result),
        page_word=say("stamp.page"),
        of_word=say("stamp.of"),
        front=front_sheet(
            say,
            screening,
            result,
            made_at,
            data,
            banner,
            still.clinical,
            earlier_line(say, result, visits),
        ),
        overflow=Overflow(
            cut=say.words.find("report.overflow.cut"),
            lines=say.words.find("report.overflow.lines"),
            note=say.words.find("report.overflow.note"),
            notes=say.words.find("report.overflow.notes"),
            mildest=say.words.find("report.overflow.mildest"),
            title=say("overflow.title"),
            intro=say("overflow.intro"),
        ),
        sections=tuple(_sections(say, screening, result, visits, carried, len(before))),
        still=still.parent,
        parent=parent_section(say, screening, result, number, still.parent),
        attachment=attachment,
        earlier=carried,
    )


def no_number(say: Phrases) -> str:
    """What stands for the emergency number while no region is chosen."""
    return say.words("regions.words.unknown")


def _befores(
    pack: Pack, screening: Screening, earlier: Sequence[Screening], privacy: Privacy
) -> tuple[Before, ...]:
    """The earlier screenings that the content can read, oldest first, as far as may be told."""
    words = privacy_words(pack)
    return tuple(
        Before(
            screening=private_screening(old, privacy, words),
            days_before=days_before(screening, old) if privacy == "none" else None,
        )
        for old in sorted(readable(pack, earlier), key=lambda old: str(old.observed_on or ""))
    )


def _sections(
    say: Phrases,
    screening: Screening,
    result: Result,
    visits: Sequence[Visit],
    carried: Attachment | None,
    count: int,
) -> list[Section]:
    if result.how:
        return [answers_section(say, screening, result)]
    if result.ages.place != "in_range":
        outside = (range_section(say, screening, result), signs_section(say, screening, result))
        return [section for section in outside if section is not None]
    found = [
        items_section(say, screening, result),
        signs_section(say, screening, result),
        differ_section(say, screening, result),
        trace_section(say, screening, result),
        edges_section(say, screening),
        earlier_section(say, screening, result, visits, carried, count),
        filming_section(say, screening, result),
        method_section(say, result),
        sources_section(say, screening, result),
    ]
    first, *others = (section for section in found if section is not None)
    return [first.model_copy(update={"own_page": True}), *others]


def _stamp(say: Phrases, screening: Screening, result: Result) -> str:
    """Whose, of which day, which screening, under which content; it stands on every page."""
    name = screening.id or say("stamp.no_id")
    if screening.revision > 1:
        name = f"{name} ({say('stamp.edition', version=screening.revision)})"
    line = say(
        "stamp.line",
        id=name,
        version=result.content.version,
        fingerprint=result.content.fingerprint[:16],
    )
    child = plain_line(screening.child.name or "")
    whose = (child if len(child) <= LONGEST_STAMPED else "", say.told_day(screening.observed_on))
    return " · ".join((*filter(None, whose), line))


def _earlier_attachment(say: Phrases, before: tuple[Before, ...]) -> Attachment | None:
    if not before:
        return None
    text = EarlierScreenings(screenings=before).to_json()
    return _attachment(say, EARLIER_NAME, "earlier_attachment", "Supplement", text)


def _attachment(
    say: Phrases, name: str, key: str, relationship: Literal["Data", "Supplement"], text: str
) -> Attachment:
    return Attachment(
        name=name,
        relationship=relationship,
        description=say(f"document.{key}"),
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )
