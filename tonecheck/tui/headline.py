"""What stands above every result, on its page and in plain lines."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from tonecheck.protocol.leans import lean
from tonecheck.protocol.pack import Pack, Words
from tonecheck.protocol.reading import Level
from tonecheck.report.view.asks import asks
from tonecheck.report.view.phrases import Phrases
from tonecheck.report.view.told_signs import told_signs, unsure_signs, what_to_do
from tonecheck.scoring.combine import beside, most_seen_first, told_by
from tonecheck.scoring.result import Finding, Pattern, Result
from tonecheck.screening.document import Screening

FEW = 3
"""So many checks are named beside a lean; the page below names them all."""

TO_DO, SIGN = ">>", "!"
"""The marks of what to do and of what was said about an urgent sign."""


def headline(
    pack: Pack, screening: Screening, result: Result, emergency: str, still: str
) -> Iterator[tuple[str, str]]:
    """Signs not sure of, what to do, whom to ask, what may `still` stand, the worry, the lean.

    `still` is advice of an earlier screening. A lean that rests on one check says so. Each line
    comes behind its mark, empty for most.
    """
    words = pack.words
    say = Phrases(pack)
    for line in unsure_signs(say, screening, result, emergency):
        yield TO_DO, line
    yield TO_DO, what_to_do(say, screening, result, emergency, "headline")
    if asked := asks(say, result):
        yield TO_DO, asked
    for line in told_signs(say, screening, result, emergency):
        yield SIGN, line
    if still:
        yield TO_DO, still
    worry = screening.worry.level
    if worry in ("yes", "not_sure") and not result.how:
        yield "", words(f"result.worry.{worry}")
    patterns = most_seen_first(result.patterns, result.findings)
    if leans := ". ".join(_lean(words, result, pattern) for pattern in patterns):
        yield "", f"{leans}."
    if not result.how and (others := _others(words, result)):
        yield "", words("result.others.text", checks=others)
    if result.rests_on_one and not result.how:
        yield "", words("result.one_sign.text")
    yield "", words("result.disclaimer.short")


def _others(words: Words, result: Result) -> str:
    """The checks that ask for a visit and make no lean, so that none that set it goes unsaid."""
    rest = beside(result.patterns, result.findings)
    asking = dict.fromkeys(f.check for f in rest if f.severity >= Level.DOCTOR)
    return "; ".join(words.checks[check].name for check in asking)


def _lean(words: Words, result: Result, pattern: Pattern) -> str:
    """A pattern with the checks it comes from, where they are few; mild ones if no others do."""
    told = told_by(pattern, result.findings) or result.findings
    names = [words.checks[check].name for check in dict.fromkeys(f.check for f in told)]
    if len(names) == 1:
        names = [f"{names[0]}{_answers(words, result, told)}"]
    said = lean(words, pattern, len(names))
    return f"{said}: {', '.join(names)}" if 0 < len(names) <= FEW else said


def _answers(words: Words, result: Result, told: Sequence[Finding]) -> str:
    """What was ticked of one check: its name alone may read as if it were the sign."""
    ticked = {(item.check, item.answer) for item in result.readings if not item.derived}
    given = (f for f in told if (f.check, f.answer) in ticked)
    labels = dict.fromkeys(words.answer(f.check, f.answer).label for f in given)
    return f" (“{'”, “'.join(labels)}”)" if labels else ""


def unsaid(text: str, said: Collection[str]) -> str:
    """What of `text` was not `said` already, be it all of it or its first sentences."""
    begun = next((line for line in said if text.startswith(f"{line} ")), "")
    return "" if text in said else text.removeprefix(begun).lstrip()
