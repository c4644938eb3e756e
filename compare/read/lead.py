"""Furniture that shares a line with the body: datelines, kickers, and the agency's name after the last word."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.read.patterns import AGENCIES

MAX_LABEL = 60
"""Longest kicker, in characters. A label longer than this before a colon is a clause of the sentence."""

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})(?:,?\s+\d{{4}})?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_CAPS = r"[A-Z][A-Z.'’-]+(?:[ /-][A-Z][A-Z.'’-]*)*"
_TITLE = r"[A-Z][\w.'’]+(?:[ /-](?:[A-Z][\w.'’]*|de|del|la|el|al|of|and|upon|on)){0,4}"
_REST = rf"(?:,\s*{_TITLE}){{0,3}}"
_MARK = r"\s*(?:--+|[—–:-])\s*"
_START = r"(?=[\"“‘'«(]?[A-Z0-9\u00c0-\u024f])"
_AGENCY = r"(?:[(\[][A-Z][\w.&/’' -]{1,40}[)\]]|/\w+/)"

_STRONG = (
    rf"{_CAPS}{_REST}(?:,\s*{_DAY})?,?\s*{_AGENCY}(?:{_MARK})?\s*{_START}",
    rf"{_TITLE}{_REST}(?:,\s*{_DAY})?,?\s*(?:{_AGENCY}{_MARK}|[(\[](?:{AGENCIES})[)\]]\s*){_START}",
    rf"(?:{_CAPS}|{_TITLE}){_REST},?\s*{_AGENCY},?\s*{_DAY}(?:{_MARK})?\s*{_START}",
    rf"(?:{_CAPS}|{_TITLE}){_REST},\s*{_DAY}\s*(?:{_AGENCY})?{_MARK}{_START}",
    rf"{_CAPS}{_REST}(?:\s+(?:--+|[—–-])\s*|—|\s*--\s*|:\s+){_START}",
    rf"{_AGENCY}\s*(?:--+|[—–-])\s*{_START}",
    rf"{_DAY}(?:,?\s+(?:{_CAPS}))?\s*(?:{_AGENCY})?\s*(?:--+|[—–])\s+{_START}",
)
"""Datelines that nothing else looks like: a place in capitals, an agency in brackets, a day after the place."""

_TITLED = rf"(?P<place>{_TITLE}(?:,\s*{_TITLE}){{0,2}})\s+(?:--+|[—–-])\s+{_START}"
_MAY_HAVE_DATELINE = re.compile(
    r"[A-Z]{2}[A-Z .,'’/-]|.{0,90}?(?:[)\]/]\s*(?:--|[—–:-]|[A-Z])|\s(?:--|[—–-])\s|[A-Za-z],?\s\d{1,2}(?:,?\s\d{4})?\s*[—–:-])"
)
"""What every dateline has, tried first because it fails fast on nearly all paragraphs."""

_LABEL = re.compile(r"(?P<label>[^\s:][^:\n.!?;]{1,58}?)\s*:\s+(?=[\"“‘'A-Z0-9\u00c0-\u024f])")
_ACRONYM = re.compile(
    r"(?:COVID|[A-Z]{1,3}|UN|EU|US|UK|NATO|BREAKING(?: NEWS)?|EXCLUSIVE|UPDATED?|LIVE|WATCH|ANALYSIS|EXPLAINER|OPINION)\b"
)
_SHOUT = re.compile(
    r"(?:BREAKING(?: NEWS)?|EXCLUSIVE|UPDATED?(?: \d)?|LIVE|JUST IN|DEVELOPING|Breaking(?: news)?|Exclusive|Just in|Developing)\s*(?:--+|[—–:|-])\s+"
)
_RUN_IN = re.compile(
    r"(?:Why it matters|The big picture|What['’]s next|Zoom (?:in|out)|Driving the news|By the numbers|What they['’]re saying|"
    r"State of play|The bottom line|Bottom line|Catch up quick|The latest|Between the lines|Context|The context|Background|"
    r"The backdrop|What happened|The details|Details|The intrigue|Yes, but|Reality check|Flashback|How it works|What to watch|"
    r"Worth noting|Of note|Be smart|The other side|What we['’]re watching|The impact|Go deeper|Quick take|Key takeaways?)\s*:\s+(?=\S)"
)
_SMALL = frozenset(("and", "or", "of", "in", "on", "the", "for", "to", "a", "an", "at", "vs", "v", "with", "from", "by", "&", "–", "-", "de", "la"))  # fmt: skip
_NOT_A_KICKER = frozenset(("q", "a", "question", "answer", "note"))
_SIGN_OFF = re.compile(
    rf"\s+(?:[—–-]+\s*)?[(\[]?\s*(?:(?i:with|including) (?:additional )?(?:inputs?|reporting|reports?) (?:from|by) [^.()]{{2,60}}|{AGENCIES}|ENDS?|Agencies|[A-Z]{{2,6}})\s*[)\]]?\.?$"
)
_CLOSED = re.compile(r"[.!?…]['\"’”»)\]]*$")


def dateline(line: str, text: str, *, first: bool) -> int:
    """Length of the dateline that opens a paragraph, 0 for none: "NAIROBI, March 3 (Reuters) - The government …".

    "Nairobi – The government …" is read as one only in the first paragraph (`first`) or when `text` says "in
    Nairobi" too, and when no second dash closes it: "Kenya Airways – Africa's third largest – …".
    """
    head = line[:220]
    if not _MAY_HAVE_DATELINE.match(head):
        return 0
    for pattern in _STRONG:
        found = re.match(pattern, head)
        if found and not _ACRONYM.fullmatch(found[0].strip(" —–:-")):
            return found.end()
    found = re.match(_TITLED, head)
    if not found or re.search(r"\s[—–-]+\s", head[found.end() :].split(". ", maxsplit=1)[0]):
        return 0
    return found.end() if first or is_place(found["place"], text) else 0


def kicker(text: str, others: Sequence[str]) -> int:
    """Length of a label run into the lead, 0 for none: "India and European: India and the European Union moved …".

    It is a short noun phrase in headline case before a colon, followed by a whole sentence. A name before a
    quotation ("Kallas: “We agreed”") and the speakers of a transcript (the same kind of label opens `others`
    too) introduce what somebody says, so they are left in.
    """
    if shout := _SHOUT.match(text[:40]):
        return shout.end()
    found = _LABEL.match(text[: MAX_LABEL + 3])
    if not found or not _is_label(found["label"]):
        return 0
    rest = text[found.end() :]
    if rest[0] in "\"“‘'" or len(rest[:200].split()) < 5:
        return 0
    labelled = sum(
        1 for other in others if (seen := _LABEL.match(other[: MAX_LABEL + 3])) and _is_label(seen["label"])
    )
    return 0 if labelled else found.end()


def is_place(label: str, text: str) -> bool:
    """Whether the label of a lead names where it was written: the text goes on to say "in Nairobi"."""
    name = label.strip(" :—–-").split(",")[0]
    return (
        name.isupper() or re.search(rf"\b(?:in|at|from|near|to|of)\s+{re.escape(name)}\b", text) is not None
    )


def run_in_heading(text: str) -> int:
    """Length of a stock heading at the start of a paragraph ("Why it matters: …"), 0 for none."""
    found = _RUN_IN.match(text[:40])
    return found.end() if found else 0


def sign_off(text: str) -> int:
    """Where an agency's name or "ENDS" after the last sentence begins, the length of `text` for none."""
    tail = max(0, len(text) - 120)
    found = _SIGN_OFF.search(text, tail)
    if not found or not _CLOSED.search(text[: found.start()][-8:]):
        return len(text)
    return found.start()


def _is_label(label: str) -> bool:
    words = label.split()
    if not 1 <= len(words) <= 6 or words[0].lower() in _NOT_A_KICKER:
        return False
    if words[0][:1].islower():
        return False
    return all(word[:1].isupper() or word[:1].isdigit() or word.lower() in _SMALL for word in words)
