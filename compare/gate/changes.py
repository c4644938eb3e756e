"""What a change did to one story: claims changed, dropped and lost, quotations altered, sources gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial

from compare.align.origins import copied_articles
from compare.comparison import Comparison
from compare.corpus import File, Outcome, Story
from compare.gate.digest import lines_of
from compare.gate.drafts import Draft
from compare.gate.edits import Change, judge_edits
from compare.gate.facts import Teller, find_tellers, untold_words
from compare.gate.places import Lines
from compare.gate.records import Place, Quote
from compare.gate.versions import Version, compare_versions, with_edited
from compare.judge.relation import cached_relate
from compare.records import Article, Claim, Cluster, Severity, Span
from compare.settings import Settings

NAMES = {
    "number": "number", "date": "date or time", "name": "name", "place": "place", "polarity": "opposite sense",
    "modality": "done or not yet done", "attribution": "speaker", "list": "list", "contradiction": "sense",
}  # fmt: skip
"""What changed, for messages."""

FIRST = 60
"""Characters of the words that a message quotes."""


@dataclass(frozen=True)
class Judged:
    """What became of a story.

    Attributes:
        drafts: What there is to say.
        passed: Counts of changes that are fine, by name.
        now: For claims of the base that are still there, edited or not: id -> id in the head.
        kept: Ids of the head's claims that stand in the base word for word.
        articles_changed: How many articles changed, came or went.
    """

    drafts: tuple[Draft, ...]
    passed: Counter[str]
    now: dict[str, str] = field(default_factory=dict)
    kept: frozenset[str] = frozenset()
    articles_changed: int = 0


def judge_change(
    base: Outcome, head: Outcome | None, files: Mapping[str, File], settings: Settings
) -> Judged:
    """Compare a story of the base with what became of it.

    Args:
        head: None when no story of the head took its place.
        files: Path in the base -> the file of the head that it became.
    """
    return _StoryChange(base, head, files, settings).judged()


class _StoryChange:
    """The state of one comparison; every part is worked out once, when it is asked for."""

    def __init__(
        self, base: Outcome, head: Outcome | None, files: Mapping[str, File], settings: Settings
    ) -> None:
        self._base = base
        self._head = head
        self._files = files
        self._settings = settings
        self._passed: Counter[str] = Counter()

    def judged(self) -> Judged:
        if self._base.comparison is None:
            return Judged((), Counter(), articles_changed=len(self._head.story.files) if self._head else 0)
        if not any(version.after for version in self.versions):
            return Judged((self._story_vanished(),), Counter(), articles_changed=len(self.versions))
        drafts = [*self._sources(), *self._edits(), *self._losses()]
        self._count()
        pairs = [pair for version in self.versions for pair in (*version.kept, *version.edited)]
        return Judged(
            drafts=tuple(drafts),
            passed=self._passed,
            now={old.id: new.id for old, new in pairs},
            kept=frozenset(new.id for version in self.versions for _, new in version.kept),
            articles_changed=sum(map(self._differs, self.versions)) + len(self._new_files()),
        )

    # ---- who is who

    @cached_property
    def old(self) -> Comparison:
        assert self._base.comparison is not None
        return self._base.comparison

    @cached_property
    def new(self) -> Comparison | None:
        return self._head.comparison if self._head else None

    @cached_property
    def word_versions(self) -> tuple[Version, ...]:
        """Each article of the base with what it became, as far as words alone tell."""
        return tuple(self._version(article) for article in self.old.articles)

    @cached_property
    def tellers(self) -> dict[str, list[Teller]]:
        """For the claims that are gone, as far as words tell, who tells the same now."""
        gone = [claim for version in self.word_versions for claim in version.gone]
        if not gone or self.new is None:
            return {}
        return find_tellers(self.old.articles, gone, self.new, self._settings)

    @cached_property
    def versions(self) -> tuple[Version, ...]:
        """Each article of the base with what it became; an added claim that tells the same is a new wording."""
        return tuple(self._with_new_wordings(version) for version in self.word_versions)

    def _version(self, article: Article) -> Version:
        after, claims = self._after(article)
        return compare_versions(article, after, _claims_of(self.old, article.id), claims)

    def _after(self, article: Article) -> tuple[Article | None, Sequence[Claim]]:
        """The article of the head that an article became, and its claims; it may lie in another story."""
        file = self._files.get(article.path)
        if file is None:
            return None, ()
        found = self.new or _EMPTY
        here = {other.id: other for other in found.articles if other.path == file.path}
        if not here and not (self._head and file.path in self._head.story.paths):
            from compare.corpus.making import prepare

            moved = prepare(Story(".", (file,)), self._settings)
            here = {other.id: other for other in moved.articles}
            claims: Sequence[Claim] = moved.claims
        else:
            claims = found.claims
        several = sum(other.path == article.path for other in self.old.articles) > 1 or len(here) > 1
        after = here.get(article.id) if several else next(iter(here.values()), None)
        return after, [claim for claim in claims if after and claim.source == after.id]

    def _with_new_wordings(self, version: Version) -> Version:
        added = {claim.id for claim in version.added}
        ranked = sorted(
            (-teller.score, claim.start, claim.id, teller.claim.id, claim, teller.claim)
            for claim in version.gone
            for teller in self.tellers.get(claim.id, ())
            if teller.claim.id in added
        )
        pairs: dict[str, tuple[Claim, Claim]] = {}
        taken: set[str] = set()
        for *_, old, new in ranked:
            if old.id not in pairs and new.id not in taken:
                pairs[old.id] = (old, new)
                taken.add(new.id)
        return with_edited(version, list(pairs.values()))

    def _differs(self, version: Version) -> bool:
        file = self._files.get(version.before.path)
        return file is None or file.sha256 != version.before.sha256

    def _new_files(self) -> list[str]:
        became = {file.path for file in self._files.values()}
        return [path for path in self._head.story.paths if path not in became] if self._head else []

    # ---- what is said

    @cached_property
    def _changes(self) -> list[Change]:
        relate = partial(cached_relate, settings=self._settings.embed)
        return [
            change
            for version in self.versions
            if version.after is not None
            for change in judge_edits(
                version.before, version.after, version.edited, self._settings.judge, relate
            )
        ]

    def _edits(self) -> list[Draft]:
        """Claims changed in meaning, quotations altered, updates."""
        by_claim: dict[tuple[str, str], list[Change]] = {}
        for change in self._changes:
            code = {"quotation": "REV504", "update": "REV508"}.get(change.category, "REV502")
            by_claim.setdefault((change.before.id, code), []).append(change)
        return [self._edit(code, changes) for (_, code), changes in sorted(by_claim.items())]

    def _edit(self, code: str, changes: list[Change]) -> Draft:
        first = changes[0]
        before = self._quote(first.before, [span for item in changes for span in item.words_before])
        after = self._new_quote(first.after, [span for item in changes for span in item.words_after])
        severity = min((item.severity for item in changes), key=("hard", "soft", "review", "none").index)
        what = ", ".join(dict.fromkeys(NAMES.get(item.category, item.category) for item in changes))
        words = f"{_said(before)} → {_said(after)}"
        message = {
            "REV502": f"Claim changed in meaning ({what}){' (please check)' * (severity == 'review')}: {words}",
            "REV504": f"Quotation altered: {words}",
            "REV508": f"Later value: {words}",
        }[code]
        return self._draft(
            code, changes[0].category if code == "REV502" else "", message, after.words_place, (before, after),
            severity if code == "REV502" else "none",
        )  # fmt: skip

    def _sources(self) -> list[Draft]:
        """Articles that are gone, unless what they copied or what copied them stays."""
        gone = [version.before for version in self.versions if version.after is None]
        if not gone:
            return []
        stay = {version.before.id for version in self.versions if version.after is not None}
        copied = copied_articles([(claim.source, claim.text) for claim in self.old.claims])
        found = []
        for article in gone:
            partners = {two if one == article.id else one for one, two in copied if article.id in (one, two)}
            if partners & stay:
                self._passed["copy removed, its origin stays"] += 1
            else:
                found.append(self._source_vanished(article))
        return found

    def _source_vanished(self, article: Article) -> Draft:
        total = len(_claims_of(self.old, article.id))
        lost = sum(claim.source == article.id for claims in self._lost.values() for claim in claims)
        unreadable = {item.path: item.why for item in self._head.unreadable} if self._head else {}
        file = self._files.get(article.path)
        why = unreadable.get(file.path) if file else None
        message = f"Source can no longer be read: {article.source} ({why})" if why else (
            f"Source vanished: {article.source}, with {_many(total, 'claim')}, {lost} of them told by nobody else"
        )  # fmt: skip
        return self._draft("REV505", "", message, Place(file.path if file else article.path))

    def _story_vanished(self) -> Draft:
        articles, claims = len(self.old.articles), len(self.old.claims)
        message = f"Story vanished: {self._base.story.name}, with {_many(articles, 'article')} and {_many(claims, 'claim')}"
        return Draft(
            "REV506", "story", "none", self._base.story.name, message, Place(self._base.story.paths[0])
        )

    @cached_property
    def _gone(self) -> dict[str, Version]:
        """The claims that are gone, by id."""
        return {claim.id: version for version in self.versions for claim in version.gone}

    @cached_property
    def _lost(self) -> dict[str, list[Claim]]:
        """Cluster of the base -> its claims, for facts that nobody tells any more."""
        lost: dict[str, list[Claim]] = {}
        for id in self._gone:
            claim, cluster = self.old.claim(id), self._cluster(id)
            if not self._survivors(claim, cluster) and id not in self.tellers:
                lost.setdefault(cluster.id, []).append(claim)
        return lost

    def _cluster(self, claim: str) -> Cluster:
        return self.old.clusters_of(claim)[0]

    def _survivors(self, claim: Claim, cluster: Cluster) -> list[Claim]:
        """The other claims of a fact that are still there."""
        return [self.old.claim(id) for id in cluster.claims if id != claim.id and id not in self._gone]

    def _losses(self) -> list[Draft]:
        """Facts lost, claims dropped, details dropped."""
        found = [self._fact_lost(claims) for claims in self._lost.values()]
        lost = {claim.id for claims in self._lost.values() for claim in claims}
        for id, version in self._gone.items():
            if id not in lost and version.after is not None:
                found += self._dropped(self.old.claim(id), version)
        return found + self._details(lost)

    def _fact_lost(self, claims: list[Claim]) -> Draft:
        quotes = tuple(self._quote(claim, ()) for claim in claims)
        place = self._spot(claims[0])
        if max(claim.importance for claim in claims) < self._settings.check.fact:
            return self._draft(
                "REV501",
                "",
                "Claim dropped; nobody else tells it, but nothing in it can be checked",
                place,
                quotes,
            )
        message = "Last source of a fact lost: nobody in the story tells this any more"
        importance = max(claim.importance for claim in claims)
        return self._draft("REV503", "", message, place, quotes, importance=importance)

    def _dropped(self, claim: Claim, version: Version) -> list[Draft]:
        """Nothing, where the article or a copy of the same origin still tells it."""
        cluster = self._cluster(claim.id)
        survivors = self._survivors(claim, cluster)
        tellers = [teller.claim.source for teller in self.tellers.get(claim.id, ())]
        own = next(group for group in cluster.origins if claim.source in group)
        if version.after and version.after.id in tellers:
            self._passed["told in another sentence"] += 1
            return []
        if any(other.source in own for other in survivors):
            self._passed["copy removed, its origin stays"] += 1
            return []
        names = {
            article.id: article.source for article in (*self.old.articles, *(self.new or _EMPTY).articles)
        }
        who = dict.fromkeys(names[id] for id in [*(other.source for other in survivors), *tellers])
        message = f"Claim dropped; still told by {', '.join(who)}"
        return [
            self._draft(
                "REV501",
                "",
                message,
                self._spot(claim),
                (self._quote(claim, ()),),
                importance=claim.importance,
            )
        ]

    def _details(self, lost: set[str]) -> list[Draft]:
        """Words of claims that are still told, which carried something that nobody gives any more."""
        changed = {change.before.id for change in self._changes}
        edited = {
            old.id: new for version in self.versions for old, new in version.edited if old.id not in changed
        }
        self._passed["reworded"] += len(edited)
        asked = [self.old.claim(id) for id in [*edited, *(id for id in self._gone if id not in lost)]]
        if not asked or self.new is None:
            return []
        tellers = self.tellers | {id: [Teller(new, 1.0)] for id, new in edited.items()}
        here = {claim.id for claim in self.new.claims}
        tellers = {id: [x for x in found if x.claim.id in here] for id, found in tellers.items()}
        words = untold_words(self.old.articles, asked, tellers, self.new)
        return [
            self._detail(claim, spans, edited.get(claim.id)) for claim in asked if (spans := words(claim))
        ]

    def _detail(self, claim: Claim, words: Sequence[Span], now: Claim | None) -> Draft:
        before = self._quote(claim, words)
        quotes = (before, self._new_quote(now, ())) if now else (before,)
        place = quotes[-1].place if now else self._spot(claim)
        message = f"Detail dropped: nobody in the story gives {_said(before)} any more"
        return self._draft("REV507", "", message, place, quotes, importance=claim.importance)

    def _count(self) -> None:
        for version in self.versions:
            self._passed["added"] += len(version.added)
            file = self._files.get(version.before.path)
            if file and file.path != version.before.path:
                self._passed["renamed or moved"] += 1
            if (
                version.after
                and self._differs(version)
                and not (version.gone or version.edited or version.added)
            ):
                self._passed["furniture or layout only"] += 1

    # ---- words and places

    @cached_property
    def _lines(self) -> dict[str, Lines]:
        return lines_of(self._base)

    @cached_property
    def _new_lines(self) -> dict[str, Lines]:
        return lines_of(self._head) if self._head else {}

    def _quote(self, claim: Claim, words: Sequence[Span]) -> Quote:
        return self._lines[claim.source].quote(claim, words, "base")

    def _new_quote(self, claim: Claim, words: Sequence[Span]) -> Quote:
        return self._lines_after(claim).quote(claim, words, "head")

    def _lines_after(self, claim: Claim) -> Lines:
        """Where the claims of an article of the head stand, in this story or in the one it moved to."""
        for version in self.versions:
            article = version.after
            if (
                article
                and article.id == claim.source
                and self._files[version.before.path].path == article.path
            ):
                return Lines(article, article.path, self._files[version.before.path].load)
        return self._new_lines[claim.source]

    def _spot(self, claim: Claim) -> Place:
        """Where a claim that is gone stood: after the last one before it that is still there, in the head's file."""
        version = next(item for item in self.versions if item.before.id == claim.source)
        if version.after is None:
            return self._quote(claim, ()).place
        before = [new for old, new in (*version.kept, *version.edited) if old.start < claim.start]
        after = [new for old, new in (*version.kept, *version.edited) if old.start > claim.start]
        if not before and not after:
            return Place(self._files[version.before.path].path)
        near = max(before, key=lambda new: new.start) if before else min(after, key=lambda new: new.start)
        return self._new_quote(near, ()).place

    def _draft(
        self, code: str, category: str, message: str, place: Place, quotes: tuple[Quote, ...] = (),
        severity: Severity = "none", importance: float = 0.0,
    ) -> Draft:  # fmt: skip
        from compare.judge.rules import RULES

        return Draft(
            code, category or RULES[code].category, severity, self._base.story.name, message, place, quotes,
            importance=importance,
        )  # fmt: skip


class _Empty:
    articles: tuple[Article, ...] = ()
    claims: tuple[Claim, ...] = ()


_EMPTY = _Empty()


def _claims_of(comparison: Comparison, article: str) -> list[Claim]:
    return [claim for claim in comparison.claims if claim.source == article]


def _said(quote: Quote) -> str:
    """The deciding words, or the beginning of the claim."""
    words = quote.deciding or (quote.text,)
    shown = [" ".join(word.split()) for word in words]
    return ", ".join(f"“{word}”" if len(word) <= FIRST else f"“{word[: FIRST - 1]}…”" for word in shown)


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
