"""Article → claims: one claim a body sentence, with its speaker and details."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from compare.claims.attribution import attribute
from compare.claims.sentences import split
from compare.records import Article, Claim, Detail, content_id
from compare.settings import ClaimSettings


def extract_claims(articles: Sequence[Article], settings: ClaimSettings | None = None) -> list[Claim]:
    """The claims of the articles, in article order, then text order.

    A claim's id depends on its article's id and its words (and how often the same words came before), not on
    its place, so it survives edits elsewhere.
    """
    settings = settings or ClaimSettings()
    return [claim for article in articles for claim in _claims(article, settings)]


def _claims(article: Article, settings: ClaimSettings) -> list[Claim]:
    claims = sentence_claims(article, settings)
    speakers = attribute(article, claims)
    return [
        _detailed(article, replace(claim, speaker=speaker))
        for claim, speaker in zip(claims, speakers, strict=True)
    ]


def sentence_claims(article: Article, settings: ClaimSettings) -> list[Claim]:
    """The claims of one article in text order, still without speaker and details."""
    claims: list[Claim] = []
    seen: Counter[str] = Counter()
    for paragraph, body in enumerate(article.body):
        for span in split(article.text, body, settings.max_characters):
            text = span.of(article.text)
            seen[text] += 1
            identity = content_id("c", article.id, text, str(seen[text]))
            claims.append(Claim(identity, article.id, span.start, span.end, text, paragraph))
    return claims


def _detailed(article: Article, claim: Claim) -> Claim:
    """The claim with its details, their offsets shifted to the article's."""
    from compare.claims.details import find_details
    from compare.claims.details.languages import find_details_in

    if article.language:
        details = find_details_in(article.language, claim.text, article.published)
    else:
        found = find_details(claim.text, article.published)
        details = [detail for detail in found if not _part_of_another(claim.text, detail)]
    shifted = (replace(d, start=d.start + claim.start, end=d.end + claim.start) for d in details)
    return replace(claim, details=tuple(shifted))


def _part_of_another(text: str, detail: Detail) -> bool:
    """Whether a figure stands in a numeral that isn't read: 47万 is no 47, and ௪௰௭ neither 4 nor 7."""
    if detail.type in ("name", "quotation", "list", "modality", "polarity"):
        return False
    around = text[max(0, detail.start - 1) : detail.start] + text[detail.end : detail.end + 1]
    return any(char.isnumeric() and not char.isdigit() for char in around)
