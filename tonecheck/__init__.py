"""tonecheck: an infant muscle-tone checklist for parents, with a report for a clinician."""
