"""What a later version changed stands on page 1."""

from __future__ import annotations

from tests.report.cases import typical, view_of
from tests.report.view.parts import value_of
from tonecheck.protocol.pack import Pack


def test_the_first_answers_stand_beside_those_of_a_later_version(pack: Pack) -> None:
    """In clinicians' words, so that no sign is taken out unseen; a first version says nothing."""
    data = typical(pack)
    title = "At first (changed since)"
    assert title not in {fact.label for fact in view_of(pack, data).front.bottom}
    data |= {
        "revision": 2,
        "replaced": {
            "urgent": {"fever": "not_sure"},
            "worry": "yes",
            "checks": {
                "fists": {"left": ["open"], "right": ["always"]},
                "pull_to_sit": {},
                "moro": {"not_seen": "crying"},
            },
        },
    }
    said = value_of(view_of(pack, data).front.bottom, title)
    sign = pack.words("gate.fever.clinical")
    checks = {name: pack.words.checks[name].clinical for name in ("fists", "pull_to_sit", "moro")}
    assert said.startswith(f"{sign}: not sure; Worried: yes; ")
    assert f"{checks['pull_to_sit']}: not answered" in said
    assert f"{checks['moro']}: Not seen: {pack.words('result.not_seen.crying.clinical')}" in said
    assert f"{checks['fists']}: " in said
    assert said.index("(left)") < said.index("(right)")
