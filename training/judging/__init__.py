"""Fits how the typed comparison and the relation model are weighed against each other."""
