"""How far what a clause tells is real: done, planned, obliged, possible, conditional, called off, …."""

from __future__ import annotations

from dataclasses import replace

from compare.claims.details.lexicon import (
    ADVERBS,
    BE,
    DETERMINERS,
    DO,
    FUNCTION,
    HAVE,
    PREPOSITIONS,
    REPORTING,
    VERBS,
)
from compare.claims.details.roles import words_between
from compare.claims.details.tables import word_set
from compare.claims.details.tokens import Tokens
from compare.claims.details.values import Modality, Role, Status
from compare.records import Detail

_MODAL: dict[str, Status] = {
    "will": "planned", "'ll": "planned", "shall": "planned", "wo": "planned", "won't": "planned", "must": "obliged", "should": "advised",
    "ought": "advised", "may": "possible", "might": "possible", "could": "possible", "can": "possible", "cannot": "possible",
    "can't": "possible", "would": "conditional", "wouldn't": "conditional", "shouldn't": "advised", "couldn't": "possible",
    "mustn't": "obliged", "mightn't": "possible", "shan't": "planned",
}  # fmt: skip
_BE_TO: dict[str, Status] = {
    "set": "planned", "due": "planned", "going": "planned", "scheduled": "planned", "slated": "planned", "poised": "planned",
    "planning": "planned", "planned": "planned", "about": "planned", "designed": "planned", "ready": "planned", "preparing": "planned", "intended": "planned",
    "expected": "expected", "likely": "expected", "forecast": "expected", "projected": "expected", "predicted": "expected", "bound": "expected",
    "certain": "expected", "tipped": "expected", "anticipated": "expected", "estimated": "expected",
    "unlikely": "expected", "required": "obliged", "obliged": "obliged", "forced": "obliged", "ordered": "obliged", "compelled": "obliged", "told": "obliged",
    "supposed": "advised", "advised": "advised", "urged": "advised", "encouraged": "advised", "allowed": "allowed", "permitted": "allowed", "able": "possible",
    "unable": "possible", "authorised": "allowed", "authorized": "allowed", "alleged": "alleged", "reported": "alleged", "said": "alleged", "believed": "alleged",
    "thought": "alleged", "understood": "alleged", "feared": "alleged", "accused": "alleged", "suspected": "alleged", "rumoured": "alleged", "trying": "attempted",
    "seeking": "attempted", "hoping": "planned", "aiming": "planned", "willing": "possible", "considering": "proposed", "mulling": "proposed",
}  # fmt: skip
_VERB_TO: dict[str, Status] = {
    "plan": "planned", "intend": "planned", "aim": "planned", "agree": "planned", "pledge": "planned", "promise": "planned", "vow": "planned",
    "commit": "planned", "decide": "planned", "hope": "planned", "want": "planned", "prepare": "planned", "wish": "planned", "resolve": "planned",
    "expect": "expected", "need": "obliged", "have": "obliged", "propose": "proposed", "offer": "proposed", "threaten": "possible", "seek": "attempted",
    "try": "attempted", "attempt": "attempted", "undertake": "planned", "opt": "planned",
}  # fmt: skip
_CANCELLED = word_set("cancel postpone scrap abandon shelve suspend delay axe defer")
_CANCELLED_PHRASES = {("call", "off"), ("put", "off"), ("put", "on")}
_ALLEGED = frozenset(["allegedly", "reportedly", "purportedly", "supposedly", "apparently"])
_MAYBE = frozenset(["perhaps", "maybe", "possibly", "probably"])
_NEGATIONS = frozenset(["not", "never", "n't", "no"])
_UNDECIDED = frozenset(["decide", "know", "say", "consider", "discuss", "weigh"])
"""Verbs that with "whether to" leave an act open: "has not decided whether to appeal"."""

_ASKED_FOR = frozenset(["ask", "apply", "call", "push", "press"])
_ASKED = _ASKED_FOR | {"request", "demand", "seek"}
"""Verbs of asking: what is asked for isn't had; those of `_ASKED_FOR` only with "for"."""

_LOOK = 8


def find(tokens: Tokens, taken: bytearray) -> list[Detail]:
    """The verb groups that say how real something is, in order; plain present tense says nothing and is left out.

    Words in `taken` belong to dates, measures and names ("May", "Rose").
    """
    found: list[Detail] = []
    index = 0
    while index < len(tokens):
        group = None if taken[index] else _group(tokens, index)
        if group is None:
            index += 1
            continue
        first, end, value = group
        found.append(_detail(tokens, first, end, value))
        index = max(end, index + 1)
    return found


def _group(tokens: Tokens, index: int) -> tuple[int, int, Modality] | None:
    group = _verb_group(tokens, index)
    if group is None:
        return None
    first, end, value = group
    if value.head in _UNDECIDED and tokens.low(end) in ("whether", "if") and tokens.low(end + 1) == "to":
        return _after_to(tokens, first, end + 2, "possible", False) or group
    asked = value.head in _ASKED and (value.head not in _ASKED_FOR or tokens.low(end) == "for")
    if asked and value.status in ("done", "ongoing") and not value.passive:
        return first, end, replace(value, status="proposed")
    return group


def _verb_group(tokens: Tokens, index: int) -> tuple[int, int, Modality] | None:
    low = tokens.lows[index]
    if not low[0].isalpha() and low[0] != "'":
        return None
    if low in _MODAL:
        return _modal(tokens, index, low)
    if low in BE:
        return _be(tokens, index)
    if low in HAVE:
        return _have(tokens, index)
    if low in DO:
        return _do(tokens, index, low)
    return _plain_verb(tokens, index, low)


def _skip(tokens: Tokens, index: int) -> tuple[int, bool]:
    """Over adverbs and negations between the parts of a verb group; whether there was a negation."""
    negated = False
    while index < len(tokens) and (
        tokens.lows[index] in _NEGATIONS
        or tokens.lows[index] in ADVERBS
        or (tokens.lows[index].endswith("ly") and tokens.lemma(index) not in VERBS)
    ):
        negated = negated or tokens.lows[index] in _NEGATIONS
        index += 1
    return index, negated


def _verb_form(tokens: Tokens, index: int) -> bool:
    low = tokens.low(index)
    if not low or not low[0].isalpha():
        return False
    return tokens.lemma(index) in VERBS or (low.endswith(("ed", "ing")) and not low.startswith("un"))


def _is_participle(tokens: Tokens, index: int) -> bool:
    low, base = tokens.low(index), tokens.lemma(index)
    return (
        low.endswith("ed")
        or (low != base and base in VERBS and not low.endswith(("ing", "s")))
        or low in ("set", "cut", "hit", "put", "shut", "hurt", "become", "come", "run", "held", "split")
    )


def _modal(tokens: Tokens, index: int, low: str) -> tuple[int, int, Modality] | None:
    if low == "may" and tokens.is_capital(index) and index > 0 and tokens.low(index - 1) in PREPOSITIONS:
        return None
    status, negated = _MODAL[low], low.endswith("n't") or low == "cannot"
    at, no = _skip(tokens, index + 1)
    if low == "ought" and tokens.low(at) == "to":
        at += 1
    passive, _, at, no2 = _chain(tokens, at)
    if not _verb_form(tokens, at):
        if tokens.low(at - 1) == "be":
            return _made(tokens, index, at - 1, status, negated or no or no2, False)
        word = tokens.low(at)
        if not word[:1].isalpha() or word in FUNCTION:
            return None
    if tokens.lemma(at) in _VERB_TO and tokens.low(at + 1) == "to" and tokens.lemma(at) == "have":
        return _after_to(tokens, index, at + 2, "obliged", negated or no)
    if status == "planned" and tokens.lemma(at) in _CANCELLED and passive:
        status = "cancelled"
    return _made(tokens, index, at, status, negated or no or no2, passive)


def _chain(tokens: Tokens, at: int) -> tuple[bool, bool, int, bool]:
    """Over "have", "be", "been", "being" to the main verb: passive, perfect, its index, negated."""
    passive = perfect = negated = False
    for _ in range(4):
        low = tokens.low(at)
        if low in ("be", "been", "being"):
            passive = True
        elif low in ("have", "has", "had", "having"):
            perfect = True
        else:
            break
        at, no = _skip(tokens, at + 1)
        negated = negated or no
    if passive and tokens.low(at).endswith("ing"):
        passive = False
    return passive and _is_participle(tokens, at), perfect, at, negated


def _be(tokens: Tokens, index: int) -> tuple[int, int, Modality] | None:
    low = tokens.lows[index]
    negated = low.endswith("n't")
    at, no = _skip(tokens, index + 1)
    negated = negated or no
    word = tokens.low(at)
    if word == "about" or tokens.low(at - 1) == "about":
        word, at = ("about", at) if word == "about" else ("about", at - 1)
    if (
        word in ("accused", "suspected", "convicted")
        and tokens.low(at + 1) == "of"
        and tokens.low(at + 2).endswith("ing")
    ):
        return _made(tokens, index, at + 2, "alleged" if word != "convicted" else "done", negated, False)
    if word in _BE_TO and tokens.low(at + 1) == "to":
        return _after_to(tokens, index, at + 2, _BE_TO[word], negated or word in ("unlikely", "unable"))
    if (
        word in _BE_TO
        and tokens.low(at + 1) in ("for", "on")
        and word in ("set", "due", "scheduled", "planned", "slated")
    ):
        return _made(tokens, index, at, "planned", negated, True)
    if (
        word == "to"
        and low in ("is", "are", "was", "were", "'s", "'re")
        and (tokens.low(at + 1) == "be" or tokens.lemma(at + 1) in VERBS)
    ):
        return _after_to(tokens, index, at + 1, "planned", negated)
    being = word == "being"
    if being:
        at, no = _skip(tokens, at + 1)
    if low in ("be", "been", "being") or not _verb_form(tokens, at):
        return None
    present = low in ("is", "are", "am", "'s", "'re", "'m", "isn't", "aren't")
    if tokens.low(at).endswith("ing") and not being:
        return _made(tokens, index, at, "ongoing", negated, False) if tokens.lemma(at) in VERBS else None
    if not _is_participle(tokens, at):
        return None
    if _cancels(tokens, at):
        return _made(tokens, index, at, "cancelled", negated, True)
    return _made(tokens, index, at, "ongoing" if present else "done", negated, True)


def _have(tokens: Tokens, index: int) -> tuple[int, int, Modality] | None:
    low = tokens.lows[index]
    negated = low.endswith("n't")
    at, no = _skip(tokens, index + 1)
    if tokens.low(at) == "to" and tokens.low(at - 1) == "yet":
        return _after_to(tokens, index, at + 1, "done", True)
    if tokens.low(at) == "to" and (tokens.lemma(at + 1) in VERBS or tokens.low(at + 1) == "be"):
        return _after_to(tokens, index, at + 1, "obliged", negated or no)
    progressive = tokens.low(at) == "been" and tokens.low(at + 1).endswith("ing")
    passive, _, at, no2 = _chain(tokens, at)
    if not _verb_form(tokens, at) or not (_is_participle(tokens, at) or progressive):
        return None
    if tokens.low(at) in _BE_TO and tokens.low(at + 1) == "to" and passive:
        return _after_to(tokens, index, at + 2, _BE_TO[tokens.low(at)], negated or no or no2)
    if tokens.lemma(at) in _VERB_TO and tokens.low(at + 1) == "to" and not passive:
        return _after_to(tokens, index, at + 2, _VERB_TO[tokens.lemma(at)], negated or no or no2)
    status: Status = "cancelled" if _cancels(tokens, at) else "ongoing" if progressive else "done"
    return _made(tokens, index, at, status, negated or no or no2, passive)


def _do(tokens: Tokens, index: int, low: str) -> tuple[int, int, Modality] | None:
    at, no = _skip(tokens, index + 1)
    if tokens.lemma(at) not in VERBS or (at == index + 1 and not low.endswith("n't")):
        return None
    status: Status = "done" if low.startswith("did") else "ongoing"
    return _made(tokens, index, at, status, no or low.endswith("n't"), False)


def _plain_verb(tokens: Tokens, index: int, low: str) -> tuple[int, int, Modality] | None:
    """ "plans to sign", "agreed to pay", "signed", "called off": a verb without an auxiliary."""
    base = tokens.lemma(index)
    if _is_reduced(tokens, index, low):
        return _after_to(tokens, index, index + 2, _BE_TO[low], low in ("unlikely", "unable"))
    if base not in VERBS or low.endswith("ing"):
        return None
    if base in _VERB_TO and tokens.low(index + 1) == "to" and base != "have":
        if tokens.low(index - 1) in DETERMINERS and low == base:
            return None
        return _after_to(tokens, index, index + 2, _VERB_TO[base], False)
    if low == base and low not in ("cut", "hit", "put", "set", "shut", "split", "spread", "quit", "beat"):
        return None
    if low.endswith("s") and low != base:
        return None
    before = tokens.low(index - 1)
    if (
        before in DETERMINERS - {"that", "which", "who", "all", "both"}
        or before in PREPOSITIONS
        or before in ("to", "-")
    ):
        return None
    if base in REPORTING or (
        low == base and before not in ("", ",", "and") and not tokens.is_word(index - 1)
    ):
        return None
    adverb = before in _ALLEGED
    status: Status = (
        "cancelled"
        if _cancels(tokens, index)
        else "alleged"
        if adverb
        else "possible"
        if before in _MAYBE
        else "done"
    )
    return _made(tokens, index - adverb, index, status, False, False)


def _is_reduced(tokens: Tokens, index: int, low: str) -> bool:
    """ "the hearing, scheduled to take place on Friday": the same words without "is"."""
    known = low in _BE_TO and low not in _VERB_TO and low.endswith(("ed", "set", "due", "likely", "able"))
    if not known or tokens.low(index + 1) != "to" or tokens.low(index - 1) in DETERMINERS:
        return False
    return tokens.lemma(index + 2) in VERBS or tokens.low(index + 2) == "be"


def _cancels(tokens: Tokens, at: int) -> bool:
    base = tokens.lemma(at)
    return base in _CANCELLED or (
        (base, tokens.low(at + 1)) in _CANCELLED_PHRASES
        and (base != "put" or tokens.low(at + 2) == "hold" or tokens.low(at + 1) == "off")
    )


def _after_to(
    tokens: Tokens, first: int, at: int, status: Status, negated: bool
) -> tuple[int, int, Modality] | None:
    at, no = _skip(tokens, at)
    passive, _, at, no2 = _chain(tokens, at)
    if at >= len(tokens) or not tokens.lows[at][0].isalpha():
        return None
    return _made(tokens, first, at, status, negated or no or no2, passive)


def _made(
    tokens: Tokens, first: int, head: int, status: Status, negated: bool, passive: bool
) -> tuple[int, int, Modality]:
    head = min(head, len(tokens) - 1)
    if (
        tokens.low(head) in ("co", "re", "pre", "over", "under")
        and tokens.low(head + 1) == "-"
        and tokens.is_word(head + 2)
    ):
        head += 2
    end = head + 1
    if (tokens.lemma(head), tokens.low(head + 1)) in _CANCELLED_PHRASES:
        end += 1
    noun = _subject(tokens, first)
    words = words_between(tokens, max(0, first - _LOOK), first) + words_between(
        tokens, end, min(len(tokens), end + _LOOK)
    )
    base = tokens.lemma(head)
    role = Role(noun=noun, verb=base, words=tuple(sorted(set(words) - {base, noun}))[:8])
    return first, end, Modality(status, base, negated, passive, tokens.phrase(first, end), role)


def _subject(tokens: Tokens, first: int) -> str:
    """Lemma of the content word right before the verb group."""
    for at in range(first - 1, max(-1, first - 4), -1):
        low = tokens.lows[at]
        if low[0].isalpha() and low not in ADVERBS and low not in DETERMINERS:
            return tokens.lemma(at)
    return ""


def _detail(tokens: Tokens, first: int, end: int, value: Modality) -> Detail:
    start, stop = tokens.starts[first], tokens.ends[end - 1]
    return Detail("modality", start, stop, tokens.text[start:stop], value)
