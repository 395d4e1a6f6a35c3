"""The checks to ask for at the visit, in parents' words."""

from __future__ import annotations

from tonecheck.protocol.reading import Level
from tonecheck.report.view.phrases import Phrases
from tonecheck.scoring.result import Result


def asks(say: Phrases, result: Result) -> str:
    """One sentence for the findings that lead to a visit; empty without any, and when urgent."""
    findings = [] if result.how else result.findings
    routes = dict.fromkeys(f.route for f in findings if f.route and f.severity >= Level.DOCTOR)
    text = "; ".join(say.words(f"result.routes.{route}.label") for route in routes)
    return f"{text[:1].upper()}{text[1:]}." if text else ""
