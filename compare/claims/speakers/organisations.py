"""The organisations and parties an article names: short and long forms, and the two that it joins."""

from __future__ import annotations

import re
from collections import Counter

from compare.claims.speakers import speech
from compare.claims.speakers.people import ORGANISATIONS, Cast
from compare.claims.wordlist import wordlist
from compare.records import Article

_CAPITALS = re.compile(r"\b[A-Z][\w’'&-]*(?:\s+(?:(?:of|for|and|the|on|in)\s+){0,2}[A-Z][\w’'&-]*)*")
_INSIDE = re.compile(r"(?<=[a-z,] )(?:the )?([A-Z][\w’'&-]*)")
_AFTER_LINK = re.compile(r"\b(?:in|of|to|from|at|for|near|by) (?:the )?$")
_ACRONYM = re.compile(r"(?P<long>[A-Z][\w’'&-]*(?:\s+[\w’'&-]+){1,7})\s+\((?P<short>[A-Z][A-Za-z-]*[A-Z])\)")
_PARTY = r"(?:the\s+)?(?P<{}>[A-Z][\w’'-]*(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w’'-]*)*)(?:\s+\([A-Z]+\))?"
_PAIR = re.compile(_PARTY.format("a") + r"\s+and\s+" + _PARTY.format("b"))
_HYPHENATED = re.compile(r"\b(?P<a>[A-Z][a-z]+|[A-Z]{2,})[-–](?P<b>[A-Z][a-z]+|[A-Z]{2,})\b")
COMPANIES = wordlist("""
    company firm group bank airline operator carrier manufacturer retailer supermarket insurer lender
    chain maker charity agency organisation organization union club developer utility broadcaster
    newspaper giant startup bloc business supplier publisher body team network party
    """)
PUBLIC = wordlist("""
    council commission committee ministry department court police government parliament
    """)


def find_aliases(article: Article) -> dict[str, str]:
    """Short forms and the long ones they stand for: "EU" → "European Union"."""
    body = [span.of(article.text) for span in article.body]
    longs = {m["short"]: m["long"] for text in body for m in _ACRONYM.finditer(text)}
    aliases = {short: fitted for short, long in longs.items() if (fitted := _fitting(long, short))}
    for text in body:
        for match in _CAPITALS.finditer(text):
            name = " ".join(match[0].split())
            name = re.sub(r"^The\s+|[’']s$", "", name)
            short = "".join(word[0] for word in name.split() if word[0].isupper())
            if len(short) > 1 and " " in name:
                aliases.setdefault(short, name)
    return aliases


def _fitting(long: str, short: str) -> str:
    """The last words of `long` whose initials are `short`."""
    words = long.split()
    letters = [letter for letter in short if letter.isupper()]
    for start in range(len(words) - 1, -1, -1):
        initials = [word[0] for word in words[start:] if word[0].isupper()]
        if words[start][0] == letters[0] and initials == letters:
            return " ".join(words[start:])
    return ""


def find_parties(article: Article, cast: Cast, aliases: dict[str, str]) -> tuple[str, ...]:
    """The two countries or bodies the article joins most often."""
    people = {part for person in cast.people for part in (person.name, person.surname)}
    pairs: Counter[tuple[str, ...]] = Counter()
    for span in article.body:
        text = span.of(article.text)
        for pattern in (_PAIR, _HYPHENATED):
            for match in pattern.finditer(text):
                names = [re.sub(r"[’']s$", "", " ".join(match[k].split())) for k in ("a", "b")]
                names = [aliases.get(name, name) for name in names]
                if not people.intersection(names) and names[0] != names[1]:
                    pairs[tuple(names)] += 1
    merged: Counter[frozenset[str]] = Counter()
    for pair, number in pairs.items():
        merged[frozenset(pair)] += number
    best = max(pairs, key=lambda pair: (merged[frozenset(pair)], pairs[pair]), default=())
    return best


def capitalised_inside(article: Article) -> frozenset[str]:
    """Words with a capital where no sentence begins."""
    body = article.body
    return frozenset(name for span in body for name in _INSIDE.findall(article.text, span.start, span.end))


def find_organisations(
    article: Article, cast: Cast, aliases: dict[str, str], inside: frozenset[str]
) -> list[tuple[int, str]]:
    """Where organisations are named: by a word that says so, or as the subject of a verb of speech."""
    people = {part for person in cast.people for part in (person.name, person.surname)}
    found = []
    for span in article.body:
        for match in _CAPITALS.finditer(article.text, span.start, span.end):
            name = re.sub(r"^The\s+|[’']s$", "", " ".join(match[0].split()))
            after = article.text[match.end() : match.end() + 30].split()
            named = name.split()[-1].lower() in ORGANISATIONS
            acts = bool(after) and not _AFTER_LINK.search(
                article.text, max(0, match.start() - 9), match.start()
            )
            acts = acts and (after[0] in speech.FINITE or after[0] in ("has", "have", "which"))
            acts = acts or article.text[match.end() : match.end() + 7] == ", which"
            bare = name.lower() in COMPANIES | PUBLIC
            sure = " " in name or name.isupper() or name in inside or after[:1] in (["which"], ["has"])
            if not sure and not article.text.startswith(", which", match.end()):
                continue  # its capital may only open the sentence
            bare = bare or name.split()[-1] in people
            if name and not bare and (named or acts or name in aliases):
                found.append((match.start(), aliases.get(name, name)))
    return found
