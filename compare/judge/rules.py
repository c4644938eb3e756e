"""The rule codes: what each means, an example, what it does not mean, and how to silence it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from compare.records import Kind

RuleKind: TypeAlias = Kind | Literal["revision"]
"""What a rule is about: a kind of finding, or what happened between two states of a corpus."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `code` is stable; `category` is what a finding of it has as its category."""

    code: str
    kind: RuleKind
    category: str
    title: str
    meaning: str
    example: str
    not_meant: str
    silence: str


_GATE = "Accept it with `claimcompare baseline update`, suppress it with a reason, or `--ignore` the rule."
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
            "The same act is dated to moments that exclude each other, at the precision given, or a period ends on different days.",
            "“was last inspected in June 2021” v. “its last inspection was in June 2019”.",
            "A difference of precision: “March 2022” and “27 March 2022” agree.",
            "Suppress the finding's id, or the rule, in the policy of the gate.",
        ),
        Rule(
            "DIV403", "divergence", "name", "Name",
            "Another person or body has the same role in the same act, or one holder of an office has two first names.",
            "“defender Chris Odum was sent off” v. “midfielder Ben Harker was sent off”.",
            "Variants of one name (Singh, Rajnath Singh, the Defence Minister), or another person of the same surname.",
            "Suppress the finding's id, or the rule, in the policy of the gate.",
        ),
        Rule(
            "DIV404", "divergence", "place", "Place",
            "The same act is said to have happened in different places, or a journey to have gone the other way.",
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
        Rule(
            "REV501", "revision", "dropped", "Claim dropped",
            "An article no longer tells a claim that it told in the base; other origins of the story still do.",
            "Two papers report the cause; one of them takes the sentence out.",
            "That the fact is lost (that is REV503). Nothing is said when a copy of the same origin still has the sentence.",
            _GATE,
        ),
        Rule(
            "REV502", "revision", "changed", "Claim changed in meaning",
            "A claim was edited, and the two wordings can't both hold or say different things: another figure, date, name, "
            "place, speaker or list, the opposite, or a plan turned into a fact.",
            "“47 people died when the dam burst” became “74 people died when the dam burst”.",
            "A claim that was only reworded; a later figure of a developing fact (REV508); a change for the worse: it may be "
            "a correction.",
            _GATE,
        ),
        Rule(
            "REV503", "revision", "lost", "Last source of a fact lost",
            "The base told this fact, and no article of the story tells it any more.",
            "The only paper that named the cause was deleted, or its sentence taken out.",
            "That the fact was true. Sentences without anything to check (`fact` in the settings) are REV501.",
            _GATE,
        ),
        Rule(
            "REV504", "revision", "quotation", "Quotation altered",
            "Words inside a quotation were changed, put in or taken out.",
            "“We sold the safety of the public” became “We sold the trust of the public”.",
            "A quotation that was cut at its beginning or end, or whose marks, case or commas changed.",
            _GATE,
        ),
        Rule(
            "REV505", "revision", "source", "Source vanished",
            "An article of the base is gone, or can no longer be read.",
            "The file of one paper was deleted.",
            "An article that was renamed or moved to another story, or a copy whose origin stays.",
            _GATE,
        ),
        Rule(
            "REV506", "revision", "story", "Story vanished",
            "A story of the base has no article left. Its sources and facts are not reported one by one.",
            "A folder was deleted.",
            "A folder that was renamed.",
            _GATE,
        ),
        Rule(
            "REV507", "revision", "detail", "Detail dropped",
            "A claim stays, but words are gone that carried something nobody else in the story gives: a figure, a name, a "
            "date or an item of a list.",
            "“The inspection in June 2021 found cracks” became “An inspection found cracks”.",
            "A difference in wording: synonyms, and words that are told elsewhere in the story, are not reported.",
            _GATE,
        ),
        Rule(
            "REV508", "revision", "update", "Later value of a developing fact",
            "A claim has another figure than before, and the article's date or its own words say that it is the later one.",
            "“At least 31 dead”, and in the article of a later hour “The toll rose to 38”.",
            "A problem: it is only a note.",
            _GATE,
        ),
        Rule(
            "REV509", "revision", "origins", "Too few origins of a marked fact",
            "A fact that the settings mark is told by fewer independent origins than they ask for.",
            "`facts = [{text = \"died when the dam burst\", origins = 2}]`, and only one origin is left.",
            "That the fact is wrong; copies of one text count once.",
            "Change or remove the mark in `[tool.claimcompare.check]`.",
        ),
        Rule(
            "REV510", "revision", "unreadable", "Too many unreadable articles",
            "More than the allowed share of the article files can't be read: what they say is not compared.",
            "Twelve of a hundred files are empty.",
            "A file that is no article at all: name it in `corpus.exclude`.",
            "Raise `unreadable` in `[tool.claimcompare.check]`, or leave the files out with `corpus.exclude`.",
        ),
        Rule(
            "REV511", "revision", "suppression", "Suppression without effect",
            "A suppression is void because a wording changed, has expired, has a date that is none, or matches nothing.",
            "A suppression until 31 March, on the first of April.",
            "That the finding is wrong: it counts again, that is all.",
            "Remove or renew the entry.",
        ),
    )
}  # fmt: skip

DIVERGENCES = {rule.category: rule.code for rule in RULES.values() if rule.kind == "divergence"}
"""Category of a divergence -> its code."""
