"""Answers that do not go together."""

from __future__ import annotations

from tests.report.cases import typical, view_of
from tonecheck.protocol.pack import Pack


def test_answers_that_cannot_both_be_true_are_told_to_doctor_and_parent(pack: Pack) -> None:
    """Each pair of the content stands on page 1 and the parent's page; half a pair does not."""
    data = typical(pack)
    data["child"] = {"age_months": 7, "age_weeks": 0}
    one, other = {"answers": ["flat"]}, {"answers": ["forearms"]}
    for checks, is_told in (({"tlr": one, "prone": other}, True), ({"tlr": one}, False)):
        data["checks"] = checks
        view = view_of(pack, data)
        assert view.front.computed is not None
        facts = {fact.label: fact.value for fact in view.front.computed.facts}
        assert ("Do not fit" in facts) is is_told
        assert ("These do not fit together: “On the back, on" in str(view.parent)) is is_told
