"""Stories that a report must show sensibly though they lack what most have, or have too much of it."""

from __future__ import annotations

from dataclasses import replace

from compare.comparison import Comparison
from tests.report import builders


def no_evidence() -> Comparison:
    """Findings that name claims but no words in them."""
    story = builders.Story(
        builders.article("a", ["One died.", "Rain fell."]), builders.article("b", ["Two died."])
    )
    story.find("DIV401", "a:1 b:1", message="Different figures")
    story.find("ADD202", "a:2")
    return story.compared()


def no_findings() -> Comparison:
    """Two articles that have nothing to do with each other, without title and date."""
    return builders.Story(builders.article("a", ["One."]), builders.article("b", ["Two."])).compared()


def one_source() -> Comparison:
    """A story that only one source has yet."""
    return builders.Story(
        builders.article("a", ["The mill closed on Monday.", "It had run since 1911."])
    ).compared()


def no_claims() -> Comparison:
    """An article of which nothing is body."""
    return builders.Story(builders.article("a", []), builders.article("b", ["The mill closed."])).compared()


def right_to_left() -> Comparison:
    """Arabic, Hebrew and mixed text; a name that tries to turn the line around."""
    story = builders.Story(
        builders.article("arabic", ["قُتل اثنا عشر شخصا في حريق بالميناء، بحسب الشرطة."], title="حريق في الميناء", source="الميناء"),
        builders.article("hebrew", ["ארבעה עשר בני אדם נהרגו בשריפה (Eastwick) בנמל."], title="שריפה בנמל", source="a\u202eb"),
    )  # fmt: skip
    story.find(
        "DIV401",
        "arabic:1 hebrew:1",
        "اثنا عشر|ארבעה עשר",
        message="Different figures: اثنا عشر v. ארבעה עשר",
    )
    return story.compared()


def wide() -> Comparison:
    """Chinese and Japanese text, without spaces between words, and a family of joined emoji."""
    story = builders.Story(
        builders.article(
            "tokyo", ["東京で大規模な地震が発生し、十二人が負傷したと気象庁が発表した。"], title="東京で地震"
        ),
        builders.article("beijing", ["东京发生强烈地震，二十人受伤👩‍👩‍👧‍👦。"], title="东京地震"),
    )
    story.find("DIV401", "beijing:1 tokyo:1", "二十人|十二人", message="Different figures: 二十人 v. 十二人")
    return story.compared()


def long_words() -> Comparison:
    """Words, names and titles of thousands of letters without a space."""
    word = "Donaudampfschifffahrt" * 500
    story = builders.Story(
        builders.article("a", [f"{word} sank.", "x" * 2_000], title=word, source=word, published="2" * 50),
        builders.article("b", [f"{word} floats."], title=word),
    )
    story.find("DIV410", "a:1 b:1", "sank|floats", message=f"Contradiction: {word} v. {word}")
    story.find("ADD201", "a:2")
    return story.compared()


def unknown_rule() -> Comparison:
    """A finding of a rule that this program has no page for."""
    comparison = builders.two_sources()
    first, *rest = comparison.findings
    return replace(comparison, findings=(replace(first, rule="DIV499"), *rest))


def many_findings(count: int = 600) -> Comparison:
    """Two sources with hundreds of findings each."""
    first = builders.article(
        "a", [f"Only the first paper tells thing {number} of it." for number in range(count)]
    )
    second = builders.article(
        "b", [f"The second says what nobody said, number {number}." for number in range(count)]
    )
    story = builders.Story(first, second)
    for number in range(1, count + 1):
        story.find("ADD201", f"a:{number}")
        story.find("ADD201", f"b:{number}")
    for number in range(1, 31):
        story.find("DIV410", f"a:{number} b:{number}", message="Contradicting statements")
    return story.compared()


ALL = {
    make.__name__: make
    for make in (
        no_evidence, no_findings, one_source, no_claims, right_to_left, wide, long_words, unknown_rule, many_findings,
    )
}  # fmt: skip
