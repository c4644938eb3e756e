"""The words of a sentence as tokens, and the small words of English by what they do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from compare.claims.wordlist import wordlist
from compare.records import Span

QUOTE = "“”"
"""What a token's text is when it stands for quoted words."""
PRONOUNS = wordlist("he she they it him her them")
NUMBERS = wordlist(
    "no one two three four five six some many most several all any few other another every each"
)
DETERMINERS = NUMBERS | wordlist("""
    the a an this that these those his her its their our my both some many most several all no one two
    three four five six other another each every any few
    """)
ALONE = wordlist("both one two three many some most several all others another")
PREPOSITIONS = wordlist("""
    of for from at in with on to near under behind between within against among about into over during
    after before by around outside inside across through since until without toward towards
    """)
JOINT = frozenset(PREPOSITIONS - {"after", "before", "during", "since", "until", "by", "into", "about"})
SUBORDINATORS = wordlist("""
    that which who whom whose where after because since when until if whether although though unless what
    how before than once whatever
    """)
CONJUNCTIONS = wordlist("and but or nor yet so as while then plus") | SUBORDINATORS
BE = wordlist("is are was were be been being 's")
HAVE = frozenset(["has", "have", "had"])
MODALS = wordlist("""
    will would can could may might shall should must to did does do didn't doesn't don't
    """)
NEGATIONS = wordlist("not never n't didn't doesn't don't hasn't haven't hadn't neither nor")
ADVERBS = wordlist("""
    also then later further again still now just even only once often always soon already there here
    himself herself themselves itself yesterday today instead though however meanwhile first earlier too
    since both all each long twice publicly elsewhere
    """)
_TOKEN = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Capt|Sgt|Maj|Adm|Brig|Insp|Supt|Rev|Hon|Cllr|Cmdr|St|Jr|Sr|Inc|Co|Corp|Ltd|Bros)\."
    r"|\d[\d.,]*\d(?!\w)|[A-Z][\w’'-]+ & [A-Z][\w’'-]+(?:(?<=& Co)\.)?|(?:[^\W\d_]\.)+|[^\W_]+(?:[’'&.\-‑/][^\W_]+)*(?:(?<=s)[’'](?=\s))?|[^\w\s]"
)
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
DASHES = ("–", "—", "-", "--")


class Token(NamedTuple):
    """A word, a mark, or a whole quotation; offsets in the article."""

    text: str
    lower: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()


def tokenize(text: str, span: Span, quotations: Iterable[Span]) -> list[Token]:
    """The tokens of a sentence: each quotation is one, and what stands in brackets is left out."""
    tokens: list[Token] = []
    start = span.start
    for quoted in quotations:
        tokens.extend(_words(text, start, max(start, quoted.start)))
        first, start = max(quoted.start, span.start), min(quoted.end, span.end)
        tokens.append(Token(QUOTE, QUOTE, first, start))
    tokens.extend(_words(text, start, span.end))
    return tokens


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    brackets = [(m.start(), m.end()) for m in _BRACKETED.finditer(text, start, end)]
    for match in _TOKEN.finditer(text, start, end):
        if not any(first <= match.start() < last for first, last in brackets):
            word = match[0]
            lower = word if word.isupper() and len(word) > 1 else word.lower().replace("’", "'")
            yield Token(word, lower, match.start(), match.end())


def lower_at(tokens: Sequence[Token], i: int) -> str:
    """The token at `i` in lower case; empty outside the sentence."""
    return tokens[i].lower if 0 <= i < len(tokens) else ""
