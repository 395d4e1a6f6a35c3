"""What the unvalidated rules made of the answers, for page 1."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from tonecheck.protocol.check import AXIAL
from tonecheck.protocol.months import first_day
from tonecheck.protocol.reading import Direction, Level
from tonecheck.report.view.blocks import Fact
from tonecheck.report.view.body import regions_of
from tonecheck.report.view.model import ComputedBox
from tonecheck.report.view.phrases import Phrases
from tonecheck.report.view.signs import seen_on, sign_name
from tonecheck.report.view.told_signs import unsure_clinical
from tonecheck.report.view.unfit import opposite_sides, unfit_clinical
from tonecheck.scoring.combine import findings_behind
from tonecheck.scoring.result import Finding, Pattern, Result
from tonecheck.screening.document import Screening


def computed_box(say: Phrases, screening: Screening, result: Result, still: str) -> ComputedBox:
    """Patterns, action, earlier advice that may `still` stand, whom to see, why, coverage."""
    facts = (
        Fact(
            label=say("computed.pattern"),
            value=_found(say, result),
            strong="normal" not in result.patterns,
        ),
        Fact(label=say("computed.young"), value=_young(say, result)),
        Fact(
            label=say("computed.action"),
            value="; ".join(
                (*unsure_clinical(say, screening, result), action(say, result.action_key))
            ),
            strong=result.action_key != "none",
        ),
        Fact(label=say("computed.still"), value=still, strong=True),
        Fact(label=say("computed.sides"), value=opposite_sides(say, result), strong=True),
        Fact(label=say("computed.unfit"), value=unfit_clinical(say, screening)),
        Fact(label=say("computed.whom"), value=_whom(say, screening, result)),
        Fact(label=say("computed.article"), value=_article(say, result)),
    )
    others = [Fact(label=say("computed.why"), value="; ".join(floor_lines(say, screening, result)))]
    others.append(Fact(label=say("computed.recheck"), value=_recheck(say, result)))
    if result.rests_on_one:
        weight = say.words("result.one_sign.clinical")
        others.append(Fact(label=say("computed.one_sign"), value=weight))
    if result.coverage.enough and result.findings:
        others.append(Fact(label=say("computed.coverage"), value=coverage(say, result)))
    return ComputedBox(
        title=say("computed.title"),
        note=say("computed.note"),
        facts=tuple(fact for fact in facts if fact.value),
        others=tuple(fact for fact in others if fact.value),
    )


def is_young(say: Phrases, result: Result) -> bool:
    """Whether a baby is at the age when free movement says most."""
    return result.ages.corrected_days[0] < first_day(say.pack.protocol.result.ages.young_until)


def _young(say: Phrases, result: Result) -> str:
    """How much is missed at so young an age; else empty."""
    return say.words("result.young.clinical") if is_young(say, result) else ""


def has_base_rates(result: Result) -> bool:
    """Base rates stand beside findings, with `recheck` and `doctor` only: they must not calm."""
    return bool(result.findings) and result.action in ("recheck", "doctor")


def patterns(say: Phrases, result: Result, found: Iterable[Pattern]) -> str:
    """Patterns `found` for the answers of a result, in clinicians' words."""
    return _upper("; ".join(_pattern(say, result, pattern) for pattern in found))


def _recheck(say: Phrases, result: Result) -> str:
    """The findings too mild to make a pattern, each with the way it leans."""
    return "; ".join(
        say(
            "computed.recheck_line",
            check=say.check(finding.check),
            lean=say("computed.no_answer")
            if finding.is_of_reason
            else say.lean(finding.check, finding.direction),
        )
        for finding in result.findings
        if finding.severity is Level.RECHECK
        and (finding.is_of_reason or finding.direction is not Direction.NONE)
    )


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _placed(say: Phrases, result: Result, pattern: Pattern, findings: Sequence[Finding]) -> str:
    """A pattern with the parts of the body it is of, where it is of any."""
    text, places = _pattern(say, result, pattern), _places(say, pattern, findings)
    return say("computed.where", pattern=text, places=places) if places else text


def _places(say: Phrases, pattern: Pattern, findings: Sequence[Finding]) -> str:
    """Where the findings behind a pattern are: limbs with their side, then what has none."""
    found: dict[str, None] = {}
    behind = findings_behind(pattern, findings)
    for finding in sorted(behind, key=lambda finding: finding.side is None):
        regions = regions_of(say, finding)
        is_sided = finding.side in ("left", "right") and AXIAL not in regions
        if is_sided and len(regions) > 1:
            found[say("computed.where_side", side=say.side(finding.side))] = None
            continue
        for region in regions:
            if is_sided:
                part = say(f"map.parts.{region}")
                found[say("computed.where_sided", side=say.side(finding.side), part=part)] = None
            else:
                found[say.words(f"result.regions.{region}.clinical").lower()] = None
    return ", ".join(found)


def _pattern(say: Phrases, result: Result, pattern: Pattern) -> str:
    """What is incomplete though enough was seen, is so for an urgent sign."""
    is_for_signs = pattern == "incomplete" and result.coverage.enough
    key = "clinical_signs" if is_for_signs else "clinical"
    return say.words(f"result.patterns.{pattern}.{key}")


def coverage(say: Phrases, result: Result) -> str:
    """How many of the checks that could lead to a visit were seen."""
    seen = result.coverage
    return say("computed.coverage_value", seen=seen.seen, total=seen.total)


def _found(say: Phrases, result: Result) -> str:
    """The patterns, and how much was seen where that limits what they say."""
    seen = result.coverage
    if "normal" in result.patterns:
        missed = seen.total - seen.seen
        return say("computed.unmarked", seen=seen.seen, total=seen.total, missed=missed)
    found = (_placed(say, result, pattern, result.findings) for pattern in result.patterns)
    named = _upper("; ".join(found))
    if seen.enough:
        return named
    key = "too_little" if "incomplete" in result.patterns else "little"
    return say(f"computed.{key}", patterns=named, coverage=coverage(say, result))


def action(say: Phrases, key: str) -> str:
    """An action in clinicians' words."""
    return say.words(f"result.actions.{key}.clinical")


def _whom(say: Phrases, screening: Screening, result: Result) -> str:
    """What to consider: what a lean asks for, then first what something told makes likelier."""
    leans = [
        lean
        for pattern in result.patterns
        if isinstance(lean := say.words.find(f"result.patterns.{pattern}.consider"), str)
    ]
    routes = dict.fromkeys(finding.route for finding in result.findings if finding.route)
    told = {
        route: [say.words(f"background.{q}.clinical") for q in told_for(say, screening, route)]
        for route in routes
    }
    asked = [
        say("computed.whom_told", route=_route(say, result, route), told="; ".join(told[route]))
        if told[route]
        else _route(say, result, route)
        for route in sorted(routes, key=lambda route: not told[route])
    ]
    return "; ".join((*leans, *asked))


def _route(say: Phrases, result: Result, route: str) -> str:
    """A route in clinicians' words, in those for the young where it has any."""
    young = say.words.find(f"result.routes.{route}.clinical_young")
    if isinstance(young, str) and is_young(say, result):
        return young
    return say.words(f"result.routes.{route}.clinical")


def told_for(say: Phrases, screening: Screening, route: str) -> list[str]:
    """The background questions that belong to a route and were answered yes."""
    return [
        question.id
        for question in say.pack.protocol.background
        if question.route == route and screening.background.get(question.id) == "yes"
    ]


def floor_lines(say: Phrases, screening: Screening, result: Result) -> tuple[str, ...]:
    """What set the action, each rule in clinicians' words."""
    by_rule = {finding.rule: finding.check for finding in result.findings}
    alone: dict[str, None] = {}
    lines = []
    for floor in result.floors:
        kind, _, rest = floor.partition(":")
        if floor in by_rule:
            alone[by_rule[floor]] = None
        elif kind == "urgent":
            lines.append(say("floors.urgent", sign=say.words(f"gate.{rest}.clinical")))
        elif kind == "situation":
            situation = say.words(f"situations.{rest}.clinical")
            lines.append(say("floors.situation", situation=situation))
        elif floor in _SIGN_FLOORS:
            signs = "; ".join(_SIGN_FLOORS[floor](say, screening, result))
            lines.append(say(f"floors.{floor}", signs=signs))
        elif say.words.find(f"report.floors.{floor}"):
            lines.append(say(f"floors.{floor}"))
    if alone:
        key = "findings" if len(alone) > 1 else "alone" if lines else "finding"
        lines.append(say(f"computed.set_by_{key}", checks=say.checks(alone)))
    return tuple(lines)


def _unsure(say: Phrases, screening: Screening, result: Result) -> Iterable[str]:
    for sign, answer in screening.urgent.items():
        if answer == "not_sure":
            yield say.words(f"gate.{sign}.clinical")


def _seen_by_doctor(say: Phrases, screening: Screening, result: Result) -> Iterable[str]:
    for sign, answer in screening.urgent.items():
        if answer == "yes" and f"urgent.{sign}" in screening.seen_by_doctor:
            yield sign_name(say, screening, sign)
    for finding in result.findings:
        key = f"{finding.check}.{finding.answer}"
        if finding.how and key in screening.seen_by_doctor:
            name = say.named(finding.check, finding.answer, finding.side)
            yield seen_on(say, screening, key, name)


_SIGN_FLOORS: dict[str, Callable[[Phrases, Screening, Result], Iterable[str]]] = {
    "gate_not_sure": _unsure,
    "seen_by_doctor": _seen_by_doctor,
}


def _article(say: Phrases, result: Result) -> str:
    if result.rules == "article":
        return say("computed.article_leads")
    if not result.readings and not result.findings:
        return ""
    view = result.article
    key = view.how.value if view.how else view.action
    has_same_pattern, has_same_action = view.patterns == result.patterns, key == result.action_key
    if has_same_pattern and has_same_action:
        return say("computed.article_same")
    return say(
        "computed.article_view",
        pattern=say("computed.article_pattern")
        if has_same_pattern
        else _upper("; ".join(_placed(say, result, p, view.findings) for p in view.patterns)),
        advice=say("computed.article_advice") if has_same_action else action(say, key),
    )
