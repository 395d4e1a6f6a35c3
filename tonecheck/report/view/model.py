"""The view model: what the report says, in the order it says it."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from tonecheck.figures.body_map import Area
from tonecheck.protocol.check import RuleSet
from tonecheck.report.privacy import Privacy

Mark = Literal["stiff", "loose", "one_sided", "changing", "other", "nothing", "not_seen"]
BodySide = Literal["right", "left"]


class Part(BaseModel):
    """A frozen part of the view; unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


Yield = Literal["never", "article", "missed", "unanswered", "noted", "typical"]
"""What page 1 gives up where it is short of room: the last first."""


class Fact(Part):
    """A label and what stands beside it; `strong` ones are to be seen first.

    Where page 1 gives the value up, which `yields` says, `short` stands there.
    """

    label: str
    value: str
    strong: bool = False
    yields: Yield = "never"
    short: str = ""


class Lines(Part):
    """Paragraphs."""

    kind: Literal["lines"] = "lines"
    lines: tuple[str, ...]


class Picture(Part):
    """A figure as SVG text, and the same said in words."""

    svg: str
    alt: str


class Bullets(Part):
    """A list, with a heading where it has one, and a picture beside a line where it has one.

    `look` names the style of the list, and nothing else.
    """

    kind: Literal["bullets"] = "bullets"
    look: str = ""
    title: str = ""
    lines: tuple[str, ...]
    pictures: tuple[Picture | None, ...] = ()


class Facts(Part):
    """Labelled facts."""

    kind: Literal["facts"] = "facts"
    facts: tuple[Fact, ...]


class CellPicture(Picture):
    """A picture under the words of a table's cell; rows and columns count from 0."""

    row: int
    column: int


class Table(Part):
    """A table; a line break in a cell starts a new line, the first cell heads its row.

    `look` names the style of the table, and nothing else. The caption is empty where the section
    has no other table.
    """

    kind: Literal["table"] = "table"
    look: str
    caption: str = ""
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    pictures: tuple[CellPicture, ...] = ()


class Bar(Part):
    """A window in months: solid from `start` to `end`, open to question up to `grey_end`."""

    label: str
    start: float
    end: float | None
    grey_end: float | None = None


class Point(Part):
    """A baby's age in months on a bar; filled where an answer was read as a finding.

    `now` marks today's screening.
    """

    months: float
    filled: bool = True
    now: bool = False


class Windows(Part):
    """Windows drawn as bars against ages, with the same said in words."""

    kind: Literal["windows"] = "windows"
    title: str
    alt: str
    bars: tuple[Bar, ...]
    points: tuple[Point, ...]
    point_label: str


Block = Annotated[Lines | Bullets | Facts | Table | Windows, Field(discriminator="kind")]


class Section(Part):
    """A titled part of the report after page 1; `own_page` ones begin on a new page.

    `subtitle` says whose page it is where it may be kept alone, and `continued` heads the further
    pages of what stands in two columns; both are empty elsewhere. Where such a part takes more
    than one page, the second begins with the block at `turn`.
    """

    id: str
    title: str
    subtitle: str = ""
    continued: str = ""
    turn: int = 0
    blocks: tuple[Block, ...]
    own_page: bool = False


class BodyPart(Part):
    """A part of the body on one side, how its answers mark it, and its shape."""

    region: str
    side: BodySide
    marks: tuple[Mark, ...]
    area: Area


class BodyMap(Part):
    """The body map: six parts, a legend of the marks, and the same said in words."""

    alt: str
    title: str
    right: str
    left: str
    parts: tuple[BodyPart, ...]
    legend: tuple[tuple[Mark, str], ...]
    note: str


class Group(Part):
    """Lines under a small heading, such as what was seen on the left.

    `ranks` are the places of the lines among those of all groups, from 0, the gravest; empty where
    the lines weigh alike.
    """

    title: str
    lines: tuple[str, ...]
    ranks: tuple[int, ...] = ()


class SeenBox(Part):
    """What the parent saw, by side."""

    title: str
    note: str
    body_map: BodyMap
    groups: tuple[Group, ...]
    others: tuple[Fact, ...]


class ComputedBox(Part):
    """What the rules made of it: what matters most, then the others."""

    title: str
    note: str
    facts: tuple[Fact, ...]
    others: tuple[Fact, ...]


class Disclaimer(Part):
    """What this paper is not: the lead first and large."""

    lead: str
    lines: tuple[str, ...]


class Banner(Part):
    """What to do now, on an emergency paper."""

    headline: str
    lines: tuple[str, ...]


class ParentsPage(Part):
    """Where the parent's own pages are: just at the `end` where none count.

    Else `at` the {page}, or on `two` or `more` of them, up to the {last}.
    """

    end: str
    at: str
    two: str
    more: str


class Front(Part):
    """The front sheet. `worry` begins with the worry itself; `data` says what the file holds.

    `parents_page` is None where the parent has no page of their own; `notes` are those to checks,
    which stand with the answers too.
    """

    title: str
    disclaimer: Disclaimer
    parents_page: ParentsPage | None
    banner: Banner | None = None
    who: tuple[Fact, ...]
    worry_title: str
    worry: tuple[Fact, ...]
    background_title: str
    background: tuple[Fact, ...]
    seen: SeenBox | None
    computed: ComputedBox | None
    notes: Group | None
    more: tuple[Fact, ...]
    data: Fact

    @property
    def bottom(self) -> tuple[Fact, ...]:
        """The last rows: the notes, a line each, and what there is more."""
        if self.notes is None:
            return self.more
        return (Fact(label=self.notes.title, value="\n".join(self.notes.lines)), *self.more)


class Overflow(Part):
    """The words that join page 1 to its continuation; {shown} and {count} are filled in.

    `note` and `notes` join the notes to where they stand with the answers.
    """

    cut: str
    lines: str
    note: str
    notes: str
    mildest: str
    title: str
    intro: str


class Attachment(Part):
    """Answers as data, carried inside the PDF; `relationship` is what they are to the paper."""

    name: str
    relationship: Literal["Data", "Supplement"]
    description: str
    text: str
    sha256: str


class Origin(Part):
    """What else decided the words of a report, for whoever checks it; it stands in the metadata.

    `emergency` is the number of the chosen region; `earlier` is the checksum of the earlier
    screenings, empty without any.
    """

    fingerprint: str
    rules: RuleSet
    privacy: Privacy
    emergency: str
    earlier: str


class ReportView(Part):
    """One report. `made_at` dates the file, `keywords` mark it; all else is ready to be shown.

    `attachment` holds the answers, `earlier` those of earlier screenings where there are any;
    `still` is advice of one of these that may still stand, in parents' words, or empty.
    """

    language: str
    title: str
    subject: str
    keywords: tuple[str, ...]
    made_at: datetime
    is_emergency: bool
    stamp: str
    page_word: str
    of_word: str
    front: Front
    overflow: Overflow
    sections: tuple[Section, ...]
    still: str
    parent: Section
    attachment: Attachment
    earlier: Attachment | None = None
