"""The view of the running screening that the result reads from and the papers are made of."""

from __future__ import annotations

from tonecheck.report.privacy import Privacy
from tonecheck.report.view import build_view
from tonecheck.report.view.model import ReportView
from tonecheck.tui.plain.desk import Desk


def view_of(desk: Desk, privacy: Privacy = "full") -> ReportView:
    """Everything the report says about the screening as it stands."""
    session, services = desk.walk, desk.services
    return build_view(
        desk.pack,
        session.screening(),
        session.result(),
        earlier=session.earlier(),
        made_at=services.clock(),
        emergency=desk.emergency if services.settings.region is not None else "",
        privacy=privacy,
    )
