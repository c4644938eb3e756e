"""What a line looks like, whatever it says: running text, a title, a sentence that lost its stop, a place."""

from __future__ import annotations

import re

from compare.read.lines import Line

MAX_HEADING_WORDS = 14
"""Longest section heading: of those on the pages of the article-extraction-benchmark none is longer."""

MAX_TITLE_WORDS = 22
"""Longest line without a stop that may be the title of another story; news sentences average 22 words."""

MAX_TITLE_CHARACTERS = 300
"""The same in characters, for text without spaces; it also keeps the time of the patterns below in bounds."""

_SENTENCE_INSIDE = re.compile(r"(?:\S+\s+){3,}[^\s.]{4,}[.!?][\"”’')]*\s+[\"“(\[]*[A-Z]")
_TURN = re.compile(r"(?:Q|A|Question|Answer)\s?\d{0,2}[:.]\s")
_QUESTION = re.compile(
    r"(?:who|what|why|how|when|where|which|whose|is|are|am|was|were|can|could|will|would|should|does|do|did|has|have|had|"
    r"so|and|but)\b",
    re.IGNORECASE,
)
_SAYS_SO = re.compile(
    r"\b(?:said|told|added|announced|confirmed|was|were|had|has been|have been|will be|would be|did not|is expected)\b"
)
_OPENERS = re.compile(
    r"(?:the|a|an|he|she|it|they|we|i|this|that|these|those|his|her|their|in|on|at|after|according|but|and|mr|mrs|ms|dr)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\s(?:the|a|an)\s")
_OUTLET = re.compile(
    r"\b(?:Times|Post|Herald|Gazette|News|Tribune|Chronicle|Journal|Courier|Guardian|Telegraph|Ledger|Observer|Star|Standard|"
    r"Daily|Weekly|Wire|Press|Express|Mail|Globe|Sun|Echo|Argus|Dispatch|Bulletin|Review|Record|Mirror|Independent|Monitor|"
    r"Sentinel|Inquirer|Register|Examiner|Messenger|Advocate|Recorder|Online|TV|Radio|Network|Agency|Service)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"[A-Z][A-Z.'’ -]+(?:,\s*[A-Z][\w. ]+(?:\s*[(\[].{2,40}[)\]])?\s*[—–-]*|\s*[(\[].{2,40}[)\]]\s*[—–-]*|\s*[—–-]+)"
)


def is_prose(line: Line) -> bool:
    """Whether the line reads as running text.

    It ends like a sentence, holds one, opens a list or a quotation, belongs to an interview, or is too long for
    a title.
    """
    if line.has_stop or line.text[0] in '"“' or len(line.text) > MAX_TITLE_CHARACTERS:
        return True
    words = line.words
    return (
        words > MAX_TITLE_WORDS
        or (line.text[-1] in ":;," and words > 4)
        or _SENTENCE_INSIDE.search(line.text) is not None
        or is_turn(line)
    )


def is_turn(line: Line) -> bool:
    """Whether it opens a turn of an interview: "Q: …"."""
    return _TURN.match(line.text) is not None


def is_question(line: Line) -> bool:
    """Whether it is a short question, as explainers have for headings."""
    return line.text[-1] == "?" and line.words <= 10 and _QUESTION.match(line.text) is not None


def could_be_heading(line: Line, *, stops: bool) -> bool:
    """Whether the line could head the next paragraph.

    Args:
        stops: Whether the text ends its sentences with stops, so that a line without one means something.
    """
    text = line.text
    if (
        line.bullet
        or line.words > MAX_HEADING_WORDS
        or text[0].islower()
        or text[-1] in ",;:—–-"
        or text[0] in '"“'
    ):
        return False
    if line.has_stop:
        return is_question(line)
    return not is_prose(line) and not reads_like_sentence(line) and (stops or is_capitalised(text))


def reads_like_sentence(line: Line) -> bool:
    """Whether a line without a stop is more likely a sentence that lost it than a heading."""
    text = line.text
    if line.words < 6 or text.isupper() or is_capitalised(text):
        return False
    return (
        bool(_OPENERS.match(text) or text[:1].islower() or line.words > MAX_HEADING_WORDS)
        and _SAYS_SO.search(text) is not None
    )


def lost_its_stop(line: Line) -> bool:
    """Whether a last line, alone and without a stop, is more likely a sentence than the title of another story.

    Titles leave out articles ("PM says port to reopen"), sentences don't.
    """
    plain = line.words >= 8 and not line.text.isupper() and not is_capitalised(line.text)
    return reads_like_sentence(line) or (
        plain and bool(_ARTICLE.search(line.text) or _SAYS_SO.search(line.text))
    )


def is_capitalised(text: str) -> bool:
    """Whether every word but small ones begins with a capital."""
    small = ("of", "the", "and", "de", "van", "al", "bin")
    return all(word[:1].isupper() or word.lower() in small for word in text.split())


def is_outlet(line: Line) -> bool:
    """Whether it could be the name of a publication: "The Dunmore Gazette"."""
    return line.words <= 5 and _OUTLET.search(line.text) is not None and is_capitalised(line.text)


def is_place(line: Line) -> bool:
    """Whether it is a dateline that stands alone: "NAIROBI, Kenya"."""
    return _PLACE.fullmatch(line.text) is not None
