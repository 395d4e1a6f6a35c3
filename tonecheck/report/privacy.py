"""How much of who and when a report says: all, initials, or neither names nor dates.

The parent's own words (the worry, notes, diagnoses, since when) stay as they are at every level.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, get_args

from tonecheck.protocol.pack import Pack
from tonecheck.scoring.result import ArticleView, Finding, ItemReading, Result
from tonecheck.screening.document import CheckEntry, Child, Screening

Privacy = Literal["full", "initials", "none"]
PRIVACY_LEVELS: tuple[Privacy, ...] = get_args(Privacy)

NO_MOMENT = datetime(1970, 1, 1, tzinfo=UTC)
"""The file date of a report that tells no date: a file must have one."""


@dataclass(frozen=True, slots=True)
class PrivacyWords:
    """What stands where something was left out, and the words that name a role, not a person.

    `never_told` are the situations that no report tells, nor the data in it.
    """

    left_out: str
    roles: frozenset[str]
    never_told: frozenset[str]


def privacy_words(pack: Pack) -> PrivacyWords:
    """The words of one pack."""
    roles = pack.words.lines("report.privacy.roles")
    return PrivacyWords(
        left_out=pack.words("report.privacy.left_out"),
        roles=frozenset(role.casefold() for role in roles),
        never_told=frozenset(s.id for s in pack.protocol.situations if s.private),
    )


def private_screening(screening: Screening, privacy: Privacy, words: PrivacyWords) -> Screening:
    """`screening` with no more of who and when than `privacy` lets out; it reads the same."""
    told = tuple(s for s in screening.situations if s not in words.never_told)
    screening = screening.model_copy(update={"situations": told})
    if privacy == "full":
        return screening
    checks = {
        check: _private_entry(entry, privacy, words) for check, entry in screening.checks.items()
    }
    hidden = screening.model_copy(
        update={
            "child": _private_child(screening, privacy),
            "observer": _person(screening.observer or "", privacy, words) or None,
            "checks": checks,
        }
    )
    if privacy == "initials":
        return hidden
    seen = dict.fromkeys(screening.seen_by_doctor, words.left_out)
    undated = {
        "observed_on": None,
        "observed_at": None,
        "urgent_asked_at": None,
        "seen_by_doctor": seen,
    }
    return hidden.model_copy(update=undated)


def private_result(result: Result, privacy: Privacy, words: PrivacyWords) -> Result:
    """`result` as it goes with `private_screening`: who reported an answer is no more than there.

    Ages, readings and what they add up to stay.
    """
    if privacy == "full":
        return result

    def shown(finding: Finding) -> Finding:
        if finding.reported_by is None:
            return finding
        name = _reporter(finding.reported_by, privacy, words)
        return finding.model_copy(update={"reported_by": name})

    return result.model_copy(
        update={
            "findings": tuple(shown(finding) for finding in result.findings),
            "readings": _items(result.readings, shown),
            "sources_differ": _items(result.sources_differ, shown),
            "article": _article(result.article, shown),
        }
    )


def initials(name: str) -> str:
    """The first letter of each word of a name, each with a full stop."""
    return " ".join(_first_letters(name))


def _first_letters(text: str) -> Iterator[str]:
    for word in _words_of(text):
        letter = next((char for char in word if char.isalpha()), "")
        if letter:
            # Some letters have two as their capital; one is enough, and stays when asked again.
            yield f"{letter.upper()[0]}."


def _words_of(text: str) -> list[str]:
    return text.replace("-", " ").split()


def _private_child(screening: Screening, privacy: Privacy) -> Child:
    child = screening.child
    if privacy == "initials":
        return child.model_copy(update={"name": initials(child.name or "") or None})
    data = {"name": None, "birth_date": None}
    if child.birth_date is not None and screening.observed_on is not None:
        days = (screening.observed_on - child.birth_date).days
        return child.model_copy(update={**data, "age_days": days})
    return child.model_copy(update=data)


def _private_entry(entry: CheckEntry, privacy: Privacy, words: PrivacyWords) -> CheckEntry:
    if entry.reported_by is None:
        return entry
    name = _reporter(entry.reported_by, privacy, words)
    return entry.model_copy(update={"reported_by": name})


def _reporter(text: str, privacy: Privacy, words: PrivacyWords) -> str:
    """Who reported an answer; that somebody did is never left out."""
    if text == words.left_out:
        return text
    return _person(text, privacy, words) or words.left_out


def _person(text: str, privacy: Privacy, words: PrivacyWords) -> str:
    """A person as typed: words for a role stay, names become initials or go."""
    kept = []
    for word in _words_of(text):
        if word.strip(".,;:()").casefold() in words.roles:
            kept.append(word.strip(",;:()"))
        elif privacy == "initials":
            kept += _first_letters(word)
    return " ".join(kept)


def _items(
    items: tuple[ItemReading, ...], shown: Callable[[Finding], Finding]
) -> tuple[ItemReading, ...]:
    return tuple(
        item.model_copy(
            update={
                "published": item.published and shown(item.published),
                "article": item.article and shown(item.article),
            }
        )
        for item in items
    )


def _article(view: ArticleView, shown: Callable[[Finding], Finding]) -> ArticleView:
    return view.model_copy(update={"findings": tuple(shown(f) for f in view.findings)})
