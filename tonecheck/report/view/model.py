"""The view model: what the report says, in the order it says it."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from tonecheck.figures.body_map import Area
from tonecheck.protocol.check import RuleSet
from tonecheck.report.privacy import Privacy
from tonecheck.report.view.blocks import Fact, Part, Section

Mark = Literal["stiff", "loose", "one_sided", "changing", "other", "nothing", "not_seen"]
BodySide = Literal["right", "left"]


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
