"""The default embedding model's graph."""
