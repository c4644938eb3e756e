"""Which language a text is written in, where that isn't English.

English is told by its small words alone, at no cost; only a text without them is shown to py3langid, which takes a
second to load.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

ENOUGH = 20
"""Words from which a text is judged: below it a list of names or a quotation looks like any language."""

LOOKED_AT = 1_000
"""Words from the beginning that are looked at: enough for both tests, and bounded for a book."""

ENGLISH = 0.16
"""Share of English function words from which a text is English. In English articles they are .24 to .50 of all words, in
stretches of twenty words rarely less than this; in languages that share some of them up to .12 (Dutch "in", "is",
"was", "of") or .15 (Afrikaans). Below it py3langid may still find English."""

_SMALL_WORDS = """
a about after all also an and any are as at be been before but by can could did do does for from had has have he
her him his how i if in into is it its may more most must no not of on one or our out over said she should so
some such than that the their them then there these they this those to up was we were what when where which
while who will with would you your
"""
SMALL_WORDS = frozenset(_SMALL_WORDS.split())
"""English words that every text needs, whatever it is about."""

NAMES = {
    "af": "Afrikaans", "am": "Amharic", "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian",
    "bn": "Bengali", "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "es": "Spanish",
    "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French", "gu": "Gujarati", "he": "Hebrew",
    "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "it": "Italian",
    "ja": "Japanese", "ka": "Georgian", "kk": "Kazakh", "kn": "Kannada", "ko": "Korean", "lt": "Lithuanian",
    "lv": "Latvian", "ml": "Malayalam", "mr": "Marathi", "ms": "Malay", "nb": "Norwegian", "ne": "Nepali",
    "nl": "Dutch", "nn": "Norwegian", "no": "Norwegian", "pa": "Punjabi", "pl": "Polish", "ps": "Pashto",
    "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "si": "Sinhala", "sk": "Slovak", "sl": "Slovenian",
    "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "te": "Telugu", "th": "Thai",
    "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
"""The languages that most of the world's news is written in; any other is called by its code."""

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_SIGNS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0900-\u0963\u0970-\u0dff"
_LETTER = rf"(?:[^\W\d_{_UNSPACED}]|[{_SIGNS}])"
_WORD = re.compile(rf"[{_UNSPACED}]|{_LETTER}+(?:['’]{_LETTER}+)?")
"""A run of letters and the signs above and below them, which `\\w` leaves out; in scripts that are written without
spaces each letter counts as a word."""


def language_of(text: str) -> str | None:
    """The name of the language of a text, in English; None for English, and where there is too little to tell."""
    rough = text.split(maxsplit=LOOKED_AT)[:LOOKED_AT]
    if len(rough) > 2 * ENOUGH and english_share(rough) >= ENGLISH:  # nearly every article; words are dearer
        return None
    words = _WORD.findall(text)[:LOOKED_AT]
    if len(words) < ENOUGH or english_share(words) >= ENGLISH:
        return None
    code = _code(words)
    return NAMES.get(code, code) if code else None


def language_note(language: str) -> str:
    """What a reader should know of an article in that language."""
    return f"written in {language}, it seems: names, numbers and dates are still compared, meaning is not judged well"


def english_share(words: Sequence[str]) -> float:
    """The share of the words that are function words of English."""
    return sum(word.lower() in SMALL_WORDS for word in words) / len(words)


def _code(words: Sequence[str]) -> str | None:
    """The code of the language other than English in which the whole and both its halves seem to be written.

    Lists of names change their seeming language from half to half.
    """
    from py3langid import classify

    half = len(words) // 2
    found = {classify(" ".join(part))[0] for part in (words, words[:half], words[half:])}
    return found.pop() if len(found) == 1 and "en" not in found else None
