"""What the list of all answers says of each of them, on a page and in plain lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tonecheck.protocol.pack import Words
from tonecheck.report.view.phrases import Phrases
from tonecheck.report.view.told_signs import seen_day
from tonecheck.scoring.opposed import opposed
from tonecheck.screening.contradictions import contradictions
from tonecheck.screening.entries import fits_none, needs_side
from tonecheck.screening.walk import Status, Walk
from tonecheck.tui import say
from tonecheck.tui.cut import cut
from tonecheck.tui.session import Session, Station
from tonecheck.tui.untouched import same_before

BEFORE_CHECKS = ("gate", "child", "situations", "worry", "background", "readiness")
Unfit = dict[str, list[str]]
"""For each check, what its answers do not fit with."""


def summary(words: Words, session: Session) -> str:
    """How much is open, and whether some answers do not fit together; its own lines."""
    gaps = open_count(session)
    unseen = sum(card.status is Status.NOT_SEEN for card in session.asked)
    key = "gaps" if gaps else "unseen" if unseen else "complete"
    text = words(f"ui.review.{key}", n=gaps or unseen)
    lines = [text]
    if found := unfit(words, session):
        names = "; ".join(words.checks[check].name for check in found)
        lines = [*([text] if gaps else []), words("ui.review.unfit_top", checks=names)]
    return "\n".join(filter(None, (*lines, unread_line(words, session))))


def unread_line(words: Words, session: Session) -> str:
    """Which checks are asked in another way since they were answered; empty where none is."""
    still = [c.field for c in session.unread if session.draft.get(c.field) == c.value]
    checks = (field.partition(".")[2] for field in still)
    names = [words.checks[check].name for check in checks if check in words.checks]
    return words("ui.common.outdated", checks="; ".join(names)) if names else ""


def version(words: Words, session: Session) -> str:
    """Which version is changed, and on a later day which day its answers count for.

    Empty for the first one.
    """
    if session.revision == 1:
        return ""
    key = "version_if" if same_before(session) else "version"
    said = words(f"ui.review.{key}", n=session.revision)
    seen_on = session.screening().observed_on
    if seen_on is None or seen_on == session.services.clock().date():
        return said
    return f"{said} {words('ui.review.version_day', date=say.day(words, seen_on))}"


def open_count(session: Session) -> int:
    """How many checks, and the worry, have no answer; one that may yet be asked counts, too."""
    walk = session.walk
    cards = [walk.card(check) for check in walk.counted]
    needed = {c.check.id: c.check.needed[0] if c.requires else c.check.id for c in cards}
    gaps = [c for c in cards if c.status is walk.card(needed[c.check.id]).status is Status.OPEN]
    return len(gaps) + (not (session.draft.get("worry") or {}).get("level"))


def way_on(words: Words, session: Session) -> str:
    """What leads on to that which was not asked yet; empty once all was."""
    walk, station = session.walk, session.walk.still_to_ask
    if station is None:
        return ""
    if station.check:
        return words("ui.review.on_check", n=walk.counted.index(station.check) + 1)
    return words("ui.review.on_step", step=words(f"help.{say.help_key(station.kind)}.title"))


def unfit(words: Words, session: Session) -> Unfit:
    """The answers that cannot be true beside others, or name the other side of the same limbs."""
    walk = session.walk
    entries = {card.check.id: walk.entry(card.check.id) for card in walk.cards}
    protocol = session.pack.protocol
    pairs = [("unfit_row", *pair) for pair in contradictions(protocol, entries)]
    findings = session.result().findings if session.has_ages else ()
    pairs += [
        ("opposite_row", (one.check, one.answer), (other.check, other.answer))
        for region in opposed(protocol, findings).values()
        for one, other in region
    ]
    found: Unfit = {}
    for key, *both in dict.fromkeys(pairs):
        for (check, _), (other_check, answer) in (both, both[::-1]):
            label = words.answer(other_check, answer).label
            line = words(f"ui.review.{key}", check=words.checks[other_check].name, answer=label)
            found.setdefault(check, []).append(line)
    return {c.check.id: found[c.check.id] for c in session.asked if c.check.id in found}


def check_text(words: Words, walk: Walk, check: str, unfit_with: Sequence[str] = ()) -> str:
    """Everything answered of a check, on one line, and what it does not fit with."""
    is_passed = walk.card(check).status is Status.NOT_SEEN
    silent = words("ui.review.passed" if is_passed else "ui.review.open")
    return _joined([said_of(words, walk, check) or silent, *unfit_with])


def said_of(words: Words, walk: Walk, check: str) -> str:
    """Everything answered of a check, on one line; empty while nothing is."""
    entry = walk.entry(check)
    lines = []
    if entry.get("answers"):
        said = say.answers(words, check, list(entry["answers"]))
        if entry.get("side"):
            question = say.side_asked(words, walk.card(check).check, entry)
            side = words(f"result.sides.{entry['side']}.label")
            said = words("ui.review.sided", answers=said, question=question, side=side)
        elif needs_side(walk.card(check).check, entry):
            said = f"{said} ({words('ui.review.no_side')})"
        lines.append(said)
    for side in ("left", "right"):
        if entry.get(side):
            label = words(f"result.sides.{side}.label").capitalize()
            said = say.answers(words, check, list(entry[side]))
            lines.append(words("ui.review.side", side=label, answers=said))
    if entry.get("reported_by"):
        who = cut(str(entry["reported_by"]), 60)
        lines = [words("ui.review.told", who=who, answers=_joined(lines) or "-")]
    if entry.get("not_seen"):
        reason = words(f"result.not_seen.{entry['not_seen']}.label")
        lines.append(reason if fits_none(entry) else words("ui.review.not_seen", reason=reason))
    if entry.get("state"):
        state = words(f"readiness.states.{entry['state']}.label")
        lines.append(words("ui.review.state", state=state))
    if entry.get("note"):
        lines.append(words("ui.review.note", note=cut(entry["note"], 120)))
    return _joined(lines)


def station_text(words: Words, session: Session, kind: str) -> str:
    """What was answered at a station that is no check."""
    return _TEXTS[kind](words, session) or words("ui.review.nothing_yet")


def _joined(lines: Sequence[str]) -> str:
    return ". ".join(line if line.endswith("...") else line.rstrip(".") for line in lines)


def _gate(words: Words, session: Session) -> str:
    """Signs answered yes, and answers of checks read as urgent, with a doctor's day; not sure."""
    given, found = session.draft.table("urgent"), []
    seen = session.draft.table("seen_by_doctor")
    yes = {f"urgent.{s}": words(f"gate.{s}.name") for s, a in given.items() if a == "yes"}
    for finding in session.result().findings if session.has_ages else ():
        if finding.how:
            label = words.answer(finding.check, finding.answer).label
            yes[f"{finding.check}.{finding.answer}"] = (
                f"{words.checks[finding.check].name}: {label}"
            )
    for key, name in yes.items():
        found.append(words("ui.review.signs_yes", signs=name))
        if key in seen:
            when = seen_day(Phrases(session.pack), seen[key])
            found.append(words("ui.review.seen", date=when))
    unsure = [words(f"gate.{s}.name") for s, a in given.items() if a == "not_sure"]
    if unsure:
        found.append(words("ui.review.signs_unsure", signs="; ".join(unsure)))
    return _joined(found) or words("ui.review.signs_none")


def _child(words: Words, session: Session) -> str:
    ages = session.walk.ages
    name = cut(str((session.draft.get("child") or {}).get("name") or ""), 40)
    said = say.both_ages(words, ages) if ages else words("ui.review.open")
    return _joined([part for part in (name, said) if part])


def _situations(words: Words, session: Session) -> str:
    chosen = session.draft.get("situations", ())
    said = "; ".join(words(f"situations.{s}.label") for s in chosen)
    is_passed = session.walk.has_passed(Station("situations"))
    return said or (words("ui.review.nothing") if is_passed else "")


def _background(words: Words, session: Session) -> str:
    return words("ui.review.background", n=len(session.draft.table("background")))


def _readiness(words: Words, session: Session) -> str:
    given = session.draft.table("readiness")
    found = []
    for item in session.pack.protocol.readiness.items:
        if item.kind == "choice" and item.id in given:
            key = f"readiness.items.{item.id}"
            found.append(f"{words(f'{key}.label')} {words(f'{key}.options.{given[item.id]}')}")
    observer = cut(str(session.draft.get("observer") or ""), 60)
    if observer:
        found.append(words("ui.review.observer", name=observer))
    return _joined(found)


def _leave(words: Words, session: Session) -> str:
    told = {card.check.id: said_of(words, session.walk, card.check.id) for card in session.left}
    named = [f"{words.checks[check].name}: {said}" for check, said in told.items() if said]
    return "; ".join(named) or words("ui.review.trained")


def _worry(words: Words, session: Session) -> str:
    given = session.draft.get("worry") or {}
    level = given.get("level")
    said = words(f"ui.common.{level}") if level else words("ui.review.open")
    text = cut(str(given.get("words") or ""), 200)
    return f"{said}. {text}" if text else said


_TEXTS: dict[str, Callable[[Words, Session], str]] = {
    "gate": _gate,
    "child": _child,
    "situations": _situations,
    "background": _background,
    "readiness": _readiness,
    "leave": _leave,
    "worry": _worry,
}
