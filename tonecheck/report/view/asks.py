"""The checks to ask for at the visit, in parents' words."""

from __future__ import annotations

from tonecheck.protocol.reading import Level
from tonecheck.report.view.phrases import Phrases
from tonecheck.scoring.result import Result


def asks(say: Phrases, result: Result) -> str:
    """One sentence for the findings that lead to a visit; empty without any, and when urgent."""
    findings = [] if result.how else result.findings
    routes: dict[str, dict[str, None]] = {}
    for finding in findings:
        if finding.route and finding.severity >= Level.DOCTOR:
            name = say.words.checks[finding.check].name
            routes.setdefault(finding.route, {})[name] = None
    text = "; ".join(
        say(
            "parent.ask_for",
            route=say.words(f"result.routes.{route}.label"),
            checks=", ".join(checks),
        )
        for route, checks in routes.items()
    )
    return f"{text[:1].upper()}{text[1:]}." if text else ""
