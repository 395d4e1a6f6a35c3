"""One station of the way through per file, its styles beside it."""
