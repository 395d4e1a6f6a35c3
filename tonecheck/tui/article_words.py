"""What the article's own ages alone would make of the answers, in parents' words."""

from __future__ import annotations

from functools import reduce

from tonecheck.protocol.pack import Pack
from tonecheck.scoring.result import Result


def article(pack: Pack, result: Result) -> str:
    """The lean by those ages and what it comes from, or why there is none to tell."""
    words, view = pack.words, result.article
    if result.rules == "article":
        return words("result.article.leads")
    if "incomplete" in view.patterns:
        return words("result.article.incomplete")
    because = dict.fromkeys(words.checks[finding.check].name for finding in view.findings)
    if not because:
        return words("result.article.none")
    lean = reduce(
        lambda first, second: words("result.article.and", first=first, second=second),
        (words(f"result.patterns.{pattern}.lean") for pattern in view.patterns),
    )
    return words("result.article.line", lean=lean, because="; ".join(because))
