"""The terminal app: screens show the state of the walk and send intents."""
