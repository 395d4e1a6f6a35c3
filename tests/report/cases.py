"""Made-up babies whose reports the tests look at, and one line that makes a view of them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tonecheck.protocol.pack import Pack
from tonecheck.report.view import ReportView, build_view
from tonecheck.scoring.result import Result
from tonecheck.scoring.score import score
from tonecheck.screening.document import Screening, screening_from
from tonecheck.screening.validate import require_valid

MADE = datetime(2026, 3, 12, 18, 40)

HOSTILE = (
    "<img src=file:///etc/passwd> {{7*7}} {% raw %} [/b] \x1b[31mred url(http://example.org/x) "
    '@import "http://x"; </td></table><script>alert(1)</script> '
    '<svg><image href="http://y"/></svg> '
    "\u202eevil \u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 \U0001f476\u200d\U0001f37c "
    "\u4f60\u597d &amp; &lt;b&gt; {name} %s"
)


def signs(pack: Pack, **answers: str) -> dict[str, str]:
    """Every urgent sign no, but for `answers`."""
    return {**{sign.id: "no" for sign in pack.protocol.signs}, **answers}


def typical(pack: Pack) -> dict[str, Any]:
    """A term baby of nearly three months with nothing odd."""
    return {
        "id": "tc-typical",
        "child": {
            "name": "Mia Example",
            "birth_date": "2025-12-14",
            "gestation_weeks": 39,
            "gestation_days": 2,
        },
        "observed_on": "2026-03-12",
        "observed_at": "10:20",
        "observer": "mother",
        "entered": "tui",
        "urgent": signs(pack),
        "worry": {"level": "no"},
        "background": {"breech": "no", "film": "no"},
        "checks": {
            "rest": {"answers": ["bent"], "state": "calm"},
            "move_amount": {"answers": ["lively"]},
            "move_quality": {"answers": ["smooth"]},
            "changes": {"answers": ["steady"]},
            "fists": {"answers": ["mostly"]},
            "moro": {"answers": ["both"]},
            "atnr": {"answers": ["free"]},
            "scissor": {"answers": ["none"]},
            "carry": {"answers": ["line"]},
            "hip_opening": {"answers": ["even"], "state": "calm"},
            "prone": {"answers": ["forearms"], "state": "active", "note": "Only for a minute."},
            "head_turn": {"answers": ["both"]},
            "move_sides": {"answers": ["both"]},
            "stepping": {"not_seen": "not_done"},
        },
    }


def asymmetric(pack: Pack) -> dict[str, Any]:
    """A baby born at 34+5 weeks who uses one side less and is stiff on it."""
    return {
        "id": "tc-asymmetric",
        "child": {
            "name": "Jonas Example",
            "birth_date": "2025-08-30",
            "gestation_weeks": 34,
            "gestation_days": 5,
        },
        "observed_on": "2026-03-12",
        "observer": "father",
        "entered": "tui",
        "urgent": signs(pack),
        "worry": {"level": "yes", "words": "He keeps his right hand closed."},
        "background": {"special_care": "yes", "since": "six weeks", "film": "yes"},
        "checks": {
            "rest": {"answers": ["curve"], "side": "right", "state": "calm"},
            "changes": {"answers": ["steady"]},
            "fists": {"left": ["open"], "right": ["thumb"], "state": "calm"},
            "atnr": {"answers": ["free"]},
            "hip_opening": {"left": ["even"], "right": ["stiff"], "note": "Right knee stays up."},
            "upright": {"answers": ["wobbles"], "state": "crying"},
            "hands_meet": {"answers": ["never"]},
            "hand_preference": {"answers": ["one"], "side": "left"},
            "stepping": {"left": ["stands"], "right": ["tiptoe"], "state": "crying"},
            "plantar": {"left": ["down"], "right": ["up"], "reported_by": "Dr Okafor"},
            "pull_to_sit": {"not_seen": "crying"},
        },
    }


def earlier(pack: Pack) -> tuple[Screening, ...]:
    """Two earlier screenings of the asymmetric baby."""
    now = asymmetric(pack)
    checks = {
        "fists": {"answers": ["mostly"]},
        "hip_opening": {"answers": ["even"]},
        "atnr": {"answers": ["free"]},
        "plantar": {"answers": ["up"]},
    }
    days = {"old-1": "2025-12-01", "old-2": "2026-01-15"}
    return tuple(
        screening_from({**now, "id": id_, "observed_on": day, "checks": checks})
        for id_, day in days.items()
    )


def usual(pack: Pack) -> dict[str, Any]:
    """A baby of four months with five findings and three checks that were not seen."""
    return {
        **typical(pack),
        "id": "tc-usual",
        "child": {"name": "Lea Example", "birth_date": "2025-11-08", "gestation_weeks": 39},
        "worry": {"level": "not_sure"},
        "background": {"breech": "yes", "film": "no"},
        "readiness": {"fed_when": "between"},
        "checks": {
            "rest": {"answers": ["bent"], "state": "calm"},
            "move_amount": {"answers": ["lively"]},
            "move_quality": {"answers": ["smooth"]},
            "changes": {"answers": ["steady"]},
            "fists": {"left": ["open"], "right": ["thumb"], "state": "calm"},
            "moro": {"answers": ["both"]},
            "tlr": {"answers": ["diff"]},
            "atnr": {"answers": ["always"], "state": "calm"},
            "scissor": {"answers": ["none"]},
            "feed_cry": {"answers": ["well"]},
            "carry": {"answers": ["line"]},
            "head_from_birth": {"answers": ["no"]},
            "hip_opening": {"left": ["even"], "right": ["stiff"], "state": "calm"},
            "upright": {"answers": ["steady"]},
            "prone": {"answers": ["lifts"], "state": "active", "note": "Only for a minute."},
            "hands_meet": {"answers": ["never"]},
            "rolls": {"answers": ["one_way"]},
            "head_turn": {"answers": ["prefers"], "side": "left"},
            "hand_preference": {"answers": ["not_yet"]},
            "move_sides": {"answers": ["both"]},
            "tips": {"answers": ["no"]},
            "folds": {"answers": ["none"]},
            "pull_to_sit": {"not_seen": "crying"},
            "stepping": {"not_seen": "not_done"},
        },
    }


def urgent(pack: Pack) -> dict[str, Any]:
    """A baby who lost a skill."""
    return {
        **typical(pack),
        "id": "tc-urgent",
        "urgent": signs(pack, lost_skill="yes", odd_cry="not_sure"),
        "urgent_asked_at": "2026-03-12T18:31:00",
        "worry": {"level": "yes", "words": "She smiled, and now she does not."},
        "checks": {"rest": {"answers": ["bent"]}, "moro": {"answers": ["both"], "note": "jerky"}},
    }


def endless(pack: Pack) -> dict[str, Any]:
    """Everything too long at once: name, worry, notes, and more than twelve findings."""
    case = asymmetric(pack)
    case["child"]["name"] = "Maximiliana Wilhelmina " * 20
    case["observer"] = "W" * 400
    case["worry"] = {"level": "yes", "words": f"{HOSTILE} " * 12}
    case["background"] |= {"diagnosis": "very long " * 90, "since": HOSTILE}
    case["situations"] = ["hip", "neck"]
    case["checks"] |= {
        "rest": {"answers": ["tight", "arch"], "note": "many words. " * 800},
        "moro": {"answers": ["oneside", "hair"], "side": "right", "note": "x" * 3000},
        "tlr": {"answers": ["arch", "flat"]},
        "carry": {"answers": ["stiff"]},
        "scissor": {"answers": ["stiff"]},
        "changes": {"answers": ["changes"]},
        "move_amount": {"answers": ["few"]},
        "move_quality": {"answers": ["cramped_or_jerky"]},
        "tips": {"answers": ["same_side"], "side": "right"},
        "folds": {"answers": ["shorter", "thigh"], "side": "left"},
        "rolls": {"answers": ["stiff_early"]},
        "atnr": {"answers": ["stuck", "always"]},
        "prone": {"answers": ["cannot"], "reported_by": HOSTILE},
    }
    return case


CASES = {
    "typical": typical,
    "asymmetric": asymmetric,
    "urgent": urgent,
    "endless": endless,
}


def scored(pack: Pack, data: dict[str, Any]) -> tuple[Screening, Result]:
    """A valid screening and its result."""
    screening = screening_from(data)
    require_valid(pack.protocol, screening)
    return screening, score(pack, screening)


def view_of(pack: Pack, data: dict[str, Any], *, before: tuple[Screening, ...] = ()) -> ReportView:
    """The view of one made-up baby, made at a fixed moment."""
    screening, result = scored(pack, data)
    return build_view(pack, screening, result, earlier=before, made_at=MADE)
