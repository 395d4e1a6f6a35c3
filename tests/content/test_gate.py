"""The urgent signs and the situations ask for no less than the evidence does (1.0.2 and 3.1)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tonecheck.protocol.pack import Pack

# How, from and until which month: an ambulance where the evidence says so, else the same day.
SIGNS = {
    "breathing": ("call_now", 0, None),
    "unresponsive": ("call_now", 0, None),
    "fit": ("call_now", 0, None),
    "repeated_jerks": ("call_now", 0, None),
    "soft_spot": ("call_now", 0, None),
    "rash": ("call_now", 0, None),
    "spasms": ("today", 0, None),
    "fever_young": ("today", 0, 3),
    "fever": ("today", 3, 6),
    "vomit_dry": ("today", 0, None),
    "odd_cry": ("today", 0, None),
    "weak_feeding": ("today", 0, None),
    "belly_breathing": ("today", 0, None),
    "botulism": ("today", 0, None),
    "lost_skill": ("today", 0, None),
    "limb": ("today", 0, None),
    "bruise_young": ("today", 0, 5),
    "bruise_odd": ("today", 5, None),  # under 5 months any bruise is asked about
}

SPARED = {
    "hip": {"hip_opening", "stepping", "stands"},
    "injury": {"pull_to_sit"},
    "brittle": {"pull_to_sit", "stepping", "lifted"},
    "short_bones": {"pull_to_sit", "sits", "stepping", "stands"},
    "neck": {"pull_to_sit"},
    "tube": {"pull_to_sit", "stepping", "lifted"},
}


def test_every_urgent_sign_is_asked_at_its_ages_and_says_how(pack: Pack) -> None:
    """No sign is missing, calmer, or asked at fewer ages."""
    asked = {sign.id: (sign.how.value, sign.start, sign.until) for sign in pack.protocol.signs}

    assert asked == {
        sign: (how, Decimal(start), None if until is None else Decimal(until))
        for sign, (how, start, until) in SIGNS.items()
    }


@pytest.mark.parametrize("situation", SPARED)
def test_a_situation_spares_the_checks_that_could_hurt(pack: Pack, situation: str) -> None:
    """At least what the evidence names is left to people who examine babies."""
    assert SPARED[situation] <= set(pack.protocol.situation_by_id[situation].leaves)


@pytest.mark.parametrize("situation", ["brittle", "tube"])
def test_where_no_handling_is_allowed_nothing_hands_on_is_left(pack: Pack, situation: str) -> None:
    """Every check that a parent does at any age is left out."""
    hands_on = {c.id for c in pack.protocol.checks if any(mode.is_hands_on for mode in c.mode)}

    assert hands_on <= set(pack.protocol.situation_by_id[situation].leaves)


@pytest.mark.parametrize("situation", ["ill", "bruise", "exhausted"])
def test_a_situation_of_the_whole_baby_stops_the_checks(pack: Pack, situation: str) -> None:
    """Ill, bruised or a parent at the end of their strength: first help, then checks."""
    assert pack.protocol.situation_by_id[situation].stops
