"""The line mode: the same checklist as plain prompts, for screen readers and pipes."""
