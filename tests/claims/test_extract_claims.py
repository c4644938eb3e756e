"""Articles become claims."""

import random
import time

from hypothesis import given
from hypothesis import strategies as st

from compare.claims import extract_claims
from compare.records import Article, Span
from compare.settings import ClaimSettings

TEXT = (
    "HEADLINE\n\nTove Lind said the port was safe. It reopened on 5 May 2031.\n\nIt reopened on 5 May 2031."
)
BODY = (Span(10, 70), Span(72, 98))


def article(identity: str = "a", text: str = TEXT, body: tuple[Span, ...] = BODY) -> Article:
    return Article(identity, "<memory>", text, identity, published="2031-05-06", body=body)


def test_claims_come_in_text_order_from_the_body_only():
    claims = extract_claims([article()])
    assert [(c.text, c.paragraph) for c in claims] == [
        ("Tove Lind said the port was safe.", 0),
        ("It reopened on 5 May 2031.", 0),
        ("It reopened on 5 May 2031.", 1),
    ]
    assert all(TEXT[c.start : c.end] == c.text for c in claims)


def test_ids_are_unique_and_survive_edits_elsewhere():
    claims = extract_claims([article()])
    moved = extract_claims(
        [article(text="X" * 50 + TEXT, body=tuple(Span(s.start + 50, s.end + 50) for s in BODY))]
    )
    assert len({c.id for c in claims}) == 3
    assert [c.id for c in claims] == [c.id for c in moved]


def test_details_have_offsets_of_the_article():
    claims = extract_claims([article()])
    details = [d for c in claims for d in c.details]
    assert details
    assert all(TEXT[d.start : d.end] == d.text for d in details)
    assert all(c.start <= d.start < d.end <= c.end for c in claims for d in c.details)


def test_the_longest_claim_is_a_setting():
    long = article(text="word " * 100, body=(Span(0, 500),))
    assert max(len(c.text) for c in extract_claims([long], ClaimSettings(max_characters=40))) <= 40


@given(st.lists(st.text(min_size=1), max_size=5))
def test_any_text_gives_claims_with_exact_offsets(paragraphs):
    body, start = [], 0
    for paragraph in paragraphs:
        body.append(Span(start, start + len(paragraph)))
        start += len(paragraph) + 2
    text = "\n\n".join(paragraphs)
    for claim in extract_claims([article("p", text, tuple(body))]):
        assert text[claim.start : claim.end] == claim.text
        if claim.speaker:
            assert claim.start <= claim.speaker.cue.start < claim.speaker.cue.end <= claim.end


def test_a_long_article_takes_seconds_not_minutes():
    words = [
        "Tove",
        "Lind",
        "said",
        "that",
        "the",
        "port",
        "of",
        "Dale",
        "(D)",
        "was",
        "safe",
        "on",
        "Monday",
        ".",
        "“No”",
        ",",
        "he",
        "added",
        "She",
    ]
    chosen = random.Random(7).choices(words, k=40_000)
    text = " ".join(chosen)
    start = time.perf_counter()
    extract_claims([article("long", text, (Span(0, len(text)),))])
    assert time.perf_counter() - start < 60
