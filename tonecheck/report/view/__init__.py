"""Everything the report says, as plain data: every string ready, no markup, no layout."""

from tonecheck.report.view.build import build_view
from tonecheck.report.view.model import ReportView

__all__ = ["ReportView", "build_view"]
