"""`score` and `schema`: valid input gives its result, anything else a message naming the field."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories import typical_baby
from tonecheck.cli import main
from tonecheck.commands import reading
from tonecheck.errors import InputError
from tonecheck.protocol.check import RULE_SETS, RuleSet
from tonecheck.protocol.pack import Pack
from tonecheck.scoring.result import Result
from tonecheck.scoring.score import score
from tonecheck.screening.before import EarlierScreenings
from tonecheck.screening.document import Screening, screening_from

CHILD = {"birth_date": "2025-11-01", "gestation_weeks": 39}
BASE: dict[str, Any] = {"child": CHILD, "observed_on": "2026-03-01"}
HOSTILE = "[/b]{{7*7}}\x1b[31m\u202e\u0623\u0647\u0644👶🏽\x00"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The file a test writes its input to."""
    return tmp_path / "baby.json"


@pytest.fixture(autouse=True)
def _read_once(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each command scores with the one pack that was read for all tests."""
    monkeypatch.setattr("tonecheck.commands.score.load_pack", lambda _: pack)


def refused(file: Path, capsys: pytest.CaptureFixture[str], content: str | bytes | Any) -> str:
    """What is said of `content`, which must be refused as input without a traceback."""
    if not isinstance(content, str | bytes):
        content = json.dumps(content)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    assert main(["score", str(file)]) == 4
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"tonecheck: {file}: ")
    assert "Traceback" not in said.err
    assert "\x1b" not in said.err
    return said.err


def test_a_result_is_what_scoring_gives(
    file: Path, pack: Pack, capsys: pytest.CaptureFixture[str]
) -> None:
    """The JSON on stdout is the whole result, for either rule set; stderr is silent."""
    screening = typical_baby(pack.protocol, 120)
    file.write_text(screening.to_json())
    rules: RuleSet
    for rules in RULE_SETS:
        assert main(["score", str(file), "--rules", rules]) == 0
        said = capsys.readouterr()
        assert said.err == ""
        assert Result.model_validate_json(said.out) == score(pack, screening, (), rules)


def test_standard_input_is_a_file_too(
    pack: Pack, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, file: Path
) -> None:
    """`-` reads standard input."""
    file.write_text(typical_baby(pack.protocol, 120).to_json())
    with file.open() as opened:
        monkeypatch.setattr("sys.stdin", opened)
        assert main(["score", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["patterns"] == ["normal"]


def test_a_byte_order_mark_is_no_fault(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Files saved by other editors are read."""
    file.write_bytes(b"\xef\xbb\xbf" + json.dumps(BASE).encode())
    assert main(["score", str(file)]) == 0


def test_a_missing_day_is_today_and_said(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only with a birth date, from the clock, which $SOURCE_DATE_EPOCH sets."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772355600")
    file.write_text(json.dumps({"child": CHILD}))
    assert main(["score", str(file)]) == 0
    said = capsys.readouterr()
    assert "observed_on was not given; taken as today, 2026-03-01" in said.err
    assert json.loads(said.out)["ages"]["calendar_days"] == [120, 120]

    file.write_text(json.dumps({"child": {"age_months": 3}}))
    assert main(["score", str(file)]) == 0
    assert capsys.readouterr().err == ""


def test_a_wrong_clock_is_said(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A $SOURCE_DATE_EPOCH that is no time is an input error."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    file.write_text(json.dumps({"child": CHILD}))
    assert main(["score", str(file)]) == 4
    assert "SOURCE_DATE_EPOCH" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"child": {**CHILD, "birth_date": "2026-03-02"}}, "child.birth_date: 2026-03-02 is after"),
        ({"child": {"birth_date": "2999-01-01"}, "observed_on": None}, "child.birth_date"),
        ({"child": {**CHILD, "gestation_weeks": 55}}, "child.gestation_weeks"),
        ({"child": {}}, "child: give either birth_date or age_months"),
        ({"child": "Mila"}, "child"),
        ({"urgent": {"nope": "yes"}}, "urgent.nope"),
        ({"urgent": {"fit": "maybe"}}, "urgent.fit"),
        ({"situations": ["nope"]}, "situations"),
        ({"background": {"nope": "yes"}}, "background.nope"),
        ({"checks": {"nope": {"answers": ["x"]}}}, "checks.nope: no such check"),
        ({"checks": {"moro": {"answers": ["nope"]}}}, "checks.moro.answers: no such answer"),
        ({"checks": {"moro": {"answers": "both"}}}, "checks.moro.answers"),
        ({"checks": {"moro": {"answers": [1]}}}, "checks.moro.answers"),
        (
            {"checks": {"hip_opening": {"answers": ["even"], "left": ["even"], "right": ["even"]}}},
            "checks.hip_opening.answers",
        ),
        ({"checks": {"moro": {"answers": ["both"], "state": "happy"}}}, "checks.moro.state"),
        ({"observed_on": 5}, "observed_on"),
        ({"observed_on": "soon"}, "observed_on"),
        ({"nope": 1}, "nope: is not a field"),
        ({HOSTILE: 1}, "is not a field"),
        ({"urgent": {HOSTILE: "yes"}}, "no such sign"),
    ],
)
def test_a_wrong_field_is_named(
    file: Path, capsys: pytest.CaptureFixture[str], change: dict[str, Any], field: str
) -> None:
    """Each fault names its field and is no traceback."""
    assert field in refused(file, capsys, {**BASE, **change})


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "not valid JSON"),
        (b'{"child": \n  }', "line 2, column 3"),
        (b"[]", "one JSON object"),
        (b"null", "one JSON object"),
        (b"\xff{}", "not UTF-8"),
        (b'{"a": NaN}', "NaN"),
        (b'{"a": -Infinity}', "Infinity"),
        (b'{"a": 1e999}', "too large"),
        (b'{"a": ' + b"9" * 5000 + b"}", "too many digits"),
        (b'{"a": 1, "b": 2, "a": 3}', "'a' is given twice"),
        (b'{"checks": {"moro": {}, "moro": {}}}', "'moro' is given twice"),
        (b'{"a":' * 100_000, "nested too deeply"),
        (b"[" * 2_000_000, "nested too deeply"),
        (b'"' + b"x" * 5_000_000 + b'"', "larger than 5 MB"),
    ],
    ids=lambda value: None if isinstance(value, str) else repr(value[:30]) + str(len(value)),
)
def test_what_is_no_json_is_said(
    file: Path, capsys: pytest.CaptureFixture[str], content: bytes, said: str
) -> None:
    """Where and why, and exit 4."""
    assert said in refused(file, capsys, content)


def test_a_file_that_cannot_be_read_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Missing, a folder, a name too long: exit 4 and why."""
    for name in (str(tmp_path / "none.json"), str(tmp_path), "x" * 5000):
        assert main(["score", name]) == 4
        assert "cannot be read" in capsys.readouterr().err


def test_hostile_words_are_data(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Words come back escaped and whole in JSON, and a 100 kB note is no fault."""
    entry = {"answers": ["both"], "note": HOSTILE + "x" * 100_000, "reported_by": HOSTILE}
    child = {**CHILD, "name": HOSTILE}
    file.write_text(json.dumps({**BASE, "child": child, "checks": {"moro": entry}}))
    assert main(["score", str(file)]) == 0
    out = capsys.readouterr().out

    assert json.loads(out)["readings"][0]["published"]["reported_by"] == HOSTILE
    assert out.replace("\n", "").isprintable()


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from([*Screening.model_fields, "answers", "note", "x"]),
                inner,
                max_size=4,
            )
        ),
        max_leaves=12,
    )
)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_input_is_a_crash(file: Path, capsys: pytest.CaptureFixture[str], data: Any) -> None:
    """Whatever JSON comes, it is scored or refused."""
    file.write_text(json.dumps(data))
    assert main(["score", str(file)]) in (0, 4)
    assert "Traceback" not in capsys.readouterr().err


@given(st.binary(max_size=200))
@settings(deadline=None)
def test_no_bytes_are_a_crash(content: bytes) -> None:
    """Whatever bytes come, they are an object or an input error."""
    with contextlib.suppress(InputError):
        assert isinstance(reading.parse(content, "x"), dict)


def test_earlier_files_count(
    tmp_path: Path, pack: Pack, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same recheck finding two weeks earlier raises the action; its order is checked."""
    rule = pack.protocol.result.rules.repeat_recheck
    entry = {
        "checks": {"hip_opening": {"answers": ["stiff"]}},
        "child": {"birth_date": "2026-01-01"},
    }
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    first.write_text(json.dumps({**entry, "observed_on": "2026-04-04"}))
    second.write_text(json.dumps({**entry, "observed_on": "2026-04-25"}))
    assert rule.days <= 21

    assert main(["score", str(second)]) == 0
    alone = json.loads(capsys.readouterr().out)
    assert main(["score", str(second), "--earlier", str(first)]) == 0
    together = json.loads(capsys.readouterr().out)
    assert (alone["action"], together["action"]) == ("recheck", rule.level)
    assert together["floors"] == ["repeat_recheck"]

    assert main(["score", str(first), "--earlier", str(second)]) == 4
    assert "observed_on: is after" in capsys.readouterr().err
    first.write_text(json.dumps({"child": {"age_months": 3}}))
    assert main(["score", str(second), "--earlier", str(first)]) == 4
    assert "observed_on: is needed" in capsys.readouterr().err


def test_the_schema_describes_each_format(capsys: pytest.CaptureFixture[str]) -> None:
    """Each schema is whole and lists the fields of its format."""
    assert main(["schema"]) == 0
    schemas = json.loads(capsys.readouterr().out)

    assert set(schemas) == {"screening", "result", "earlier"}
    assert set(schemas["earlier"]["properties"]) == set(EarlierScreenings.model_fields)
    assert set(schemas["screening"]["properties"]) == set(Screening.model_fields)
    assert set(schemas["result"]["properties"]) == set(Result.model_fields)
    assert screening_from({"child": {"age_months": 3}}).format in json.dumps(schemas)
