"""The published rule set says what the decision table of the evidence says, cell by cell."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from tests.factories import at_months, clear_gate
from tonecheck.protocol.check import Check
from tonecheck.protocol.months import first_day
from tonecheck.protocol.pack import Pack
from tonecheck.protocol.reading import Direction, How, Level
from tonecheck.scoring.score import score

Block = tuple[list[str], dict[str, list[str]]]

LEVELS = {"T": "typical", "X": "noted", "R": "recheck", "D": "doctor", "P": "prompt", "E": "urgent"}
MODES = {"S": "skip", "L": "leave", "w": "watch", "o": "optional", "d": "do"}

# Where the content departs from the table: answer, ages, what it says, and why.
DEPARTURES = [
    ("stepping.stands", "4 5", "X", "only grade C sources call it usual"),
    ("tlr.diff", "1 2 2.5 3", "X", "only grade C sources give an end"),
    ("tlr.nodiff", "1 2 2.5 3 4 6 9", "X", "only grade C sources give an end"),
    ("moro.never", "2 3 4 6 9", "D", "asked of a loud sound; not noticing is an answer of its own"),
    ("stands.none", "9", "D", "no weight at all, as in the row on the feet"),
]

# The groups of the evidence (7.10) with what the design adds to them.
LEANS = {
    Direction.HIGH: """hip_opening.stiff hip_opening.cross fists.mostly fists.always fists.thumb
        scissor.stiff stepping.tiptoe stepping.cross pull_to_sit.plank pull_to_sit.locked
        rest.tight rest.arch rest.asleep tlr.arch carry.stiff atnr.stuck
        feet_to_mouth.too_stiff rolls.stiff_early""",
    Direction.LOW: """rest.frog pull_to_sit.limp pull_to_sit.lag pull_to_sit.fallback carry.droop
        carry.limp prone.cannot tlr.flat upright.falls upright.wobbles""",
    Direction.SIDE: """hip_opening.oneside pull_to_sit.oneside pull_to_sit.tilt stepping.oneside
        atnr.oneside moro.oneside fists.onehand feet_to_mouth.oneside hand_preference.one
        head_turn.prefers head_turn.cannot head_turn.flat rest.curve move_sides.arm move_sides.leg
        stnr.drag tips.same_side folds.shorter rolls.one_way""",
}
FLOPPY = [
    "rest.frog", "pull_to_sit.limp", "pull_to_sit.fallback", "carry.limp", "prone.cannot",
    "tlr.flat", "upright.falls",
]  # fmt: skip


def _table() -> dict[str, Block]:
    text = (Path(__file__).parent / "decision_table.txt").read_text(encoding="utf-8")
    found: dict[str, Block] = {}
    for line in text.splitlines():
        name, *cells = line.split() or ["#"]
        if not line.startswith((" ", "#")) and cells:
            block = found[name] = (cells, {})
        elif line.startswith(" "):
            block[1][name] = cells
    return found


TABLE = _table()


def _interval(check: Check, age: str) -> int:
    return check.interval(first_day(Decimal(age)))


@pytest.mark.parametrize("check_id", TABLE)
def test_each_reading_is_the_table_s(pack: Pack, check_id: str) -> None:
    """Level and way of asking at each age of the table, but for the departures named."""
    check = pack.protocol.by_id[check_id]
    ages, rows = TABLE[check_id]
    other = {(a, age): level for a, when, level, _ in DEPARTURES for age in when.split()}
    found, wanted = {}, {}
    for row, cells in rows.items():
        for age, cell in zip(ages, cells, strict=True):
            if cell == ".":
                continue
            key, at = f"{check_id}.{row}", _interval(check, age)
            reading = None if row == "mode" else check.by_id[row].published[at]
            found[key, age] = reading.level.key if reading else check.mode[at].value
            wanted[key, age] = MODES[cell] if row == "mode" else LEVELS[other.get((key, age), cell)]

    assert found == wanted


@pytest.mark.parametrize("check_id", TABLE)
def test_a_reading_changes_only_where_the_table_does(pack: Pack, check_id: str) -> None:
    """No cut of its own: between two ages of the table each answer it reads stays as it is."""
    check = pack.protocol.by_id[check_id]
    ages, rows = TABLE[check_id]
    starts = [first_day(Decimal(age)) for age in ages]
    for row in rows.keys() - {"mode"}:
        for index, day in enumerate(check.first_days):
            column = max((i for i, start in enumerate(starts) if start <= day), default=0)
            here = check.by_id[row].published[index]
            first = check.by_id[row].published[check.interval(starts[column])]
            if rows[row][column] != "." and here and first:
                assert here.level == first.level, (row, check.ages[index])


def test_every_check_is_in_the_table_or_the_design_s(pack: Pack) -> None:
    """The three others are the article's signs at one year."""
    assert {check.id for check in pack.protocol.checks} - TABLE.keys() == {
        "back_straight", "lifted", "walks",
    }  # fmt: skip


@pytest.mark.parametrize("direction", LEANS)
def test_each_finding_leans_the_way_of_its_group(pack: Pack, direction: Direction) -> None:
    """What is stiff, loose or one-sided by the evidence is never counted as anything else."""
    for name in LEANS[direction].split():
        check, _, answer = name.partition(".")
        readings = pack.protocol.by_id[check].by_id[answer].published
        found = {cell.direction for cell in readings if cell and cell.is_finding}
        assert found == {direction}, name


def test_no_finding_reads_milder_at_a_later_age(pack: Pack) -> None:
    """What asks for a visit at one age asks for as much when it is still there later."""
    for check in pack.protocol.checks:
        for answer in check.answers:
            levels = [c.level for c in answer.published if c and c.level >= Level.RECHECK]
            first = next((i for i, c in enumerate(answer.published) if c and c.is_finding), None)
            later = answer.published[first:] if first is not None else ()
            assert levels == sorted(levels), f"{check.id}.{answer.id}"
            assert all(c and c.is_finding for c in later), f"{check.id}.{answer.id}"


@pytest.mark.parametrize("trouble", ["weak_suck", "weak_cry", "chokes"])
@pytest.mark.parametrize("floppy", FLOPPY)
def test_weak_feeding_or_cry_in_a_floppy_baby_is_urgent(
    pack: Pack, trouble: str, floppy: str
) -> None:
    """Whatever of the loose group is seen with it, a doctor is to be seen the same day."""
    check, _, answer = floppy.partition(".")
    checks = {"feed_cry": {"answers": [trouble]}, check: {"answers": [answer]}}
    result = score(pack, at_months(5, urgent=clear_gate(pack.protocol), checks=checks))

    assert result.how is How.TODAY
