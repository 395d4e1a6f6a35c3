"""What was not seen and why, in parents' words."""

from __future__ import annotations

from collections.abc import Iterator

from tonecheck.report.view.phrases import Phrases
from tonecheck.report.view.seen import is_withheld, left_by_age
from tonecheck.scoring.result import Missed, Result
from tonecheck.screening.document import FITS_NONE, Screening

MOST_NAMED = 14
"""Checks that were never answered and are all named; of more the first are, and the rest counted.

Page 1, or its continuation, names every one.
"""

_FIRST = 12


def unseen_lines(say: Phrases, screening: Screening, result: Result) -> Iterator[str]:
    """The checks by the reason, then who can look at them, and that no list asks all."""
    unanswered = say("parent.unseen_no_answer")
    reasons: dict[str, list[str]] = {}
    withheld = []
    for missed in (one for one in result.missed if one.reason != FITS_NONE):
        reason = _reason(say, missed)
        if not reason and is_withheld(say, screening, missed):
            withheld.append(missed.check)
        else:
            reasons.setdefault(reason or unanswered, []).append(missed.check)
    reasons[say("parent.unseen_restless")] = say.restless(screening)
    reasons[say("parent.unseen_withheld")] = withheld
    reasons[say("parent.unseen_trained")] = left_by_age(say, screening, result)
    told = {reason: checks for reason, checks in reasons.items() if checks}
    for reason, checks in told.items():
        is_long = reason == unanswered and len(checks) > MOST_NAMED
        shown = checks[:_FIRST] if is_long else checks
        names = "; ".join(say.words.checks[check].name for check in shown)
        if is_long:
            names = say("parent.unseen_more", checks=names, count=len(checks) - len(shown))
        yield say("parent.unseen_line", reason=reason, checks=names)
    if told:
        yield say("parent.unseen_doctor")
    yield say("parent.unseen_unasked")


def _reason(say: Phrases, missed: Missed) -> str:
    """The reason that was given, or the situation; empty without one."""
    if missed.reason:
        told = say.words.find(f"result.not_seen.{missed.reason}.told")
        return (
            told if isinstance(told, str) else say.words(f"result.not_seen.{missed.reason}.label")
        )
    if missed.situation:
        return say.words(f"situations.{missed.situation}.reason").rstrip(".")
    return ""
