"""tonecheck: an infant muscle-tone checklist for parents, with a report for a clinician."""

__version__ = "0.1.0"
