"""The report as one self-contained HTML file, and as the page the PDF engine reads."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from tonecheck.report.clock import utc
from tonecheck.report.drawing import body_map_svg, mark_sign, picture_svg, windows_svg
from tonecheck.report.fit import WHOLE, Room, fit_front
from tonecheck.report.view.blocks import Picture
from tonecheck.report.view.model import ReportView


@lru_cache(maxsize=1)
def _environment() -> Environment:
    """Templates come from this package alone; every value is escaped, a missing one is an error."""
    environment = Environment(
        loader=PackageLoader("tonecheck.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        body_map_svg=body_map_svg,
        windows_svg=windows_svg,
        mark_sign=mark_sign,
        tall=TALL,
    )
    return environment


PARENTS_PAGE = Markup('<span class="parents-page"></span>')
"""Where the number of the parent's own page is to stand."""

LAST_PAGE = Markup('<span class="total"></span>')
"""Where the number of all pages is to stand."""

_MANY = 3
_SOME_PAGE = "00"
"""What takes its room where the page itself is not there."""

TALL = 300
"""Characters of a cell above which its row may be broken between pages."""


def _way(view: ReportView, pages: int) -> str:
    """What leads to the parent's own pages; empty where there are none."""
    way = view.front.parents_page
    if way is None:
        return ""
    return {1: way.at, 2: way.two}.get(pages, way.more)


@lru_cache(maxsize=1)
def style() -> str:
    """The style sheet of the report."""
    return (files("tonecheck.report") / "report.css").read_text(encoding="utf-8")


def to_html(view: ReportView) -> str:
    """The report as one HTML file that needs no other file and no network."""
    return render(view, WHOLE)


def render(
    view: ReportView,
    room: Room,
    *,
    parents_pages: int = 1,
    is_turning: bool = False,
    is_front_only: bool = False,
    show: Callable[[Picture], Markup] = picture_svg,
) -> str:
    """The report as HTML with page 1 held to `room`; what it does not hold follows in full.

    Held to WHOLE it has no pages: nothing is counted, and a browser prints it as it flows.

    `parents_pages` is how many pages the parent's part takes; page 1 names them. Where only page 1
    is asked for, they take the most room. With `is_turning` its second page begins where it turns.

    `show` gives what stands in the page for a picture: the picture itself, unless told otherwise.
    """
    front, rest = fit_front(view.front, view.overflow, room)
    return (
        _environment()
        .get_template("report.html.j2")
        .render(
            view=view,
            front=front,
            rest=rest,
            style=style(),
            moment=utc(view.made_at).strftime("%Y-%m-%dT%H:%M:%SZ"),
            front_only=is_front_only,
            is_paged=room is not WHOLE,
            parents_pages=parents_pages,
            is_turning=is_turning,
            parents_way=_way(view, _MANY if is_front_only else parents_pages),
            parents_page=_SOME_PAGE if is_front_only else PARENTS_PAGE,
            last_page=_SOME_PAGE if is_front_only else LAST_PAGE,
            show=show,
        )
    )
