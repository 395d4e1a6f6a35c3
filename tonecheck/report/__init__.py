"""The paper a clinician gets: one view model, shown as PDF, HTML and plain text."""
