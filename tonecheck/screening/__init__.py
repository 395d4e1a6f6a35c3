"""What was answered: the child, the ages, the answers and the running checklist."""
