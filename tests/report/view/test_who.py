"""Who was looked at, by whom, when and how."""

from __future__ import annotations

from tests.report.cases import asymmetric, typical, view_of
from tests.report.view.parts import rows_of, section_of, value_of
from tonecheck.protocol.pack import Pack


def test_both_ages_and_gestation_stand_on_page_one(pack: Pack) -> None:
    """A preterm baby's calendar and corrected age are both given in months and days."""
    who = view_of(pack, asymmetric(pack)).front.who
    assert value_of(who, "Calendar age") == "6 months 12 days"
    assert value_of(who, "Corrected age") == "5 months 6 days"
    assert value_of(who, "Gestation at birth") == "34+5 weeks"


def test_days_of_the_gestation_that_were_not_told_are_not_made_up(pack: Pack) -> None:
    """Told in weeks alone it says so, and the ages stay those of the first day of that week."""
    data = asymmetric(pack)
    data["child"]["gestation_days"] = 0
    exact = view_of(pack, data).front.who
    del data["child"]["gestation_days"]
    weeks = view_of(pack, data).front.who
    assert value_of(exact, "Gestation at birth") == "34+0 weeks"
    assert value_of(weeks, "Gestation at birth") == "34 weeks, days not told"
    for age in ("Calendar age", "Corrected age"):
        assert value_of(weeks, age) == value_of(exact, age)


def test_a_later_version_says_so_on_page_one(pack: Pack) -> None:
    """From the second on a row of its own tells it, and every page names it; the first does not."""
    data = asymmetric(pack)
    first = view_of(pack, data)
    assert "Version" not in {fact.label for fact in first.front.who}
    second = view_of(pack, {**data, "revision": 2})
    told = "2, answers changed after the first result"
    assert value_of(second.front.who, "Version") == told
    assert "tc-asymmetric (version 2)" in second.stamp
    assert "revision" not in second.stamp


def test_what_was_told_of_the_last_feed_stands_on_page_one(pack: Pack) -> None:
    """Each chosen option with what was asked; without one nothing is said."""
    data = asymmetric(pack)
    fed = {"readiness": {"fed_when": "between"}}
    without = {fact.label for fact in view_of(pack, {**data, "readiness": {}}).front.who}
    assert value_of(view_of(pack, {**data, **fed}).front.who, "Last feed") == (
        "One to three hours ago"
    )
    assert "Last feed" not in without


def test_what_is_told_from_memory_was_not_watched(pack: Pack) -> None:
    """Nor does the list of all checks say that it was."""
    data = typical(pack)
    data["checks"] = {"head_from_birth": {"answers": ["no"]}, "rolls": {"answers": ["none"]}}
    view = view_of(pack, data)
    told = "1 watched over several days · 1 from memory"
    assert value_of(view.front.who, "Checks, by state") == told
    states = [row[3] for row in rows_of(section_of(view, "items"))]
    assert sorted(states) == ["from memory", "over days"]
