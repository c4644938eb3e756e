"""The recipe of the alignment weights."""
