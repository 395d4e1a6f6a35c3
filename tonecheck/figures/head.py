"""A baby's head: a ball with a face that is turned and nodded."""

from __future__ import annotations

from math import cos, radians, sin

from tonecheck.figures.geometry import Frame, Point, arc
from tonecheck.figures.scene import Part, Stroke, dot, line

RADIUS = 13.5
_CHIN = 3.2


def head_parts(
    frame: Frame, yaw: float, nod: float, eyes: str, mouth: str, *, cap: bool, tone: str
) -> list[Part]:
    """The head at `frame`; `yaw` 0 looks at the viewer, 90 to the viewer's right (degrees)."""
    face = _Face(frame, yaw, nod)
    parts = [Part(tone, tuple(face.skull()))]
    if cap:
        parts.append(Part("cap" if tone == "baby" else tone, face.cap()))
    if tone == "baby":
        if not cap:
            parts.append(Part("line", (face.curl(),), outlined=False))
        if cheeks := face.cheeks():
            parts.append(Part("blush", tuple(cheeks), outlined=False))
        if lines := face.lines(eyes, mouth):
            parts.append(Part("line", tuple(lines), outlined=False))
    return parts


class _Face:
    def __init__(self, frame: Frame, yaw: float, nod: float) -> None:
        self._frame = frame
        self._yaw = radians(yaw)
        self._nod = radians(nod)

    def _spot(self, across: float, up: float, out: float = 1.0) -> tuple[Point, float]:
        """Where a point of the ball shows, and how far it faces the viewer (below 0: hidden)."""
        lon, lat = radians(across), radians(up)
        x, y, z = cos(lat) * sin(lon), sin(lat), cos(lat) * cos(lon)
        y, z = y * cos(self._nod) - z * sin(self._nod), y * sin(self._nod) + z * cos(self._nod)
        x, z = (
            x * cos(self._yaw) + z * sin(self._yaw),
            -x * sin(self._yaw) + z * cos(self._yaw),
        )
        return self._frame.place((x * RADIUS * out, -y * RADIUS * out)), z

    def skull(self) -> list[Stroke]:
        size = self._frame.size
        place = self._frame.place
        cheek = 3.0 * sin(self._yaw)
        back = -2.6 * sin(self._yaw)
        strokes = [
            dot(place((0, 0)), 2 * RADIUS * size),
            dot(place((back, -1)), (2 * RADIUS - 1.5) * size),
            line([place((cheek - 3, _CHIN)), place((cheek + 3, _CHIN))], (2 * RADIUS - 6) * size),
        ]
        for side in (-88, 88):
            at, facing = self._spot(side, 0, 1.0)
            if -0.6 < facing < 0.6:
                strokes.append(dot(at, 6.4 * size))
        nose, facing = self._spot(0, -12, 1.17)
        if -0.2 < facing < 0.6:
            strokes.append(dot(nose, 4.8 * size))
        return strokes

    def cap(self) -> tuple[Stroke, ...]:
        place, size = self._frame.place, self._frame.size
        return (
            line([place(p) for p in arc((0, 0), (9.5, 9.5), -62, 62)], 8.6 * size),
            dot(place((0, -17)), 6 * size),
        )

    def lines(self, eyes: str, mouth: str) -> list[Stroke]:
        size = self._frame.size
        found: list[Stroke] = []
        for side in (-27, 27):
            at, facing = self._spot(side, -1)
            if facing < 0.22:
                continue
            if eyes == "closed":
                found.append(line([self._spot(side + a, b)[0] for a, b in _LID], 1.5 * size))
            else:
                found.append(dot(at, (4.6 if eyes == "wide" else 3.4) * size))
        found += self._hair()
        nose, facing = self._spot(0, -14)
        if facing > 0.6:
            found.append(dot(nose, 1.7 * size))
        found += self._mouth(mouth)
        for side in (-96, 96):
            at, facing = self._spot(side, 0)
            if facing > 0.6:
                ear = tuple(self._spot(side + a, b)[0] for a, b in _EAR)
                found.append(Stroke(ear, 1.4 * size, smooth=True, closed=True))
        return found

    def _hair(self) -> list[Stroke]:
        """A whorl where the back of the head shows."""
        spots = [self._spot(across, up) for across, up in _WHORL]
        if min(facing for _, facing in spots) <= 0.1:
            return []
        return [line([point for point, _ in spots], 1.5 * self._frame.size, smooth=True)]

    def curl(self) -> Stroke:
        """A lock of hair on the crown."""
        across = 3 * sin(self._yaw)
        points = [self._frame.place((x + across, y)) for x, y in _CURL]
        return line(points, 1.7 * self._frame.size, smooth=True)

    def cheeks(self) -> list[Stroke]:
        """A round spot on each cheek that shows."""
        spots = (self._spot(side, -22, 0.92) for side in (-42, 42))
        return [dot(at, 5.2 * self._frame.size) for at, facing in spots if facing > 0.3]

    def _mouth(self, mouth: str) -> list[Stroke]:
        size = self._frame.size
        at, facing = self._spot(0, -38)
        if mouth == "none" or facing < -0.05:
            return []
        if mouth == "open":
            return [dot(at, 6.5 * size)]
        if mouth == "small":
            return [dot(at, 3 * size)]
        wider = 1 + 1.4 * sin(self._yaw) ** 4
        spots = [self._spot(across * wider, up) for across, up in _MOUTHS[mouth]]
        shown = [point for point, seen in spots if seen > -0.05]
        return [line(shown, 1.5 * size, smooth=True)] if len(shown) > 1 else []


_LID = ((-11, 0), (-6, -5), (0, -7), (6, -5), (11, 0))
_MOUTHS = {
    "smile": ((-19, -32), (-10, -39), (0, -42), (10, -39), (19, -32)),
    "calm": ((-13, -37), (0, -40), (13, -37)),
    "flat": ((-13, -39), (0, -39), (13, -39)),
}
_CURL = ((-2.5, -12.6), (-1, -16), (3, -16.6), (4.2, -13.6), (1.6, -12.4), (1.2, -14))
_WHORL = ((160, 30), (172, 12), (190, 14), (198, 30), (186, 42), (176, 32), (184, 26))
_EAR = ((0, 9), (8, 6), (9, -3), (2, -12), (-5, -6), (-6, 3))
