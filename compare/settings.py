"""Every threshold of the program: a name, a default, why it has that value, and how it was calibrated.

Read from `[tool.claimcompare]` in a `pyproject.toml` or from a `claimcompare.toml`: a table for each step,
with the names used here. `Settings.load` looks in a folder and its parents.
"""

from __future__ import annotations

import dataclasses
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

from compare.errors import SettingsError
from compare.records import JSON

T = TypeVar("T")

_NOT_IN_RESULTS = {"cache", "cache_dir", "cache_bytes", "timeout", "url"}
"""Settings that say how the work is done, not what comes out: a report is the same with and without a cache."""

_NOT_IN_COMPARISONS = {"corpus", "check"}
"""Groups that are about many stories: the comparison of one doesn't depend on them."""


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """How inputs become articles."""

    max_bytes: int = 20_000_000
    """Largest file read, in bytes. A long book is 5 MB of text; a web page with its scripts rarely passes 10 MB."""

    timeout: float = 20.0
    """Seconds to wait for an http(s) address before giving up."""

    max_redirects: int = 5
    """How often an http(s) address may send on to another. Shorteners and https upgrades take two or three."""

    fields: dict[str, str] = field(default_factory=dict)
    """For JSON, JSONL, CSV and Parquet: which field holds text, title, source, published, author, url."""


@dataclass(frozen=True, slots=True)
class ClaimSettings:
    """How an article's body is cut into claims."""

    max_characters: int = 2_000
    """Longest claim, in characters; text without a stop for longer than this is cut at white space.

    Ten times a long newspaper sentence (200 characters), so that it only ever cuts what is no sentence."""


@dataclass(frozen=True, slots=True)
class EmbedSettings:
    """How texts become vectors."""

    model: str = "all-MiniLM-L6-v2"
    """A model's name or folder. The default's weights come with the installation."""

    sha256: str = ""
    """The sha256 that the weights must have; empty for any. The default model's is pinned in the program."""

    engine: str = "auto"
    """"onnx" (default model only, no torch), "sentence-transformers" (any model), or "auto"."""

    cache: bool = True
    """Whether vectors are kept between runs."""

    cache_dir: str = ""
    """Where; empty for the user's cache folder."""

    cache_bytes: int = 1_000_000_000
    """Size bound of the cache: the least recently used entries go first."""


@dataclass(frozen=True, slots=True)
class AlignSettings:
    """Which claims tell the same fact."""

    candidates: int = 8
    """How many of the nearest claims are scored for each claim in each channel (meaning, words, both). More find
    a few more matches and cost time: docs/alignment.md has the curve."""

    match: float = 0.45
    """Probability from which two claims are a match. The best F1 is reached at half its own value (Lipton, Elkan and
    Narayanaswamy 2014): .35 to .45 for the F1 of .7 to .9 seen on news. Cross-validated
    by story, F1 changes by at most .02 between .3 and .45; the upper end is taken because a false match can become a
    false divergence, while a missed one is still shown, as related or as an addition."""

    second: bool = True
    """Whether pairs in doubt are read again by the relation model. It finds facts told in other words, and takes a
    few milliseconds a pair."""

    related: float = 0.15
    """Probability from which a pair is kept as related: shown as a doubtful case, but not counted as a match."""

    cluster: float = 0.45
    """Mean probability between two groups of claims from which they tell one fact. The best B-cubed F1 in
    cross-validation lies between .2 and .4 on every set of stories measured; the upper end, which is that of a match, so
    that nothing is shown as agreed on less than a match."""


@dataclass(frozen=True, slots=True)
class JudgeSettings:
    """What the matches mean. Certainties are in [0, 1]; see `compare/judge/verdict.py` for what they are made of."""

    hard: float = 0.8
    """From this probability a difference that can't hold on both sides is shown as a hard divergence. Chosen so that
    invented stories with planted divergences and traps give at most one false alarm in five."""

    review: float = 0.43
    """From this probability such a difference is shown for review; below it nothing is shown. On invented stories half of
    what is shown between here and .5 is a planted divergence, of what would be shown from .35 on less than a third."""

    soft: float = 0.65
    """From this certainty accounts that differ, though both could stand, are shown as a soft divergence."""

    soft_review: float = 0.58
    """From this certainty such accounts are shown for review."""

    relation: bool = True
    """Whether the relation model is asked about matched claims. Without it, contradictions in other words are not
    seen, and doubtful ones stay doubtful; judging takes a fraction of the time."""

    omission: float = 0.66
    """The share of the sources (of three or more) that must tell a fact before the silence of the others is shown."""


@dataclass(frozen=True, slots=True)
class OutsideSettings:
    """A judge of your own choice behind an OpenAI-compatible address, asked about findings in review: docs/judge.md."""

    url: str = ""
    """Its address, as http://localhost:11434/v1; without one nobody is asked. Only `--judge-url` and Python can set
    it: a settings file that comes with some articles must not be able to send them anywhere."""

    model: str = ""
    """The model's name, as the server knows it; empty for the one that the server takes by itself."""

    budget: int = 20
    """Pairs of claims at most that are asked about in one comparison, the most important findings first. A story rarely
    has more than ten findings in review."""

    timeout: float = 60.0
    """Seconds to wait for one answer. A large model on a machine of one's own takes some ten."""


@dataclass(frozen=True, slots=True)
class CorpusSettings:
    """Which files of a folder with many stories are articles."""

    exclude: tuple[str, ...] = ()
    """Patterns of paths, relative to the corpus, that are left alone, as "drafts" or "*/notes.txt"; a folder's name
    leaves out all that is in it, and * goes over slashes."""


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """What `claimcompare check` judges, and what it fails on.

    A rule is named by its code or the beginning of one ("DIV4", "REV", "all"). With a severity behind it, as in
    "DIV:soft", it stands for findings that are at least so sure: hard, then soft, then review.
    """

    select: tuple[str, ...] = ("all",)
    """Rules that are judged."""

    ignore: tuple[str, ...] = ()
    """Rules that are not. Of two entries that fit a rule the longer one holds, in `select` and `ignore` together."""

    fail_on: tuple[str, ...] = (
        "DIV:hard",
        "REV502:soft",
        "REV503",
        "REV504",
        "REV505",
        "REV506",
        "REV509",
        "REV510",
    )
    """What is an error; the rest are warnings. By default what can't be right on both sides, and what takes away facts,
    quotations or sources; what is doubtful, or still told elsewhere, only warns."""

    error: tuple[str, ...] = ()
    """Rules that are errors besides `fail_on`."""

    warn: tuple[str, ...] = ()
    """Rules that are never errors, whatever `fail_on` says. Of entries that fit a rule the longer one holds."""

    per_path: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    """For paths, relative to the corpus, that match a pattern ("archive/*"): select, ignore, fail_on, error and warn of
    their own, in place of those above."""

    fact: float = 0.05
    """Importance from which a claim is a fact whose last source may not go. Sentences with nothing to check in them
    ("It remains to be seen how voters react.") are at 0 to 0.04; the plainest statements of fact start at 0.07."""

    unreadable: float = 0.05
    """Share of the article files that may be unreadable. A stray file in twenty is an oversight, more is a broken feed."""

    facts: list[dict[str, Any]] = field(default_factory=list)
    """Marked facts: tables with `text` (words of the claim, whatever their case), `origins` (how many independent ones
    must tell it; default 2) and `story` (a pattern of story names; default "*")."""

    baseline: str = ""
    """The file with what is accepted, relative to the root of the repository; by default .claimcompare-baseline.jsonl in the
    corpus or the root of the repository, where there is one."""

    suppressions: str = ""
    """The file with suppressions, likewise; by default .claimcompare-suppressions.toml."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, one group a step."""

    read: ReadSettings = field(default_factory=ReadSettings)
    claims: ClaimSettings = field(default_factory=ClaimSettings)
    embed: EmbedSettings = field(default_factory=EmbedSettings)
    align: AlignSettings = field(default_factory=AlignSettings)
    judge: JudgeSettings = field(default_factory=JudgeSettings)
    outside: OutsideSettings = field(default_factory=OutsideSettings)
    corpus: CorpusSettings = field(default_factory=CorpusSettings)
    check: CheckSettings = field(default_factory=CheckSettings)

    @classmethod
    def load(cls, folder: Path | None = None) -> Settings:
        """Settings of the nearest file at or above `folder` (default: the working directory), else the defaults.

        Raises:
            SettingsError: unreadable file, unknown key, value of the wrong type.
        """
        start = (folder or Path.cwd()).absolute()
        for here in (start, *start.parents):
            if (here / "claimcompare.toml").is_file():
                return cls.from_file(here / "claimcompare.toml")
            if (here / "pyproject.toml").is_file() and "claimcompare" in _read_toml(
                here / "pyproject.toml"
            ).get("tool", {}):
                return cls.from_file(here / "pyproject.toml")
        return cls()

    @classmethod
    def from_file(cls, path: Path) -> Settings:
        """Settings of one file. Raises SettingsError as `load` does."""
        table = _read_toml(path)
        if path.name == "pyproject.toml":
            table = table.get("tool", {}).get("claimcompare", {})
        settings = _build(cls, table, f"{path}: ")
        if settings.outside.url:
            raise SettingsError(
                f"{path}: outside.url can't be set in a file; give --judge-url on the command line"
            )
        return settings

    @classmethod
    def from_dict(cls, table: dict[str, Any]) -> Settings:
        """Settings from plain data. Raises SettingsError for an unknown key or a wrong type."""
        return _build(cls, table, "")

    def replace(self, **changes: dict[str, Any]) -> Settings:
        """A copy with the named values of some groups changed: `settings.replace(embed={"cache": False})`."""
        groups = {
            name: _build(
                type(getattr(self, name)), dataclasses.asdict(getattr(self, name)) | values, f"{name}."
            )
            for name, values in changes.items()
        }
        return dataclasses.replace(self, **groups)

    def to_json(self) -> JSON:
        """The settings that can change a result, as plain JSON data."""
        return {
            group: {name: value for name, value in values.items() if name not in _NOT_IN_RESULTS}
            for group, values in dataclasses.asdict(self).items()
            if group not in _NOT_IN_COMPARISONS and (group != "outside" or self.outside.url)
        }


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise SettingsError(f"{path}: cannot be read as TOML: {error}") from error


def _build(cls: type[T], table: Any, where: str) -> T:
    if not isinstance(table, dict):
        raise SettingsError(f"{where.rstrip('.')} must be a table, not {table!r}")
    hints = get_type_hints(cls)
    values = {}
    for key, value in table.items():
        if key not in hints:
            raise SettingsError(f"{where}{key} is not a setting{_did_you_mean(key, list(hints))}")
        values[key] = _coerce(value, hints[key], f"{where}{key}")
    return cls(**values)


def _coerce(value: Any, kind: Any, where: str) -> Any:
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return _build(kind, value, f"{where}.")
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    plain = getattr(kind, "__origin__", kind)
    if plain is tuple and isinstance(value, list | tuple):
        return tuple(_coerce(item, str, f"{where}[{at}]") for at, item in enumerate(value))
    if not isinstance(value, plain) or (isinstance(value, bool) and plain is not bool):
        name = "list" if plain is tuple else plain.__name__
        raise SettingsError(f"{where} must be of type {name}, not {value!r}")
    return value


def _did_you_mean(word: str, known: list[str]) -> str:
    from rapidfuzz import fuzz, process

    best = process.extractOne(word, known, scorer=fuzz.ratio, score_cutoff=60)
    return f"; did you mean {best[0]}?" if best else f"; known here: {', '.join(sorted(known))}"
