"""The front sheet: who, when, the worry, the background, and what was not seen."""

from __future__ import annotations

from datetime import datetime

from tonecheck.protocol.rules import Question
from tonecheck.report.view.blocks import Fact
from tonecheck.report.view.computed import computed_box
from tonecheck.report.view.model import Banner, Disclaimer, Front, Group, ParentsPage
from tonecheck.report.view.phrases import Phrases, is_odd
from tonecheck.report.view.replaced import replaced_fact
from tonecheck.report.view.seen import not_seen, quoted_note, seen_box
from tonecheck.report.view.signs import noes_of_age, sign_name
from tonecheck.report.view.who import who
from tonecheck.scoring.result import Result
from tonecheck.screening.document import Screening
from tonecheck.screening.plain import plain, plain_line


def front_sheet(
    say: Phrases,
    screening: Screening,
    result: Result,
    made_at: datetime,
    data: Fact,
    banner: Banner | None,
    still: str,
    earlier: str,
) -> Front:
    """Page 1; an emergency paper has a banner, and no more than can be read on the way.

    `still` is earlier advice that may still stand, `earlier` what earlier screenings led to;
    either may be empty.
    """
    in_range = result.ages.place == "in_range"
    has_seen = banner is None or any(is_odd(item) for item in result.readings)
    return Front(
        title=say("document.urgent_title" if banner else "document.title"),
        disclaimer=disclaimer(say),
        parents_page=_parents_page(say) if in_range and not banner else None,
        banner=banner,
        who=(*who(say, screening, result), Fact(label=say("who.made"), value=say.made(made_at))),
        worry_title=say("worry.title"),
        worry=_worry(say, screening),
        background_title=say("background.title"),
        background=_background(say, screening, result),
        seen=seen_box(say, screening, result) if in_range and has_seen else None,
        computed=computed_box(say, screening, result, still) if in_range and not banner else None,
        notes=_notes(say, screening, result) if in_range and not banner else None,
        more=(
            *((Fact(label=say("earlier.label"), value=earlier),) if earlier else ()),
            *_more(say, screening, result, in_range, is_emergency=banner is not None),
        ),
        data=data,
    )


def _parents_page(say: Phrases) -> ParentsPage:
    at, two, more = (say.words.find(f"report.parents_page.{key}") for key in ("at", "two", "more"))
    return ParentsPage(end=say("parents_page.end"), at=at, two=two, more=more)


def disclaimer(say: Phrases) -> Disclaimer:
    """What this paper is not, and whether a clinician has reviewed the content."""
    pack = say.pack
    names = plain_line("; ".join(pack.info.reviewed_by))
    reviewed = (
        say("disclaimer.reviewed", names=names) if pack.reviewed else say("disclaimer.not_reviewed")
    )
    return Disclaimer(lead=say("disclaimer.lead"), lines=(say("disclaimer.body"), reviewed))


def _worry(say: Phrases, screening: Screening) -> tuple[Fact, ...]:
    words = plain(screening.worry.words).strip()
    level = say(f"worry.{screening.worry.level or 'absent'}")
    said = say("worry.quote", words=words) if words else ""
    if not words and screening.worry.level in ("yes", "not_sure"):
        said = say("worry.no_words")
    facts = [Fact(label=say("worry.level"), value=f"{level} {said}".strip(), strong=True)]
    is_worried = screening.worry.level in ("yes", "not_sure")
    for question in say.pack.protocol.background:
        if question.kind == "yesno" or question.lasting:
            continue
        value = screening.background.get(question.id)
        given = _given(say, question, value) if value else ""
        if not value and is_worried and question.kind == "text":
            given = say.absent("who.not_given")
        if given:
            facts.append(Fact(label=_question(say, question.id), value=given))
    return tuple(facts)


def _given(say: Phrases, question: Question, value: str) -> str:
    """The option that was chosen, or the words that were written."""
    option = say.words.find(f"background.{question.id}.options.{value}")
    if question.kind == "choice" and isinstance(option, str):
        return option.strip()
    return say("worry.quote", words=plain(value))


def _question(say: Phrases, question: str) -> str:
    return say.words(f"background.{question}.clinical")


def _background(say: Phrases, screening: Screening, result: Result) -> tuple[Fact, ...]:
    """What lasts in the parent's words, the yes/no questions by answer, situations, follow-up."""
    facts = [
        Fact(label=_question(say, question.id), value=_given(say, question, value), strong=True)
        for question in say.pack.protocol.background
        if question.kind != "yesno" and question.lasting
        if (value := screening.background.get(question.id))
    ]
    asked = [q.id for q in say.pack.protocol.background if q.kind == "yesno" and q.id != "film"]
    is_answered = any(screening.background.get(q) for q in asked)
    for answer in ("yes", "not_sure", "no"):
        named = [_question(say, q) for q in asked if screening.background.get(q) == answer]
        if named or (answer == "yes" and is_answered):
            facts.append(
                Fact(
                    label=say(f"background.{answer}"),
                    value="; ".join(named) or say("background.none"),
                    strong=answer == "yes" and bool(named),
                )
            )
    unasked = [_question(say, q) for q in asked if q not in screening.background]
    if unasked:
        facts.append(
            Fact(
                label=say("background.unasked"),
                value="; ".join(unasked),
                yields="unanswered",
                short=say.moved(len(unasked)),
            )
        )
    situations = [
        say.words(f"situations.{s}.clinical")
        for s in screening.situations
        if not say.pack.protocol.situation_by_id[s].private
    ]
    facts.append(
        Fact(
            label=say("background.situations"),
            value="; ".join(situations) or say("background.no_situation"),
            strong=bool(situations),
        )
    )
    days = result.ages.gestation_days
    if days is not None and days < say.pack.protocol.result.ages.programme_below_days:
        programme = say.words("result.programme.clinical")
        facts.append(Fact(label=say("background.programme"), value=programme, strong=True))
    return tuple(facts)


def _notes(say: Phrases, screening: Screening, result: Result) -> Group | None:
    """The notes to checks in the parent's words, those to findings first; None without any."""
    found = {finding.check for finding in result.findings}
    order = sorted(say.pack.protocol.checks, key=lambda check: (check.id not in found, check.order))
    lines = tuple(
        say("notes.line", check=say.check(check.id), note=note)
        for check in order
        if (entry := screening.checks.get(check.id))
        and (note := plain_line(entry.note))
        and not quoted_note(entry)
    )
    return Group(title=say("notes.title"), lines=lines) if lines else None


def _more(
    say: Phrases, screening: Screening, result: Result, in_range: bool, *, is_emergency: bool
) -> tuple[Fact, ...]:
    """What was changed, what was not seen, the film, and outside an emergency paper the signs."""
    facts = [*replaced_fact(say, screening)]
    if in_range and screening.checks and not is_emergency:
        missed = not_seen(say, screening, result)
        lines = (
            say("not_seen.line", reason=reason, checks=say.checks(checks))
            for reason, checks in missed.items()
        )
        facts.append(
            Fact(
                label=say("not_seen.title"),
                value=" · ".join(lines) or say("not_seen.nothing"),
                yields="missed" if missed else "never",
                short=_missed_short(say, screening, result, sum(map(len, missed.values()))),
            )
        )
    if not is_emergency:
        signs = "\n".join(_signs(say, screening, result))
        facts.append(Fact(label=say("signs.title"), value=signs))
    film = screening.background.get("film", "unasked")
    facts.append(Fact(label=say("film.title"), value=say(f"film.{film}"), strong=film == "yes"))
    return tuple(facts)


def _missed_short(say: Phrases, screening: Screening, result: Result, named: int) -> str:
    """How many checks were not seen, where page 1 has no room for their names."""
    counted = result.coverage.total - result.coverage.seen
    counts = {"counted": counted, "others": named - counted}
    if seen := len(say.restless(screening)):
        return say("not_seen.moved_restless", restless=seen, **counts)
    return say("not_seen.moved", **counts)


def _signs(say: Phrases, screening: Screening, result: Result) -> list[str]:
    """Signs answered yes or not sure by name; the plain no ones as a count."""
    lines = []
    for answer in ("yes", "not_sure"):
        named = [
            sign_name(say, screening, sign.id)
            for sign in say.pack.protocol.signs
            if screening.urgent.get(sign.id) == answer
        ]
        if named:
            lines.append(say("signs.line", answer=say(f"signs.{answer}"), signs="; ".join(named)))
    if not screening.urgent:
        return [say("signs.none_asked")]
    noes = noes_of_age(say, screening, result)
    names = [sign_name(say, screening, sign.id) for sign in noes if sign.named]
    text = say("signs.no_count" if lines else "signs.all_no", count=len(noes))
    return [*lines, say("signs.among", noes=text, signs="; ".join(names)) if names else text]
