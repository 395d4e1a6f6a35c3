"""Advice of an earlier screening that may still stand, in parents' and in clinicians' words."""

from __future__ import annotations

from dataclasses import dataclass

from tonecheck.report.view.phrases import Phrases
from tonecheck.scoring.standing import Standing


@dataclass(frozen=True, slots=True)
class Still:
    """The same advice twice, each in one line; both empty where there is none."""

    parent: str = ""
    clinical: str = ""


def still_of(say: Phrases, standing: Standing | None, emergency: str) -> Still:
    """`emergency` is the number to call, or the words for "not chosen"."""
    if standing is None:
        return Still()
    key = standing.action.key
    day = say.told_day(standing.observed_on)
    when = say.words("result.still.dated", date=day) if day else say.words("result.still.undated")
    return Still(
        parent=say.words(f"result.actions.{key}.still", when=when, emergency=emergency),
        clinical=say(
            "computed.still_value",
            action=say.words(f"result.actions.{key}.clinical"),
            when=day or say("computed.still_undated"),
        ),
    )
