"""The item tables: every check that was answered, one short table for each body region."""

from __future__ import annotations

from collections.abc import Iterator

from tonecheck.protocol.check import Check, Mode, Sides
from tonecheck.report.view.blocks import Block, Bullets, CellPicture, Lines, Section, Table
from tonecheck.report.view.phrases import Phrases
from tonecheck.report.view.pictures import odd_answers, picture_of
from tonecheck.report.view.seen import entry_marks, unanswered, why_missed
from tonecheck.scoring.result import ItemReading, Missed, Result
from tonecheck.screening.document import CheckEntry, Screening
from tonecheck.screening.plain import plain

NOTE_IN_TABLE = 60
"""Characters of a longer parent's note that stand in the table; it follows in full below."""

SPARED = 20
"""Characters that are not worth cutting: saying where they go on takes as many."""


def items_section(say: Phrases, screening: Screening, result: Result) -> Section | None:
    """What was seen, left, right, state, note, reading, and boxes for the clinician.

    None where nothing was seen; checks that were not seen stand on page 1 alone.
    """
    shown = list(_shown(say, screening, result))
    if not shown:
        return None
    blocks: list[Block] = [Lines(lines=(say("items.intro"),))]
    wide = [check for check in shown if len(check.covers) > 1]
    tables = {say("items.whole"): wide}
    for region in say.pack.protocol.result.coverage.regions:
        name = say.words(f"result.regions.{region}.clinical")
        tables[name] = [c for c in shown if c.region == region and c not in wide]
    blocks += [_table(say, screening, result, n, checks) for n, checks in tables.items() if checks]
    notes = tuple(_long_notes(say, screening))
    if notes:
        blocks.append(Bullets(look="long", title=say("items.notes_title"), lines=notes))
    return Section(id="items", title=say("items.title"), blocks=tuple(blocks))


def _shown(say: Phrases, screening: Screening, result: Result) -> Iterator[Check]:
    """The checks with an answer, a note or a finding."""
    found = {finding.check for finding in result.findings}
    for check in sorted(say.pack.protocol.checks, key=lambda check: check.order):
        entry = screening.checks.get(check.id, CheckEntry())
        if entry.has_answers or plain(entry.note).strip() or check.id in found:
            yield check


def _table(
    say: Phrases, screening: Screening, result: Result, name: str, checks: list[Check]
) -> Table:
    """The checks of one part of the body, which `name` names."""
    heads = ("check", "left", "right", "state", "note", "reading", "clinician")
    days = result.ages.corrected_days
    rows = []
    for check in checks:
        entry = screening.checks.get(check.id, CheckEntry())
        readings = [item for item in result.readings if item.check == check.id]
        left, right = _sides(say, check, entry)
        rows.append(
            (
                "\n".join(_seen(say, check, screening, result, readings)),
                left,
                right,
                _state(say, check, entry, check.mode_at(*days)),
                _note(say, entry),
                "\n".join(_readings(say, result, readings, check)),
                "\n".join(f"☐ {say(f'items.blank_{key}')}" for key in _BLANKS),
            )
        )
    return Table(
        look="items",
        caption=say("items.caption", region=name, count=len(rows)),
        head=tuple(say(f"items.head_{head}") for head in heads),
        rows=tuple(rows),
        pictures=tuple(_pictures(say, screening, result, checks)),
    )


def _pictures(
    say: Phrases, screening: Screening, result: Result, checks: list[Check]
) -> Iterator[CellPicture]:
    """The figure of each finding, in the cell that tells it."""
    for row, check in enumerate(checks):
        entry = screening.checks.get(check.id, CheckEntry())
        odd = odd_answers(result, check.id)
        for column, side, answers in zip(
            (0, 1, 2), (None, "left", "right"), _columns(check, entry), strict=True
        ):
            for answer in answers:
                drawn = picture_of(say, check.id, answer, side)
                if drawn and not odd.isdisjoint({(answer, side), (answer, entry.side)}):
                    yield CellPicture(svg=drawn.svg, alt=drawn.alt, row=row, column=column)


_BLANKS = ("agree", "differ", "unchecked")


def _seen(
    say: Phrases,
    check: Check,
    screening: Screening,
    result: Result,
    readings: list[ItemReading],
) -> Iterator[str]:
    """The check's name, then the answers that belong to no one side, then marks."""
    entry = screening.checks.get(check.id, CheckEntry())
    yield say.check(check.id)
    for answer in _columns(check, entry)[0]:
        yield say.sided(check.id, answer, "unknown" if check.by_id[answer].sided else None)
    for item in readings:
        if item.derived:
            yield say("items.derived", answer=say.sided(check.id, item.answer, item.side))
    if not entry.has_answers:
        yield _reason(say, check, screening, result)
    if entry.reported_by:
        yield from (mark for mark in entry_marks(say, check.id, entry))


def _reason(say: Phrases, check: Check, screening: Screening, result: Result) -> str:
    missed = next((m for m in result.missed if m.check == check.id), None)
    reason = screening.checks[check.id].not_seen
    given = missed or Missed(check=check.id, counted=False, reason=reason)
    return unanswered(say, reason, why_missed(say, screening, given))


def _sides(say: Phrases, check: Check, entry: CheckEntry) -> tuple[str, str]:
    """What stands under left and right."""
    _, left, right = _columns(check, entry)
    return (
        "\n".join(say.answer(check.id, answer, "left") for answer in left),
        "\n".join(say.answer(check.id, answer, "right") for answer in right),
    )


def _columns(check: Check, entry: CheckEntry) -> tuple[list[str], list[str], list[str]]:
    """The answers by column: of no one side, left, right; one for both sides is in the last two."""
    none: list[str] = []
    sides = {"left": list(entry.left), "right": list(entry.right)}
    for answer in entry.answers:
        given = check.by_id[answer]
        if given.sided and entry.side in ("left", "right"):
            sides[entry.side].append(answer)
        elif check.sides is Sides.PAIRED and not given.sided and not given.whole:
            sides["left"].append(answer)
            sides["right"].append(answer)
        else:
            none.append(answer)
    return none, sides["left"], sides["right"]


def _state(say: Phrases, check: Check, entry: CheckEntry, mode: Mode) -> str:
    if not entry.was_seen:
        return ""
    if entry.state is None:
        when = "recalled" if check.recalled else "watched"
        return say(f"items.{when}" if mode is Mode.WATCH else "items.no_state")
    off = " (!)" if say.is_off_state(check.id, entry) else ""
    return f"{say.state(entry.state)}{off}"


def _note(say: Phrases, entry: CheckEntry) -> str:
    note = plain(entry.note).strip()
    if not _is_long(note):
        return note
    start = note[:NOTE_IN_TABLE]
    return say("items.note_below", start=start.rpartition(" ")[0] or start)


def _readings(
    say: Phrases, result: Result, readings: list[ItemReading], check: Check
) -> Iterator[str]:
    """The leading reading of each answer; the other rule set's where it differs or stands alone."""
    for item in readings:
        alone = [i for i in readings if i.side == item.side and not i.derived]
        leading = item.article if result.rules == "article" else item.published
        other = item.published if result.rules == "article" else item.article
        key = "reading.published" if result.rules == "article" else "reading.article"
        reading_of_other = say(key, reading=say.reading(other, is_reporter_named=False))
        reading = say.reading(leading, is_reporter_named=False)
        if leading is None and other is not None:
            reading = reading_of_other
        if len(readings) == 1:
            yield reading
        elif len(alone) == 1 and item.side and not item.derived:
            yield say("items.reading_of", what=say.side(item.side), reading=reading)
        else:
            answer = say.answer(check.id, item.answer, item.side)
            what = say("items.compared") if item.derived else answer
            yield say("items.reading_of", what=what, reading=reading)
        if item in result.sources_differ:
            yield reading_of_other
    for finding in result.findings:
        if finding.check == check.id and finding.is_of_reason:
            yield say("items.reading_unanswered", reading=say.reading(finding))


def _long_notes(say: Phrases, screening: Screening) -> Iterator[str]:
    for check, entry in screening.checks.items():
        note = plain(entry.note).strip()
        if _is_long(note):
            yield say("items.note_line", check=say.check(check), note=note)


def _is_long(note: str) -> bool:
    return len(note) > NOTE_IN_TABLE + SPARED
