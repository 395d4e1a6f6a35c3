"""What a later version changed stands on page 1."""

from __future__ import annotations

from tests.report.cases import typical, view_of
from tests.report.view.parts import value_of
from tonecheck.protocol.pack import Pack
from tonecheck.report.view.phrases import Phrases
from tonecheck.report.view.replaced import replaced_fact
from tonecheck.screening.document import screening_from


def test_the_first_answers_stand_beside_those_of_a_later_version(pack: Pack) -> None:
    """In clinicians' words, so that no sign is taken out unseen; a first version says nothing."""
    data = typical(pack)
    title = "Changed since the first result"
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
    said = value_of(view_of(pack, data).front.bottom, title).split("\n")
    sign = pack.words("gate.fever.clinical")
    hands, sit, moro = (
        pack.words.checks[name].clinical for name in ("fists", "pull_to_sit", "moro")
    )
    assert said[:2] == [
        f"{sign}: at first not sure; now {'no' if 'fever' in data['urgent'] else 'not answered'}",
        f"Worried: at first yes; now {data.get('worry', {}).get('level', 'not answered')}",
    ]
    checks = dict(line.split(": at first ") for line in said[2:])
    assert set(checks) == {hands, sit, moro}
    assert "(left)" in checks[hands].partition("; now ")[0]
    assert checks[sit].startswith("not answered; now ")
    assert pack.words("result.not_seen.crying.clinical") in checks[moro]


def test_what_this_content_does_not_know_is_passed_over(pack: Pack) -> None:
    """A first version read under an older content breaks no paper made under today's."""
    data = typical(pack)
    data |= {
        "revision": 2,
        "replaced": {
            "urgent": {"gone": "yes"},
            "checks": {"gone": {"answers": ["never"]}, "fists": {"answers": ["gone"]}},
        },
    }
    assert replaced_fact(Phrases(pack), screening_from(data)) == ()
