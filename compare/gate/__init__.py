"""The gate: what may change in a corpus, and what must not go in unseen."""
