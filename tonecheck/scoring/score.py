"""Score a screening: a pure function of protocol, answers and earlier findings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from tonecheck.protocol.check import RuleSet
from tonecheck.protocol.pack import Pack, Protocol
from tonecheck.protocol.reading import Action, Direction, Level
from tonecheck.scoring.combine import (
    asymmetry,
    counted,
    counts,
    coverage,
    earlier_floors,
    finding_floors,
    offered,
    spoken_floors,
    tone_patterns,
)
from tonecheck.scoring.given import given_answers
from tonecheck.scoring.readings import Reader, reason_finding
from tonecheck.scoring.result import (
    AgeView,
    ArticleView,
    ContentView,
    Coverage,
    Earlier,
    Finding,
    ItemReading,
    Missed,
    Pattern,
    Result,
)
from tonecheck.screening.ages import Ages, Days, Place, ages_of
from tonecheck.screening.document import Screening

_TONE = (Direction.HIGH, Direction.LOW, Direction.SIDE, Direction.BOTH)


def score(
    pack: Pack,
    screening: Screening,
    earlier: Sequence[Earlier] = (),
    rules: RuleSet = "published",
) -> Result:
    """What `screening` adds up to, with `rules` leading.

    Both rule sets are computed; the action is never lower under the article's than under the
    published one. Raises InputError when the age cannot be worked out.
    """
    protocol = pack.protocol
    ages = ages_of(screening.child, screening.observed_on, protocol.result.ages)
    days = ages.corrected if ages.place is Place.IN_RANGE else None
    given = given_answers(protocol, screening) if days else ()
    reader = Reader(protocol, screening, days or Days(0, 0), given)
    readings = tuple(reader.read(item) for item in given)
    reasons = _reasons(protocol, screening) if days else ()
    published = _findings(chain((item.published for item in readings), reasons))
    article = _findings(chain((item.article for item in readings), reasons))
    covered = coverage(protocol, screening, days, reader.cap)
    calm = _gate_is_clear(protocol, screening, ages) and days is not None
    floors = [
        *spoken_floors(protocol, screening),
        *finding_floors(protocol, screening, published),
        *earlier_floors(protocol, screening, published, earlier),
    ]
    action = max((floor for _, floor in floors), default=Action.NONE)
    article_action = max(action, *(finding.asks_for for finding in article), Action.NONE)
    article_view = ArticleView(
        patterns=_patterns(article, covered, calm),
        action=article_action.level,
        how=article_action.how,
        findings=article,
    )
    leads_article = rules == "article"
    findings = article if leads_article else published
    leading = article_action if leads_article else action
    return Result(
        rules=rules,
        patterns=_patterns(findings, covered, calm),
        asymmetry=asymmetry(findings),
        action=leading.level,
        how=leading.how,
        floors=tuple(dict.fromkeys(name for name, floor in floors if floor is action)),
        coverage=covered,
        counts=counts(findings),
        findings=findings,
        readings=readings,
        sources_differ=tuple(item for item in readings if _differs(item)),
        missed=_missed(protocol, screening, days),
        article=article_view,
        ages=AgeView(
            calendar_days=(ages.calendar.first, ages.calendar.last),
            corrected_days=(ages.corrected.first, ages.corrected.last),
            corrected=ages.is_corrected,
            gestation_days=ages.gestation_days,
            place=ages.place.value,
        ),
        content=ContentView(
            version=pack.info.version, fingerprint=pack.fingerprint, reviewed=pack.reviewed
        ),
    )


def _findings(readings: Iterable[Finding | None]) -> tuple[Finding, ...]:
    found = [r for r in readings if r is not None and r.severity >= Level.RECHECK]
    return tuple(sorted(found, key=lambda finding: -finding.severity))


def _reasons(protocol: Protocol, screening: Screening) -> tuple[Finding, ...]:
    """The checks without an answer for a reason that is itself a finding."""
    rules = protocol.result.rules
    return tuple(
        reason_finding(check, reason, rule)
        for check in protocol.checks
        if (entry := screening.checks.get(check.id))
        and (reason := entry.not_seen)
        and (rule := rules.of_reason(reason))
    )


def _gate_is_clear(protocol: Protocol, screening: Screening, ages: Ages) -> bool:
    """Whether every urgent sign for this age was answered no, and no situation stops all."""
    youngest = ages.youngest
    asked = {sign.id for sign in protocol.signs if sign.applies(youngest)}
    no_sign = asked <= screening.urgent.keys() and all(
        answer == "no" for answer in screening.urgent.values()
    )
    return no_sign and not any(protocol.situation_by_id[s].stops for s in screening.situations)


def _patterns(findings: Sequence[Finding], covered: Coverage, calm: bool) -> tuple[Pattern, ...]:
    if found := tone_patterns(findings):
        return found
    return ("normal",) if covered.enough and calm else ("incomplete",)


def _differs(item: ItemReading) -> bool:
    """Whether the rule sets read an answer differently: as sign or not, or as another lean.

    As sign for a visit or for another look, too: only the first makes a pattern.
    """
    published, article = item.published, item.article
    if published is None or article is None:
        return False
    low, high = sorted((published.severity, article.severity))
    if low < Level.RECHECK or low < Level.DOCTOR <= high:
        return low is not high
    leans = {published.direction, article.direction}
    return len(leans) > 1 and leans <= set(_TONE)


def _missed(protocol: Protocol, screening: Screening, days: Days | None) -> tuple[Missed, ...]:
    if days is None:
        return ()
    left_by = {
        check: situation
        for situation in reversed(screening.situations)
        for check in protocol.situation_by_id[situation].leaves
    }
    counting = {check.id for check in counted(protocol, days)}
    missed = []
    for check in offered(protocol, days):
        entry = screening.checks.get(check.id)
        if entry is None or not entry.has_answers:
            reason = entry.not_seen if entry else None
            missed.append(
                Missed(
                    check=check.id,
                    counted=check.id in counting,
                    reason=reason,
                    situation=left_by.get(check.id),
                )
            )
    return tuple(missed)
