"""The article's rule set says what the article says: one row a statement about age or meaning."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tonecheck.protocol.months import first_day
from tonecheck.protocol.pack import Pack
from tonecheck.protocol.reading import Direction, Reading

HIGH, LOW, SIDE, LATE, GONE, FADING, TYPICAL = (
    "high doctor", "low doctor", "side doctor", "late doctor", "noted", "typical", "typical",
)  # fmt: skip

STATEMENTS = [
    ("legs open against a moderate pull", "hip_opening.even", [0, 6, 12], TYPICAL),
    ("no resistance is low tone", "hip_opening.loose", [0, 6, 12], LOW),
    ("strong resistance is high tone", "hip_opening.stiff", [0, 6, 12], HIGH),
    ("crossing legs are high tone", "hip_opening.cross", [0, 6, 12], HIGH),
    ("arms straighten without a pull: low tone", "pull_to_sit.limp", [0, 4, 9], LOW),
    ("the head hangs back: low tone", "pull_to_sit.fallback", [0, 4, 9], LOW),
    ("round back, belly out: low tone", "pull_to_sit.round", [0, 4, 9], LOW),
    ("arms cannot be moved off the chest: high tone", "pull_to_sit.locked", [0, 4, 9], HIGH),
    ("a newborn steps on a flat foot", "stepping.steps", [0, 1, 1.4], TYPICAL),
    ("steps kept past 1.5 months: high tone", "stepping.steps", [1.5, 2, 6, 12], HIGH),
    ("a newborn who refuses to step: low tone", "stepping.sits_air", [0, 1, 1.4], LOW),
    ("on tiptoe: high tone", "stepping.tiptoe", [0, 3, 9], HIGH),
    ("toes curled: high tone", "stepping.toes_curl", [0, 3, 9], HIGH),
    ("legs crossed when standing: high tone", "stepping.cross", [0, 3, 9], HIGH),
    ("a newborn has the symmetrical reflex", "stnr.seen", [0, 1.9], TYPICAL),
    ("it fades at 2 to 2.5 months", "stnr.seen", [2, 2.4], FADING),
    ("it is late after 2.5 months", "stnr.seen", [2.5, 2.9], GONE),
    ("kept at 3 months: high tone", "stnr.seen", [3, 6, 12], HIGH),
    ("absent in a newborn: low tone", "stnr.not_seen", [0, 1.9], LOW),
    ("a newborn has the fencing pose", "atnr.free", [0, 1.9], TYPICAL),
    ("it fades at 2 to 2.5 months", "atnr.free", [2, 2.4], FADING),
    ("it is late after 2.5 months", "atnr.free", [2.5, 2.9], GONE),
    ("kept at 3 months: high tone", "atnr.free", [3, 6, 12], HIGH),
    ("absent in a newborn: low tone", "atnr.never", [0], LOW),
    ("only to one side: uneven tone", "atnr.oneside", [0], SIDE),
    ("a newborn has the tonic reflex", "tlr.diff", [0, 1.9], TYPICAL),
    ("it fades at 2 to 2.5 months", "tlr.diff", [2, 2.4], FADING),
    ("it is late after 2.5 months", "tlr.diff", [2.5, 2.9], GONE),
    ("kept at 3 months: high tone", "tlr.diff", [3, 6, 12], HIGH),
    ("absent in a newborn: low tone", "tlr.nodiff", [0, 1.9], LOW),
    ("its absence later is not spoken of", "tlr.nodiff", [2, 3, 6, 12], "-"),
    ("flat on the tummy, arms spread: low tone", "tlr.flat", [0, 1], LOW),
    ("a baby startles with both arms to 4 months", "moro.both", [0, 2, 3.9], TYPICAL),
    ("the startle should be gone past 4 months", "moro.both", [4, 6, 12], LATE),
    ("toes go up to 4 months", "plantar.up", [0, 2, 3.9], TYPICAL),
    ("toes up should be gone past 4 months", "plantar.up", [4, 6, 12], LATE),
    ("legs drawn up, arms crossed: high tone", "rest.tight", [0, 4, 9], HIGH),
    ("tense even in sleep: high tone", "rest.asleep", [0, 4, 9], HIGH),
    ("limbs lie loose and wide: low tone", "rest.frog", [0, 4, 9], LOW),
    ("body curved to one side: uneven tone", "rest.curve", [0, 4, 9], SIDE),
    ("fists: high tone", "fists.always", [0, 4, 9], HIGH),
    ("thumb in the fist: high tone", "fists.thumb", [0, 4, 9], HIGH),
    ("head held well from birth: high tone", "head_from_birth.yes", [0, 4, 9], HIGH),
    ("cannot hold the head: low tone", "prone.cannot", [0, 4, 9], LOW),
    ("moves little: low tone", "move_amount.few", [0, 4, 9], LOW),
    ("joints open too far: low tone", "joints.past_straight", [0, 4, 9], LOW),
    ("head turned to one side: uneven tone", "head_turn.prefers", [0, 4, 9], SIDE),
    ("always tips to one side: uneven tone", "tips.same_side", [0, 4, 9], SIDE),
    ("uneven thigh folds: uneven tone", "folds.thigh", [0, 4, 9], SIDE),
    ("uneven buttock folds: uneven tone", "folds.buttock_groin", [0, 4, 9], SIDE),
    ("some muscles tense, others loose: uneven", "changes.changes", [0, 4, 9], "both doctor"),
    ("does not sit at one year: low tone", "sits.props_or_not", [12], LOW),
    ("sitting is no concern before one year", "sits.props_or_not", [8, 11.9], "-"),
    ("back not straight at one year: low tone", "back_straight.round", [12], LOW),
    ("does not hold up when lifted: low tone", "lifted.slips", [12], LOW),
    ("does not walk at one year: low tone", "walks.not_yet", [12], LOW),
]


@pytest.mark.parametrize(
    ("statement", "answer", "months", "reading"),
    STATEMENTS,
    ids=[f"{s[1]}: {s[0]}" for s in STATEMENTS],
)
def test_the_article_is_read_as_it_says(
    pack: Pack, statement: str, answer: str, months: list[float], reading: str
) -> None:
    """The statement holds at each of the ages it speaks of."""
    check_id, _, answer_id = answer.partition(".")
    check = pack.protocol.by_id[check_id]
    for age in months:
        interval = check.interval(first_day(Decimal(str(age))))
        read = check.by_id[answer_id].article[interval]
        assert _text(read) == reading, f"{answer} at {age} months"


def _text(reading: Reading | None) -> str:
    if reading is None:
        return "-"
    lean = "" if reading.direction is Direction.NONE else f"{reading.direction} "
    return f"{lean}{reading.level.key}"
