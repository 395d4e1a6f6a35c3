"""Every check and answer has a picture of its own, in words too, safe to embed and to print."""

from __future__ import annotations

import re
import shutil
import tomllib
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest
import textstat

from tonecheck import figures
from tonecheck.errors import ContentError
from tonecheck.figures.library import Library, read_files
from tonecheck.figures.scene import HEIGHT, WIDTH
from tonecheck.figures.svg import OUTLINE
from tonecheck.protocol.locate import content_dir
from tonecheck.protocol.pack import Pack

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def every(pack: Pack) -> list[str]:
    """The ids of all figures."""
    return list(figures.figure_ids(pack))


@pytest.fixture
def files() -> dict[str, str]:
    """The texts of the shipped figures, to be changed at will."""
    return read_files(content_dir())


def test_every_check_and_answer_has_a_picture(pack: Pack) -> None:
    """A parent who does not read finds each choice drawn."""
    wanted = {
        figure
        for check in pack.protocol.checks
        for figure in (
            figures.how_id(check.id),
            *(figures.answer_id(check.id, answer.id) for answer in check.answers),
        )
    }

    assert [figure for figure in sorted(wanted) if not figures.has(pack, figure)] == []


def test_what_must_never_be_done_is_drawn_struck_through(pack: Pack) -> None:
    """Where a check says "never", a picture says so too, and it holds the sign."""
    told = [c for c in pack.protocol.checks if "Never" in " ".join(pack.words.checks[c.id].stop)]
    files = read_files(content_dir())
    drawn = [tomllib.loads(files[f"figures/poses/{c.id}.toml"]).get("dont", {}) for c in told]

    assert told
    assert [c.id for c, dont in zip(told, drawn, strict=True) if "forbid" not in str(dont)] == []


def test_every_picture_can_be_drawn(pack: Pack) -> None:
    """No pose, stamp or mark names what is not there."""
    assert list(figures.figure_faults(pack)) == []


def test_every_picture_is_told_in_plain_words(pack: Pack, every: list[str]) -> None:
    """The text alternatives are there, read easily, and name no side: one drawing serves both."""
    by_check: dict[str, list[str]] = {}
    for figure in every:
        text = pack.words(figures.alt_key(figure))
        assert not re.search(r"\b(left|right) (arm|leg|hand|foot|side|knee)", text), figure
        by_check.setdefault(figure.partition("/")[0], []).append(text)

    grades = {c: textstat.flesch_kincaid_grade(" ".join(t)) for c, t in by_check.items()}

    assert {check: grade for check, grade in grades.items() if grade > 6} == {}


def test_drawings_are_plain(pack: Pack, every: list[str]) -> None:
    """Only groups and paths with known attributes: nothing to run, to load or to read."""
    for figure in every:
        root = ElementTree.fromstring(figures.svg(pack, figure))  # noqa: S314
        tags = {element.tag.removeprefix(SVG) for element in root.iter()}
        names = {name for element in root.iter("*") for name in element.attrib}

        assert tags == {"svg", "g", "path"}, figure
        assert names <= {
            "viewBox", "fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "d",
        }, figure  # fmt: skip
        assert not "".join(root.itertext()).strip()


def test_drawings_are_small(pack: Pack, every: list[str]) -> None:
    """A report may hold a dozen of them."""
    assert max(len(figures.svg(pack, figure)) for figure in every) < 15_000


def test_nothing_is_cut_off_by_an_edge(files: dict[str, str]) -> None:
    """All but what comes in from outside, an adult's arm or a cloth, lies within the picture."""
    library, tones = Library(files), tomllib.loads(files["figures/style.toml"])

    outside = {
        f"{figure}: {part.tone}"
        for figure in library.ids()
        for part in library.scene(figure).parts
        if part.tone != "mat" and not tones[part.tone].get("cut")
        for left, top, right, bottom in [stroke.extent() for stroke in part.strokes]
        if min(left, top, WIDTH - right, HEIGHT - bottom) < OUTLINE * part.outlined
    }

    assert outside == set()


def test_nobody_sinks_through_the_mat(files: dict[str, str]) -> None:
    """Each baby lies, sits or stands on the mat's upper edge or within its thickness."""
    library = Library(files)

    for figure in library.ids():
        strokes = {
            tone: [
                s.extent() for p in library.scene(figure).parts if p.tone == tone for s in p.strokes
            ]
            for tone in ("floor", "baby", "far", "nappy", "ghost")
        }
        for _, _, _, under in strokes.pop("floor"):
            assert max(bottom for boxes in strokes.values() for *_, bottom in boxes) <= under, (
                figure
            )


def test_no_two_answers_look_the_same(pack: Pack, every: list[str]) -> None:
    """Within a check each picture differs, drawn and in the terminal."""
    for check in pack.protocol.checks:
        own = [figure for figure in every if figure.startswith(f"{check.id}/")]
        drawn = Counter(figures.svg(pack, figure) for figure in own)
        assert max(drawn.values()) == 1, check.id
        for columns, rows in ((figures.COLUMNS, figures.ROWS), figures.SMALLEST):
            dots = Counter(figures.braille(pack, figure, columns, rows) for figure in own)
            assert max(dots.values()) == 1, check.id


def test_the_terminal_picture_fits_and_shows_something(pack: Pack, every: list[str]) -> None:
    """40 by 12 Braille characters, well filled but never solid, and more when there is room."""
    for figure in every:
        lines = figures.braille(pack, figure, 40, 12)
        dots = sum((ord(char) - 0x2800).bit_count() for line in lines for char in line)

        assert [len(line) for line in lines] == [40] * 12
        assert set("".join(lines)) <= {chr(0x2800 + bits) for bits in range(256)}
        assert 150 < dots < 1900, (figure, dots)

    large = figures.braille(pack, every[0], 76, 20)
    assert [len(line) for line in large] == [76] * 20


def test_pictures_are_the_same_each_time(pack: Pack, every: list[str]) -> None:
    """Two readings of the same files give the same text, so reports can be compared by byte."""
    again = Library(read_files(content_dir()))

    for figure in every:
        assert figures.svg(pack, figure, mirrored=True) == again.svg(figure, mirrored=True)
    for figure in every[::3]:
        small = again.braille(figure, *figures.SMALLEST, False)
        assert figures.braille(pack, figure, *figures.SMALLEST) == small


def test_left_and_right_are_one_drawing(pack: Pack) -> None:
    """A mirrored picture of a one-sided answer differs, and shows the same shapes."""
    for check in pack.protocol.checks:
        for answer in (answer for answer in check.answers if answer.sided):
            figure = figures.answer_id(check.id, answer.id)
            left, right = (figures.svg(pack, figure, side) for side in (False, True))

            assert left != right
            assert left.count("<path") == right.count("<path")


def test_a_picture_is_kept_once_made(pack: Pack) -> None:
    """Showing an answer a second time costs a look-up."""
    figure = next(figures.figure_ids(pack))

    assert figures.braille(pack, figure) is figures.braille(pack, figure)
    assert figures.svg(pack, figure) is figures.svg(pack, figure)


def test_a_folder_serves_as_well_as_a_pack(pack: Pack) -> None:
    """The report's HTML and the sheet may be made from a folder alone."""
    figure = next(figures.figure_ids(pack))

    assert figures.svg(content_dir(), figure) == figures.svg(pack, figure)


OWN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><path d="M1 2L9 9"/></svg>'


def test_an_illustrators_drawing_comes_first(files: dict[str, str]) -> None:
    """A plain SVG takes the pose's place; the terminal keeps the pose; the mirror turns it."""
    files["figures/hip_opening/even.svg"] = OWN
    library = Library(files)

    assert library.svg("hip_opening/even", mirrored=False) == OWN
    assert 'matrix(-1 0 0 1 40 0)"><path d="M1 2L9 9"/></g>' in library.svg(
        "hip_opening/even", mirrored=True
    )
    assert len(library.braille("hip_opening/even", 40, 12, False)) == 12


def test_a_drawing_without_a_pose_has_no_terminal_picture(files: dict[str, str]) -> None:
    """The caller shows the text alternative instead."""
    files["figures/hip_opening/other.svg"] = OWN

    assert Library(files).braille("hip_opening/other", 40, 12, False) == ()


@pytest.mark.parametrize(
    "unsafe",
    [
        "<script>1</script>", "<text>a</text>", '<use href="x.svg#a"/>', '<g onclick="x()"/>',
        '<image href="http://a.b/c.png"/>', '<path fill="url(#g)"/>', "<linearGradient/>",
        "<style>g{}</style>", "<foreignObject/>", '<path marker-end="url(#m)"/>',
        '<!DOCTYPE svg [<!ENTITY a "b">]>',
    ],
)  # fmt: skip
def test_an_unsafe_drawing_is_refused(files: dict[str, str], unsafe: str) -> None:
    """Nothing that runs, loads or holds words reaches a page."""
    files["figures/hip_opening/even.svg"] = OWN.replace("</svg>", f"{unsafe}</svg>")

    with pytest.raises(ContentError, match=r"hip_opening/even\.svg holds"):
        Library(files).svg("hip_opening/even", mirrored=False)
    assert [fault.key for fault in Library(files).faults()] == ["even"]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('body = "on_back"', 'body = "on_bakc"', "there is no body 'on_bakc'"),
        ('stamp = "eye"', 'stamp = "ear"', "there is no stamp 'ear'"),
        ('ring = "knee_left"', 'ring = "kne_left"', "there is no place 'kne_left'"),
        ('ring = "knee_left"', 'ring = "knee_left", bar = [1, 2]', "of one kind"),
        ('ring = "knee_left"', 'rings = "knee_left"', "rings"),
        ("[even]", '[even]\nlike = "evn"', "'evn', which is not there"),
    ],
)
def test_a_wrong_pose_is_named(files: dict[str, str], old: str, new: str, reason: str) -> None:
    """File, figure and reason are told; the other pictures are not touched."""
    file = "figures/poses/hip_opening.toml"
    assert old in files[file]
    files[file] = files[file].replace(old, new, 1)

    (fault,) = Library(files).faults()

    assert fault.file == file
    assert reason in fault.reason


def test_an_unknown_figure_is_told(pack: Pack) -> None:
    """A wrong id is an error, not an empty picture."""
    with pytest.raises(ContentError, match="there is no figure nothing/here"):
        figures.svg(pack, "nothing/here")
    with pytest.raises(ContentError, match="there is no figure nothing/here"):
        figures.braille(pack, "nothing/here")


def test_a_changed_folder_has_its_own_pictures(tmp_path: Path, pack: Pack) -> None:
    """Another content pack is drawn with its own colours."""
    shutil.copytree(content_dir() / "figures", tmp_path / "figures")
    style = tmp_path / "figures/style.toml"
    style.write_text(style.read_text().replace("#f0c9a4", "#8d5a3a"), encoding="utf-8")

    assert "#8d5a3a" in figures.svg(tmp_path, "rest/bent")
    assert "#8d5a3a" not in figures.svg(pack, "rest/bent")
