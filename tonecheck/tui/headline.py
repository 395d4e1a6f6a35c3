"""What stands above every result, on its page and in plain lines."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from tonecheck.protocol.pack import Pack
from tonecheck.report.view.asks import asks
from tonecheck.report.view.phrases import Phrases
from tonecheck.report.view.told_signs import told_signs
from tonecheck.scoring.result import Result
from tonecheck.screening.document import Screening

TO_DO, SIGN = ">>", "!"
"""The marks of what to do and of what was said about an urgent sign."""


def headline(
    pack: Pack, screening: Screening, result: Result, emergency: str, still: str
) -> Iterator[tuple[str, str]]:
    """What to do and whom to ask, earlier advice that may `still` stand, the worry, the lean.

    A lean that rests on one check says so. Each line comes behind its mark, empty for most.
    """
    words = pack.words
    say = Phrases(pack)
    yield TO_DO, words(f"result.actions.{result.action_key}.headline", emergency=emergency)
    if asked := asks(say, result):
        yield TO_DO, asked
    for line in told_signs(say, screening, result, emergency):
        yield SIGN, line
    if still:
        yield TO_DO, still
    worry = screening.worry.level
    if worry in ("yes", "not_sure") and not result.how:
        yield "", words(f"result.worry.{worry}")
    leans = ". ".join(words(f"result.patterns.{p}.parent") for p in result.patterns)
    if leans:
        yield "", f"{leans}."
    if result.rests_on_one and not result.how:
        yield "", words("result.one_sign.text")
    yield "", words("result.disclaimer.short")


def unsaid(text: str, said: Collection[str]) -> str:
    """What of `text` was not `said` already, be it all of it or its first sentences."""
    begun = next((line for line in said if text.startswith(f"{line} ")), "")
    return "" if text in said else text.removeprefix(begun).lstrip()
