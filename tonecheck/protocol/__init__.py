"""What is asked and what it means: the content pack as frozen models."""
