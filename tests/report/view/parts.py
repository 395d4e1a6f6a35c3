"""Finding one part of a view."""

from __future__ import annotations

from tonecheck.report.view import ReportView
from tonecheck.report.view.blocks import Bullets, Fact, Section, Table


def value_of(facts: tuple[Fact, ...], label: str) -> str:
    """What stands beside a label."""
    return next(fact.value for fact in facts if fact.label == label)


def section_of(view: ReportView, name: str) -> Section:
    """The section of that name."""
    return next(section for section in view.sections if section.id == name)


def table_of(section: Section) -> Table:
    """The first table of a section."""
    return next(block for block in section.blocks if isinstance(block, Table))


def rows_of(section: Section) -> list[tuple[str, ...]]:
    """The rows of every table of a section."""
    return [row for block in section.blocks if isinstance(block, Table) for row in block.rows]


def lists(view: ReportView) -> dict[str, tuple[str, ...]]:
    """The lists of the parent's page by their titles."""
    return {b.title: b.lines for b in view.parent.blocks if isinstance(b, Bullets)}
