"""A baby from joint angles: trunk, nappy, head and limbs as parts, body parts as named places."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tonecheck.figures.geometry import Frame, Point, going
from tonecheck.figures.head import RADIUS, head_parts
from tonecheck.figures.pose import Baby, Limb
from tonecheck.figures.scene import Part, Stroke, dot, line

_SPINE, _STEPS = 27.0, 6
_SHOULDER, _HIP = 9.5, 6.5
_NECK = RADIUS + 3.5
_ARM, _LEG = (13.0, 12.0), (15.0, 14.0)
_ARM_WIDTH, _LEG_WIDTH, _FOOT_WIDTH = 8.5, 10.5, 7.5
_FAR_SHIFT = 9.0
_RAISED = 45.0
_SWAPPED = {"nappy": "leg_left", "leg_left": "nappy"}
_NAPPY = (
    (-11.5, -7.5),
    (0, -6.5),
    (11.5, -7.5),
    (12.2, -1.5),
    (9.4, 3.5),
    (5.5, 8),
    (0, 9.2),
    (-5.5, 8),
    (-9.4, 3.5),
    (-12.2, -1.5),
)
_NAPPY_SIDE = ((-11, -8), (0, -7), (8.5, -8.5), (11, -2), (9, 6), (2, 9.5), (-5, 7), (-10, 1))
"""The nappy's edge round the hips, from the front and from the side facing the viewer's left."""
_BASE_YAW = {"front": 0.0, "side": -90.0, "back": 180.0}
_ORDER = {
    "front": ("leg_right", "leg_left", "trunk", "nappy", "head", "arm_right", "arm_left"),
    "back": ("arm_right", "arm_left", "leg_right", "leg_left", "trunk", "nappy", "head"),
    "side": ("arm_right", "leg_right", "trunk", "nappy", "leg_left", "head", "arm_left"),
}


@dataclass(slots=True)
class Body:
    """A drawn baby: parts in the order of painting, and where each body part is."""

    parts: list[Part] = field(default_factory=list)
    places: dict[str, Point] = field(default_factory=dict)


def draw_baby(baby: Baby) -> Body:
    """The baby as parts and named places."""
    return _Drawing(baby).body()


class _Drawing:
    def __init__(self, baby: Baby) -> None:
        self._baby = baby
        self._tone = "ghost" if baby.faint else "baby"
        self._bend = baby.curve * (-1 if baby.view != "front" else 1)
        self._spine = self._spine_points()
        self._chest_turn = baby.turn + self._bend
        self._places: dict[str, Point] = {}

    def body(self) -> Body:
        parts = {
            "trunk": self._trunk(),
            "nappy": self._nappy(),
            "head": self._head(),
        }
        for side in ("left", "right"):
            parts[f"arm_{side}"] = self._arm(side)
            parts[f"leg_{side}"] = self._leg(side)
        baby = self._baby
        order = [name for name in self._order() if name not in (*baby.over, *baby.under)]
        names = (*baby.under, *order, *baby.over)
        drawn = [part for name in names if name not in baby.without for part in parts[name]]
        return Body(drawn, self._places)

    def _order(self) -> tuple[str, ...]:
        """From the side a raised thigh hides the nappy, a straight one goes into it."""
        order = _ORDER[self._baby.view]
        if self._baby.view == "side" and self._angles("leg", "left")[0] < _RAISED:
            return tuple(_SWAPPED.get(name, name) for name in order)
        return order

    def _spine_points(self) -> list[Point]:
        baby = self._baby
        points = [baby.at]
        for step in range(_STEPS):
            angle = baby.turn + self._bend * (step + 0.5) / _STEPS
            points.append(going(points[-1], angle, _SPINE / _STEPS * baby.trunk * baby.size))
        return points

    def _sign(self, side: str) -> int:
        """Which way is outwards (side view: forwards), 1 for the viewer's right."""
        if self._baby.view == "side":
            return -1
        return 1 if (side == "left") == (self._baby.view == "front") else -1

    def _far(self, side: str) -> bool:
        return self._baby.view == "side" and side == "right"

    def _limb_tone(self, side: str) -> str:
        return "far" if self._far(side) and not self._baby.faint else self._tone

    def _trunk(self) -> list[Part]:
        baby, size = self._baby, self._baby.size
        side = baby.view == "side"
        strokes = [line(self._spine[:-1], (19 if side else 21.5) * size, smooth=True)]
        out = 2.2 * size if side else 0.0
        belly = going(self._spine[2], baby.turn - 90 + self._bend / 3, out)
        strokes.append(dot(belly, (21 if side else 26) * size))
        neck = going(self._spine[-1], self._chest_turn, 4 * size)
        strokes.append(line([self._spine[-2], neck], 11 * size))
        places = {"hips": self._spine[0], "belly": self._spine[2], "chest": self._spine[5]}
        self._places.update(places)
        parts = [Part(self._tone, tuple(strokes))]
        if baby.view == "front" and not baby.faint:
            parts.append(Part("line", (dot(self._spine[3], 1.8 * size),), outlined=False))
        return parts

    def _nappy(self) -> list[Part]:
        baby = self._baby
        frame = Frame(self._spine[0], baby.turn + self._bend / 8, baby.size)
        edge = _NAPPY_SIDE if baby.view == "side" else _NAPPY
        shape = Stroke(tuple(map(frame.place, edge)), 3 * baby.size, True, True, True)
        return [Part("ghost" if baby.faint else "nappy", (shape,))]

    def _head(self) -> list[Part]:
        baby = self._baby
        turn = self._chest_turn + baby.tilt * (-1 if baby.view != "front" else 1)
        centre = going(self._spine[-1], turn, _NECK * baby.size)
        frame = Frame(centre, turn, baby.size)
        yaw = _BASE_YAW[baby.view] + baby.look
        self._places["head"] = centre
        self._places["crown"] = going(centre, turn, RADIUS * baby.size)
        self._places["chin"] = going(centre, turn + 180, RADIUS * baby.size)
        for name, way in (("face", yaw), ("back_of_head", yaw + 180)):
            away = 90 if (way % 360) < 180 else -90
            self._places[name] = going(centre, turn + away, RADIUS * baby.size)
        return head_parts(
            frame, yaw, baby.nod, baby.eyes, baby.mouth, cap=baby.cap, tone=self._tone
        )

    def _given(self, limb: str, side: str, what: str = "") -> Any:
        one = getattr(self._baby, f"{limb}_{side}{what}")
        return getattr(self._baby, f"{limb}{what}" if what else f"{limb}s") if one is None else one

    def _joints(
        self, limb: str, side: str, start: Point, turn: float, whole: Point
    ) -> tuple[Point, Point, float]:
        """Middle joint, end joint, and the direction in the picture of the lower part."""
        sign, size = self._sign(side), self._baby.size
        angles, lengths = self._angles(limb, side), self._given(limb, side, "_lengths")
        middle = going(start, turn + 180 - sign * angles[0], whole[0] * lengths[0] * size)
        way = turn + 180 - sign * angles[1]
        return middle, going(middle, way, whole[1] * lengths[1] * size), way

    def _angles(self, limb: str, side: str) -> Limb:
        """The limb's angles; the far limb of a side view stands out a little from the near one."""
        angles: Limb = self._given(limb, side)
        if self._far(side) and getattr(self._baby, f"{limb}_{side}") is None:
            first, second, *rest = (angle + _FAR_SHIFT for angle in angles)
            return (first, second, *rest)  # type: ignore[return-value]
        return angles

    def _arm(self, side: str) -> list[Part]:
        baby, size = self._baby, self._baby.size
        out = 0.0 if baby.view == "side" else _SHOULDER * size
        chest = going(self._spine[-1], self._chest_turn + 180, (3.5 - baby.shrug) * size)
        shoulder = going(chest, self._chest_turn + 90 * self._sign(side), out)
        elbow, wrist, way = self._joints("arm", side, shoulder, self._chest_turn, _ARM)
        self._name(side, shoulder=shoulder, elbow=elbow)
        palm = going(wrist, way, 2.5 * size)
        self._places[f"hand_{side}"] = palm
        kind = getattr(baby, f"hand_{side}") or baby.hands
        strokes = [line([shoulder, elbow], _ARM_WIDTH * size)]
        strokes.append(line([elbow, wrist], (_ARM_WIDTH - 0.9) * size))
        strokes += _hand(palm, way, kind, self._sign(side), size)
        inwards = self._chest_turn + (180 if baby.view == "side" else -90 * self._sign(side))
        return self._jointed(side, strokes, shoulder, inwards, _ARM_WIDTH)

    def _jointed(
        self, side: str, strokes: list[Stroke], root: Point, inwards: float, width: float
    ) -> list[Part]:
        """A limb that grows out of the trunk: no line between the two."""
        size, tone = self._baby.size, self._limb_tone(side)
        limb = Part(tone, tuple(strokes))
        if self._far(side):
            return [limb]
        join = line([root, going(root, inwards, 4.5 * size)], (width - 1) * size)
        return [limb, Part(tone, (join,), outlined=False)]

    def _leg(self, side: str) -> list[Part]:
        baby, size = self._baby, self._baby.size
        angles = self._angles("leg", side)
        out = 0.0 if baby.view == "side" else _HIP * size
        hip = going(baby.at, baby.turn + 90 * self._sign(side), out)
        knee, ankle, way = self._joints("leg", side, hip, baby.turn, _LEG)
        sign = self._sign(side)
        if len(angles) == 3:
            toes = baby.turn + 180 - sign * angles[2]
        else:
            toes = way - sign * (78 if baby.view == "side" else 30)
        reach = 8.5 if baby.view == "side" else 5
        foot = going(ankle, toes, reach * size)
        self._name(side, hip=hip, knee=knee, ankle=ankle, foot=foot)
        heel = going(ankle, toes + 180, 1.2 * size)
        strokes = (
            line([hip, knee], (_LEG_WIDTH + 1.8) * size),
            line([knee, ankle], _LEG_WIDTH * size),
            line([heel, foot], _FOOT_WIDTH * size),
        )
        return [Part(self._limb_tone(side), strokes)]

    def _name(self, side: str, **places: Point) -> None:
        self._places.update({f"{name}_{side}": at for name, at in places.items()})


def _hand(palm: Point, way: float, kind: str, sign: int, size: float) -> list[Stroke]:
    if kind == "fist":
        return [dot(going(palm, way, 0.6 * size), 11.5 * size)]
    if kind == "open":
        fingers = [
            line([palm, going(palm, way + turn, 8.6 * size)], 2.9 * size)
            for turn in (-42, -14, 14, 42)
        ]
        return [dot(palm, 9.6 * size), *fingers]
    return [
        line([palm, going(palm, way, 2.8 * size)], 8.4 * size),
        line([palm, going(palm, way - 62 * sign, 5.2 * size)], 3.2 * size),
    ]
