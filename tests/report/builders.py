"""Hand-made comparisons: what the reports show must not depend on how models are tuned."""

from __future__ import annotations

from dataclasses import dataclass

from compare.comparison import Comparison
from compare.records import (
    JSON,
    Article,
    Claim,
    Cluster,
    Detail,
    Evidence,
    Finding,
    Furniture,
    Kind,
    Match,
    Severity,
    Span,
    Speaker,
    content_id,
    unique,
)
from compare.settings import Settings


@dataclass(frozen=True)
class Plain:
    """A detail's value that is one plain thing."""

    value: float | str

    def to_json(self) -> JSON:
        return self.value


@dataclass(frozen=True)
class Model:
    """What `models` holds, without an engine."""

    name: str
    sha256: str


RULES: dict[str, tuple[str, Kind, str, Severity]] = {
    "AGR101": ("AGR101", "agreement", "claim", "none"),
    "AGR102": ("AGR102", "agreement", "claim", "none"),
    "ADD201": ("ADD201", "addition", "claim", "none"),
    "ADD202": ("ADD202", "addition", "detail", "none"),
    "OMI301": ("OMI301", "omission", "claim", "none"),
    "DIV401": ("DIV401", "divergence", "number", "hard"),
    "DIV402": ("DIV402", "divergence", "date", "soft"),
    "DIV407": ("DIV407", "divergence", "attribution", "soft"),
    "DIV410": ("DIV410", "divergence", "contradiction", "review"),
}


def article(
    id: str,
    claims: list[str],
    *,
    title: str | None = None,
    source: str | None = None,
    published: str | None = None,
) -> Article:
    """An article whose text is its title, then one paragraph a claim, then "Comments"."""
    head = f"{title}\n\n" if title else ""
    text = head + "\n".join(claims) + "\n\nComments\n"
    body, furniture = [], []
    if title:
        furniture.append(Furniture(0, len(title), title, "headline"))
    at = len(head)
    for claim in claims:
        body.append(Span(at, at + len(claim)))
        at += len(claim) + 1
    start = text.index("Comments", at)
    furniture.append(Furniture(start, start + 8, "Comments", "comments"))
    return Article(
        id=id,
        path=f"{id}.txt",
        text=text,
        source=source or id,
        title=title,
        published=published,
        body=tuple(body),
        furniture=tuple(furniture),
        sha256=content_id("", text),
    )


class Story:
    """Articles and findings, put together claim by claim: "a:3" is the third claim of the article with id a."""

    def __init__(self, *articles: Article) -> None:
        self.articles = tuple(sorted(articles, key=lambda one: one.id))
        self.claims: dict[str, Claim] = {}
        self.findings: list[Finding] = []
        self.clusters: list[Cluster] = []
        self.matches: list[Match] = []
        for one in self.articles:
            for number, span in enumerate(one.body, start=1):
                text = span.of(one.text)
                id = content_id("c", one.id, text, "0")
                self.claims[f"{one.id}:{number}"] = Claim(id, one.id, span.start, span.end, text, number - 1)

    def speaker(self, place: str, name: str, cue: str) -> None:
        """Give a claim a speaker."""
        claim = self.claims[place]
        start = claim.start + claim.text.index(cue)
        self._put(place, speaker=Speaker(name, Span(start, start + len(cue)), "named"))

    def detail(self, place: str, type: str, words: str, value: float | str) -> None:
        """Give a claim a detail."""
        claim = self.claims[place]
        start = claim.start + claim.text.index(words)
        detail = Detail(type, start, start + len(words), words, Plain(value))  # type: ignore[arg-type]
        self._put(place, details=(*claim.details, detail))

    def find(
        self,
        rule: str,
        claims: str,
        words: str = "",
        *,
        message: str = "",
        importance: float = 0.5,
        score: float = 0.9,
    ) -> None:
        """Add a finding: `claims` as "a:1 b:2", `words` as "twelve|fourteen", one for each claim."""
        code, kind, category, severity = RULES[rule]
        places = claims.split()
        evidence = tuple(
            self._evidence(place, word) for place, word in zip(places, words.split("|"), strict=False) if word
        )
        ids = tuple(self.claims[place].id for place in places)
        tellers = unique(place.split(":")[0] for place in places)
        silent = tuple(one.id for one in self.articles if one.id not in tellers)
        sources = silent if kind == "omission" else tellers
        id = content_id("f", code, *ids, *(item.text for item in evidence))
        self.findings.append(
            Finding(id, code, kind, category, severity, importance, sources, ids, evidence, score, message)
        )
        self._cluster(ids, tellers, kind)

    def near(self, a: str, b: str, score: float) -> None:
        """Add a borderline pair."""
        first, second = sorted((self.claims[a].id, self.claims[b].id))
        self.matches.append(Match(first, second, score, "related"))

    def compared(self) -> Comparison:
        """The comparison."""
        return Comparison(
            articles=self.articles,
            claims=tuple(self.claims.values()),
            matches=tuple(self.matches),
            clusters=tuple(self.clusters),
            findings=tuple(self.findings),
            models=(Model("all-MiniLM-L6-v2", "0" * 64),),  # type: ignore[arg-type]
            settings=Settings(),
        )

    def _put(self, place: str, **changes: object) -> None:
        import dataclasses

        self.claims[place] = dataclasses.replace(self.claims[place], **changes)  # type: ignore[arg-type]

    def _evidence(self, place: str, words: str) -> Evidence:
        claim = self.claims[place]
        start = claim.start + claim.text.index(words)
        return Evidence(claim.id, start, start + len(words), words)

    def _cluster(self, claims: tuple[str, ...], sources: tuple[str, ...], kind: Kind) -> None:
        if (kind == "addition" and len(claims) > 1) or any(
            set(claims) & set(old.claims) for old in self.clusters
        ):
            return
        missing = tuple(one.id for one in self.articles if one.id not in sources)
        for a in claims:
            self.matches += [Match(a, b, 0.88) for b in claims if a < b]
        verdict = "agreement" if kind == "agreement" else "divergence" if kind == "divergence" else "addition"
        origins = tuple((source,) for source in sources)
        self.clusters.append(
            Cluster(content_id("g", *sorted(claims)), claims, sources, missing, origins, verdict)
        )


def two_sources() -> Comparison:
    """A warehouse fire, told by two papers."""
    herald = article(
        "harbour-herald",
        [
            "The fire in the Eastwick warehouse killed twelve people on Monday night, the port police said.",
            "Firefighters needed nine hours to bring the flames under control.",
            "The building had failed two safety inspections since March, according to records seen by the Herald.",
            "“We will not sell a single ticket before the inquiry ends,” harbour master Lena Okafor said.",
            "Mayor Ruth Castell called the fire a tragedy for the whole city.",
            "The warehouse stored lithium batteries for Norvolt, which declined to comment.",
            "A crane operator, Tomas Reyes, 41, pulled four colleagues out through a loading hatch.",
            "Residents thanked the firefighters.",
        ],
        title="Twelve dead in Eastwick warehouse fire",
        source="The Harbour Herald",
        published="2025-11-04T06:30",
    )
    ledger = article(
        "city-ledger",
        [
            "At least fourteen people died when a fire swept through a warehouse in Eastwick late on Monday.",
            "It took firefighters nine hours to contain the blaze.",
            "No tickets will be sold before the inquiry is over, Deputy Mayor Ivo Lang said.",
            "Mayor Ruth Castell spoke of a tragedy for the entire city.",
            "The city will pay 2.5 million crowns to the families, the council decided on Tuesday.",
            "Trains on the harbour line stay suspended until Friday.",
            "The mood in Eastwick was sombre.",
        ],
        title="Blaze at the port: city mourns its dead, and asks who knew about the batteries in the old warehouse",
        source="City Ledger",
    )
    story = Story(herald, ledger)
    story.speaker("harbour-herald:4", "Lena Okafor", "harbour master Lena Okafor said")
    story.speaker("city-ledger:3", "Ivo Lang", "Deputy Mayor Ivo Lang said")
    story.detail("harbour-herald:1", "number", "twelve", 12)
    story.detail("city-ledger:1", "number", "fourteen", 14)
    story.find(
        "DIV401",
        "city-ledger:1 harbour-herald:1",
        "fourteen|twelve",
        message="Different figures: fourteen (City Ledger) v. twelve (The Harbour Herald)",
        importance=0.97,
        score=0.94,
    )
    story.find(
        "DIV407",
        "city-ledger:3 harbour-herald:4",
        "Deputy Mayor Ivo Lang|harbour master Lena Okafor",
        message="Different speakers: Deputy Mayor Ivo Lang (City Ledger) v. harbour master Lena Okafor (The Harbour Herald)",
        importance=0.8,
        score=0.81,
    )
    story.find("AGR101", "city-ledger:2 harbour-herald:2", importance=0.6, score=0.91)
    story.find("AGR102", "city-ledger:4 harbour-herald:5", importance=0.4, score=0.95)
    story.find("ADD201", "harbour-herald:3", "failed two safety inspections", importance=0.9)
    story.find("ADD201", "harbour-herald:6", "lithium batteries for Norvolt", importance=0.85)
    story.find("ADD201", "harbour-herald:7", importance=0.7)
    story.find("ADD201", "harbour-herald:8", importance=0.1)
    story.find("ADD202", "city-ledger:1", "late", importance=0.3)
    story.find("ADD201", "city-ledger:5", "2.5 million crowns", importance=0.9)
    story.find("ADD201", "city-ledger:6", importance=0.65)
    story.find("ADD201", "city-ledger:7", importance=0.05)
    story.near("harbour-herald:8", "city-ledger:7", 0.41)
    return story.compared()


def four_sources() -> Comparison:
    """A ferry that ran aground, told by a wire, its copy, and two papers."""
    wire = article(
        "wire",
        [
            "The ferry Astrid ran aground off Kallvik with 212 people on board.",
            "All passengers were brought ashore by noon.",
            "The captain was tested for alcohol.",
        ],
        title="Ferry runs aground off Kallvik",
        source="Nordwire",
        published="2025-06-02",
    )
    copy = article(
        "morning",
        [
            "The ferry Astrid ran aground off Kallvik with 212 people on board.",
            "All passengers were brought ashore by noon.",
        ],
        title="Ferry aground",
        source="Morning Post",
        published="2025-06-02",
    )
    gazette = article(
        "gazette",
        [
            "The Astrid, a ferry with 221 people aboard, struck a reef near Kallvik.",
            "Rescuers had taken everyone off the ship by midday.",
            "Divers found a four-metre gash in the hull.",
        ],
        title="Astrid strikes reef",
        source="The Gazette",
        published="2025-06-03",
    )
    tidende = article(
        "tidende",
        [
            "About 200 passengers were on the ferry when it ran onto rocks off Kallvik.",
            "The captain took a breath test.",
        ],
        source="Tidende",
    )
    story = Story(wire, copy, gazette, tidende)
    story.find(
        "DIV401",
        "gazette:1 morning:1 tidende:1 wire:1",
        "221|212|About 200|212",
        message="Different figures: 221 (The Gazette) v. 212 (Morning Post), 212 (Nordwire) v. About 200 (Tidende)",
        importance=0.9,
        score=0.87,
    )
    story.find("AGR101", "gazette:2 morning:2 wire:2", importance=0.6)
    story.find("AGR101", "tidende:2 wire:3", importance=0.5)
    story.find(
        "OMI301",
        "gazette:2 morning:2 wire:2",
        message="3 of 4 sources tell this; not in Tidende",
        importance=0.6,
    )
    story.find("ADD201", "gazette:3", "four-metre gash", importance=0.8)
    return story.compared()


def many_sources() -> Comparison:
    """Thirty papers on one vote: most tell the same, two another figure."""
    papers = [
        article(
            f"paper-{n:02}",
            [
                f"The council of Ost backed the bridge with {41 if n % 15 else 14} votes.",
                "Work starts in May.",
            ],
        )
        for n in range(30)
    ]
    story = Story(*papers)
    every = [paper.id for paper in papers]
    figures = "|".join("41" if n % 15 else "14" for n in range(30))
    story.find("DIV401", " ".join(f"{id}:1" for id in every), figures, message="Different figures: 14 v. 41")
    story.find("AGR101", " ".join(f"{id}:2" for id in every[:28]))
    story.find("OMI301", " ".join(f"{id}:2" for id in every[:28]), message="28 of 30 sources tell this")
    return story.compared()


def hostile() -> Comparison:
    """Articles that try to act on the reader's terminal, browser or spreadsheet, and text in wide characters."""
    first = article(
        "=first",
        [
            "The \x1b[31mred\x1b[0m \x1b]8;;http://evil.example\x07link\x1b]8;;\x07 [bold]was[/bold] \x9b2Jhere \u202eesrever\u202c.",
            '=HYPERLINK("http://evil.example","click") <script>alert(1)</script> [text](http://evil.example) | `code`',
            "東京で大規模な地震が発生し、十二人が負傷したと気象庁が発表した 👩‍🚒🔥。",
            "# Not a heading, www.evil.example and someone@evil.example ![x](y) *not bold* ~~x~~ &lt; $x$",
        ],
        title="\x1b[2J[red]Title[/red]",
        source="\x07Bell|[x](http://evil.example)",
    )
    second = article(
        "second",
        [
            "The red link was there.",
            "-1+1 is what the cell says.",
            "東京で地震が起き、二十人がけがをした 🔥 \ud800 x.",
            "1. not a list",
        ],
    )
    story = Story(first, second)
    story.find(
        "DIV410",
        "=first:1 second:1",
        "\x9b2Jhere|there",
        message="Contradicting statements (please check): \x1b[1mhere\x1b[0m v. [b]there[/b]",
    )
    story.find("DIV401", "=first:3 second:3", "十二人|二十人", message="Different figures: 十二人 v. 二十人")
    story.find("ADD201", "=first:2", "=HYPERLINK")
    story.find("ADD201", "=first:4")
    story.find("ADD201", "second:2")
    story.find("ADD201", "second:4")
    return story.compared()
