"""The rule codes: what each means, an example, what it does not mean, and how to silence it."""

from __future__ import annotations

from dataclasses import dataclass

from compare.records import Kind


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `code` is stable; `category` is what a finding of it has as its category."""

    code: str
    kind: Kind
    category: str
    title: str
    meaning: str
    example: str
    not_meant: str
    silence: str


_ONLY = "Leave it out with `--only`, or give the settings another threshold for the match."

RULES: dict[str, Rule] = {
    rule.code: rule
    for rule in (
        Rule(
            "AGR101", "agreement", "independent", "Independent agreement",
            "At least two sources that did not copy each other tell the same fact.",
            "“Forty-seven people died when the dam burst” and “The burst dam killed 47”.",
            "That the fact is true: two sources can share one mistaken informant.",
            _ONLY,
        ),
        Rule(
            "AGR102", "agreement", "origin", "Agreement of one origin",
            "Several sources tell the same fact in nearly the same words: they share one text, such as a wire report.",
            "Two papers that print one agency sentence, one of them with a new dateline.",
            "Independent confirmation: it counts as one source.",
            _ONLY,
        ),
        Rule(
            "AGR103", "agreement", "update", "Later value of a developing fact",
            "One source gives a later state of a figure that grows or is corrected as the event unfolds: its time of "
            "publication, or its own words (“rose to”), say so.",
            "“At least 31 dead” at 8:30 and “The toll rose to 38” at 18:45.",
            "A contradiction; nor that the later figure is right.",
            _ONLY,
        ),
        Rule(
            "ADD201", "addition", "claim", "Claim of one source",
            "No other source of the story tells this fact.",
            "Only one paper reports that a liaison officer will be posted to the centre.",
            "That the others deny it, or that it is wrong.",
            "Leave it out with `--only`, or show the most important ones with `--top`.",
        ),
        Rule(
            "ADD202", "addition", "detail", "Detail inside a matched claim",
            "The sources tell the same fact, but these words carry something that the other source says nowhere in its body.",
            "“democracy, pluralism, federalism and the rule of law” v. the same list without federalism.",
            "A difference in wording: synonyms, and words the other source uses elsewhere, are not shown.",
            "Leave it out with `--only`, or show the most important ones with `--top`.",
        ),
        Rule(
            "OMI301", "omission", "claim", "Told by all but few",
            "At least three sources are compared and all but few of them tell this fact.",
            "Five of six reports name the cause; the sixth does not.",
            "Suppression: the source may have been published before it was known.",
            _ONLY,
        ),
        Rule(
            "DIV401", "divergence", "number", "Number",
            "Two sources answer the same question about the same event with amounts that can't both be right, after "
            "units, rounding and bounds.",
            "“47 people died” v. “74 people died”.",
            "Who is right. “About 50” v. “47”, “at least 40” v. “47” and “80 km” v. “50 miles” agree.",
            "Suppress the finding's id, or the rule, in the policy of the gate.",
        ),
        Rule(
            "DIV402", "divergence", "date", "Date or time",
            "The same act is dated to moments that exclude each other, at the precision given.",
            "“was last inspected in June 2021” v. “its last inspection was in June 2019”.",
            "A difference of precision: “March 2022” and “27 March 2022” agree.",
            "Suppress the finding's id, or the rule, in the policy of the gate.",
        ),
        Rule(
            "DIV403", "divergence", "name", "Name",
            "Another person or body has the same role in the same act.",
            "“defender Chris Odum was sent off” v. “midfielder Ben Harker was sent off”.",
            "Variants of one name (Singh, Rajnath Singh, the Defence Minister), or another person of the same surname.",
            "Suppress the finding's id, or the rule, in the policy of the gate.",
        ),
        Rule(
            "DIV404", "divergence", "place", "Place",
            "The same act is said to have happened in different places.",
            "“signed in Geneva” v. “signed in Vienna”.",
            "A place and the region around it.",
            "Suppress the finding's id, or the rule, in the policy of the gate.",
        ),
        Rule(
            "DIV405", "divergence", "polarity", "Yes or no, up or down",
            "One source says that something is or rose, the other that it is not or fell.",
            "“The crossing was closed” v. “The crossing stayed open”.",
            "A denial that is reported: “the ministry denies it” is a position, not an account of the source.",
            "Suppress the finding's id, or the rule, in the policy of the gate.",
        ),
        Rule(
            "DIV406", "divergence", "modality", "Done, planned or demanded",
            "The same act is a fact in one account and a plan, demand or possibility in the other.",
            "“are now being translated into practice” v. “should lead to practice”.",
            "A plan that a much later report tells as done: that is the course of events.",
            "Suppress the finding's id, or the rule, in the policy of the gate.",
        ),
        Rule(
            "DIV407", "divergence", "attribution", "Who said it",
            "The same statement is given to different speakers.",
            "“Kallas noted …” v. “Singh noted …”, of the same remark.",
            "Different remarks on one fact; a body and its own member; “says” v. “reports”.",
            "Suppress the finding's id, or the rule, in the policy of the gate.",
        ),
        Rule(
            "DIV408", "divergence", "quotation", "Quotation drift",
            "The same speaker is quoted with other words in nearly the same quotation.",
            "“sold the safety of the public” v. “sold the trust of the public”.",
            "A quotation that was cut, or that is quoted in another place.",
            "Suppress the finding's id, or the rule, in the policy of the gate.",
        ),
        Rule(
            "DIV409", "divergence", "list", "List",
            "Both sources list the same things, and each has items that the other tells nowhere.",
            "“palm oil, tourism and education” v. “palm oil, sport and payments”.",
            "Another order; a list that is only shorter; a list that says it is not complete.",
            "Suppress the finding's id, or the rule, in the policy of the gate.",
        ),
        Rule(
            "DIV410", "divergence", "contradiction", "Contradiction in other words",
            "The relation model judges that the two claims can't both be true, where no typed comparison says why.",
            "“The decision was unanimous” v. “Two of the seven members voted against”.",
            "Certainty: it is shown for review unless the typed comparison supports it.",
            "Suppress the finding's id, or the rule, in the policy of the gate.",
        ),
    )
}  # fmt: skip

DIVERGENCES = {rule.category: rule.code for rule in RULES.values() if rule.kind == "divergence"}
"""Category of a divergence -> its code."""
