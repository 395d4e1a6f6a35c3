"""The short paper of an emergency, and the page of an age that has no checks."""

from __future__ import annotations

from tonecheck.report.view.blocks import Block, Lines, Section, Table
from tonecheck.report.view.model import Banner
from tonecheck.report.view.phrases import Phrases
from tonecheck.report.view.seen import entry_lines, entry_marks
from tonecheck.report.view.signs import sign_name, signs_table
from tonecheck.scoring.result import Result
from tonecheck.screening.document import CheckEntry, Screening
from tonecheck.screening.plain import plain


def emergency_banner(say: Phrases, screening: Screening, result: Result, emergency: str) -> Banner:
    """What is asked for now, and the signs and findings that ask for it."""
    number = emergency or say.words("regions.words.unknown")
    lines = [
        say("signs.line", answer=say(f"signs.{answer}"), signs=sign_name(say, screening, sign.id))
        for answer in ("yes", "not_sure")
        for sign in say.pack.protocol.signs
        if screening.urgent.get(sign.id) == answer
    ]
    lines += [
        say("emergency.finding", finding=say.named(f.check, f.answer, f.side))
        for f in result.findings
        if f.level == "urgent"
    ]
    lines += [
        say("floors.situation", situation=say.words(f"situations.{situation.id}.clinical"))
        for situation in say.pack.protocol.situations
        if situation.id in screening.situations and situation.stops and not situation.private
    ]
    headline = say.words(f"result.actions.{result.action_key}.headline", emergency=number)
    clinical = say.words(f"result.actions.{result.action_key}.clinical")
    return Banner(
        headline=say("emergency.headline", headline=headline, clinical=clinical),
        lines=tuple(lines),
    )


def answers_section(say: Phrases, screening: Screening, result: Result) -> Section:
    """All answers given before the emergency, in short, and every sign asked."""
    blocks: list[Block] = [Lines(lines=(say("emergency.intro"),))]
    signs = signs_table(say, screening, result, _signs_title(say, screening))
    blocks += [signs] if signs.rows else [Lines(lines=(say("signs.none_asked"),))]
    given = _given(say, screening, say("emergency.answers_caption"))
    blocks.append(given or Lines(lines=(say("emergency.none"),)))
    return Section(id="answers", title=say("emergency.answers"), blocks=tuple(blocks))


def _given(say: Phrases, screening: Screening, caption: str) -> Table | None:
    """All answers in the order of the checks, or None without any."""
    checks = sorted(say.pack.protocol.checks, key=lambda check: check.order)
    entries = ((check.id, screening.checks.get(check.id)) for check in checks)
    rows = [
        (say.check(check), _seen(say, check, entry), plain(entry.note))
        for check, entry in entries
        if entry is not None
    ]
    head = say.texts("emergency.answers_head")
    return Table(look="answers", caption=caption, head=head, rows=tuple(rows)) if rows else None


def _signs_title(say: Phrases, screening: Screening) -> str:
    asked_at = screening.urgent_asked_at
    if asked_at is None:
        return say("signs.title")
    return say("signs.title_at", when=say.moment(asked_at.date(), f"{asked_at:%H:%M}"))


def _seen(say: Phrases, check: str, entry: CheckEntry) -> str:
    marks = [] if entry.not_seen else [f"({mark})" for mark in entry_marks(say, check, entry)]
    return "\n".join([*entry_lines(say, check, entry), *marks])


def range_section(say: Phrases, screening: Screening, result: Result) -> Section:
    """Why nothing was read at an age outside the checklist, and what was answered all the same."""
    reason = Lines(lines=(say(f"range.{result.ages.place}"),))
    given = _given(say, screening, say("range.answers_caption"))
    blocks = (reason, given) if given else (reason,)
    return Section(id="range", title=say("range.title"), blocks=blocks)
