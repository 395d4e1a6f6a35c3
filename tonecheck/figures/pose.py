"""The files of `figures/`: what a picture shows, in joint angles, stamps and marks."""

from __future__ import annotations

from typing import Literal

from tonecheck.protocol.check import Frozen

Place = tuple[float, float]
Spot = Place | str
"""A place in the picture, or the name of a body part such as "hand_left" or "2.head"."""
Limb = tuple[float, float] | tuple[float, float, float]
"""Direction of upper part, lower part and foot: 0 down the body, 90 outwards (side view: forwards),
180 towards the head."""
Lengths = tuple[float, float]
Hand = Literal["soft", "fist", "open"]
Eyes = Literal["open", "closed", "wide"]
Mouth = Literal["calm", "smile", "open", "small", "flat", "none"]


class Baby(Frozen):
    """One baby: where the hips are, how the back bends, where each limb points."""

    view: Literal["front", "back", "side"] = "front"
    at: Place = (100, 70)
    turn: float = 0
    size: float = 1
    curve: float = 0
    trunk: float = 1
    tilt: float = 0
    look: float = 0
    nod: float = 0
    eyes: Eyes = "open"
    mouth: Mouth = "calm"
    arms: Limb = (25, 35)
    arm_left: Limb | None = None
    arm_right: Limb | None = None
    legs: Limb = (15, 10)
    leg_left: Limb | None = None
    leg_right: Limb | None = None
    arm_lengths: Lengths = (1, 1)
    arm_left_lengths: Lengths | None = None
    arm_right_lengths: Lengths | None = None
    leg_lengths: Lengths = (1, 1)
    leg_left_lengths: Lengths | None = None
    leg_right_lengths: Lengths | None = None
    hands: Hand = "soft"
    hand_left: Hand | None = None
    hand_right: Hand | None = None
    shrug: float = 0
    over: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    cap: bool = False
    faint: bool = False


class Shape(Frozen):
    """A shape drawn by hand: each stroke is its width, then x and y of each point."""

    tone: str
    strokes: tuple[tuple[float, ...], ...]
    smooth: bool = False
    closed: bool = False
    filled: bool = False
    outlined: bool = True


class Stamp(Frozen):
    """A shape of the collection put into the picture."""

    stamp: str
    at: Spot = (0, 0)
    by: Place = (0, 0)
    turn: float = 0
    size: float = 1
    flip: bool = False
    under: bool = False


class Mark(Frozen):
    """What matters, what moves and what must not be done; exactly one kind is given."""

    ring: Spot | None = None
    look: Spot | None = None
    rays: Spot | None = None
    waves: Spot | None = None
    swish: Spot | None = None
    arrow: tuple[Spot, ...] = ()
    line: tuple[Spot, ...] = ()
    zigzag: tuple[Spot, ...] = ()
    bar: Spot | None = None
    forbid: Spot | None = None
    by: Place = (0, 0)
    size: float = 10
    tall: float = 0
    turn: float = 0
    span: float = 360
    count: int = 3
    both: bool = False
    smooth: bool = True
    tone: str = ""


class Figure(Frozen):
    """One picture. `mat` is a floor mat: seen from above, or its top edge in a side view."""

    mat: Literal["above"] | float | tuple[float, float, float] | None = None
    babies: tuple[Baby, ...] = ()
    back: tuple[Shape, ...] = ()
    stamps: tuple[Stamp, ...] = ()
    shapes: tuple[Shape, ...] = ()
    marks: tuple[Mark, ...] = ()


class Tone(Frozen):
    """How a tone is painted: colours in the drawing, dots in the terminal."""

    fill: str
    line: str
    dots: Literal["on", "off", "half", "few", "none"] = "off"
    small: Literal["on", "off", "half", "few"] | None = None
    line_dots: bool = True
    clear: bool = False
    cut: bool = False
