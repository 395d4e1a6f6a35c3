"""The blocks a report is built of, and the sections that hold them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field


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
    pages of what stands in two columns; both are empty elsewhere. Where such a part takes two
    pages, the second begins with the block at `turn`.
    """

    id: str
    title: str
    subtitle: str = ""
    continued: str = ""
    turn: int = 0
    blocks: tuple[Block, ...]
    own_page: bool = False
