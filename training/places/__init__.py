"""The recipe of the gazetteer of place names."""
