"""What changed from one look at a child to the next, item by item."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from tonecheck.protocol.check import Check
from tonecheck.protocol.months import in_months
from tonecheck.protocol.pack import Pack, Words
from tonecheck.scoring.result import Result
from tonecheck.screening.ages import ages_of
from tonecheck.screening.document import Screening
from tonecheck.tui import say
from tonecheck.tui.cut import cut
from tonecheck.tui.session import Session

if TYPE_CHECKING:
    from tonecheck.tui.services import Services

KINDS = ("changed", "same", "once")
LONGEST_NOTE = 120
"""Characters of a note that stands for an answer."""


@dataclass(frozen=True, slots=True)
class Look:
    """A finished screening with what it found; its time of day where the day has others.

    `version` is said where versions of one look stand side by side, else 0.
    """

    screening: Screening
    result: Result
    time: str = ""
    version: int = 0
    is_replaced: bool = False

    @property
    def months(self) -> Decimal:
        """The corrected age in months, never below 0."""
        return in_months(max(0, self.result.ages.corrected_days[0]))

    def head(self, pack: Pack) -> tuple[str, ...]:
        """The day and the age, in words; where it is corrected, that from the due date, too."""
        day = self.screening.observed_on
        ages = ages_of(self.screening.child, day, pack.protocol.result.ages)
        said = [say.age(pack.words, ages.calendar, ages.reached_on)]
        if ages.is_corrected:
            due = say.age(pack.words, ages.corrected, ages.reached_on)
            said.append(pack.words("ui.history.due", age=due))
        head = say.day(pack.words, day) if day else ""
        if head and self.time:
            head = pack.words("ui.home.day_time", date=head, time=self.time)
        if self.version:
            head = pack.words("ui.history.version", date=head, n=self.version)
        return head, *said


@dataclass(frozen=True, slots=True)
class Item:
    """A check that was seen in some look: what was said in each, empty where it was not seen."""

    name: str
    said: tuple[str, ...]


def looks_of(services: Services, pack: Pack, screening_id: str) -> list[Look]:
    """The finished looks at a child up to this one, oldest first; of one alone its versions."""
    own = Session(services, pack, screening_id)
    if not own.earlier() and (old := services.store.versions_before(screening_id)):
        versions = [Session(services, pack, id_) for id_ in (*old, screening_id)]
        return [
            Look(v.screening(), v.result(), version=v.revision, is_replaced=v is not versions[-1])
            for v in versions
        ]
    before = [Session(services, pack, s.id) for s in own.earlier() if s.id]
    sessions = (*before, own)
    found = [(one.id, one.screening(), one.result()) for one in sessions]
    days = Counter(screening.observed_on for _, screening, _ in found)
    return [
        Look(screening, result, _begun(services, id_) if days[screening.observed_on] > 1 else "")
        for id_, screening, result in found
    ]


def _begun(services: Services, screening_id: str) -> str:
    """The time of day a look was begun, in whichever version it is read."""
    store = services.store
    first = store.screening(store.screening(screening_id).first_id)
    return f"{first.started_at:%H:%M}"


def items(pack: Pack, looks: Sequence[Look]) -> dict[str, list[Item]]:
    """Every item ever seen, under `changed`, `same` or `once`; urgent signs where they changed.

    Between versions of one look an answer that came or went has changed, too.
    """
    words = pack.words
    found: dict[str, list[Item]] = {kind: [] for kind in KINDS}
    signs = tuple(_signs(words, look.screening) for look in looks)
    if len(set(signs)) > 1:
        found["changed"].append(Item(words("help.gate.title"), signs))
    for check in pack.protocol.checks:
        said = [_said(words, look, check) for look in looks]
        seen = [text for text in said if text]
        if seen:
            differing = set(said if any(look.version for look in looks) else seen)
            kind = "changed" if len(differing) > 1 else "once" if len(seen) == 1 else "same"
            name = words.checks[check.id].name
            found[kind].append(Item(name, tuple(said)))
    return found


def _signs(words: Words, screening: Screening) -> str:
    """The urgent signs that were not answered no, each with its answer."""
    told = [
        f"{words(f'ui.common.{answer}')}: {words(f'gate.{sign}.name')}"
        for sign, answer in screening.urgent.items()
        if answer != "no" and words.find(f"gate.{sign}.name")
    ]
    return "; ".join(told) or words("ui.review.signs_none")


def _said(words: Words, look: Look, check: Check) -> str:
    """The answers of one check in words; empty where it was not seen.

    Of versions, which differ in little, with the state and the note.
    """
    entry = look.screening.checks.get(check.id)
    if entry is None:
        return ""
    given = say.answers(words, check.id, list(entry.answers))
    if entry.side:
        question = say.side_asked(words, check, entry.model_dump())
        side = words(f"result.sides.{entry.side}.label")
        given = words("ui.review.sided", answers=given, question=question, side=side)
    parts = [given]
    for side in ("left", "right"):
        if chosen := list(getattr(entry, side)):
            label = words(f"result.sides.{side}.label")
            parts.append(f"{label}: {say.answers(words, check.id, chosen)}")
    if entry.fits_none:
        parts.append(words(f"result.not_seen.{entry.not_seen}.label"))
    if look.version and entry.state:
        state = words(f"readiness.states.{entry.state}.label")
        parts.append(words("ui.review.state", state=state))
    if look.version or entry.fits_none:
        parts.append(cut(entry.note, LONGEST_NOTE))
    return "; ".join(part for part in parts if part)
