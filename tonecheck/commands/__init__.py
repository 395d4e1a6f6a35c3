"""One file a command, and the few things they share."""
