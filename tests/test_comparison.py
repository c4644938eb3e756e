"""What a comparison can be asked, and what `import compare` costs."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import compare
from compare.errors import ClaimCompareError, InputError, SettingsError
from tests.report import builders

ROOT = Path(__file__).resolve().parent.parent
HEAVY = {"click", "numpy", "onnxruntime", "pandas", "pyarrow", "rapidfuzz", "rich", "sentence_transformers", "torch", "trafilatura"}  # fmt: skip


def modules_after(code: str) -> set[str]:
    """The top-level modules that a fresh interpreter has loaded after `code`."""
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print(*sorted(sys.modules))"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return {name.partition(".")[0] for name in done.stdout.splitlines()[-1].split()}


def test_import_loads_nothing_heavy() -> None:
    assert not modules_after("import compare") & HEAVY


def test_naming_what_is_public_loads_nothing_heavy() -> None:
    assert not modules_after("from compare import Comparison, Settings, errors, records") & HEAVY


def test_help_loads_click_only() -> None:
    code = "import compare.cli\ntry: compare.cli.main(['--help'])\nexcept SystemExit: pass"
    assert modules_after(code) & HEAVY == {"click"}


def test_every_public_name_is_there() -> None:
    for name in compare.__all__:
        assert getattr(compare, name) is not None
    assert set(dir(compare)) == set(compare.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = compare.nothing


def test_only_chooses_by_kind_and_category() -> None:
    comparison = builders.two_sources()
    assert [finding.rule for finding in comparison.only("divergence")] == ["DIV401", "DIV407"]
    assert [finding.rule for finding in comparison.only("divergence", "number")] == ["DIV401"]


def test_summary_counts_claims_that_another_source_tells_too() -> None:
    ledger, herald = builders.two_sources().summary.sources
    assert (ledger.claims, ledger.shared, ledger.additions) == (7, 4, 4)
    assert (herald.claims, herald.shared, herald.additions) == (8, 4, 4)


def test_ids_may_be_shortened_while_they_are_unique() -> None:
    comparison = builders.two_sources()
    finding = comparison.findings[0]
    assert comparison.finding(finding.id[:7]) is finding
    with pytest.raises(InputError, match="no finding has the id f"):
        comparison.finding("f")
    with pytest.raises(InputError, match="no claim has the id fca2"):
        comparison.claim("fca2")


def test_the_repr_says_what_was_found() -> None:
    assert repr(builders.two_sources()) == (
        "<Comparison of 2 articles, 15 claims: 2 divergences (1 hard), 8 additions, 0 omissions, 2 agreements>"
    )


def test_to_frame_has_a_row_a_finding_claim_or_match() -> None:
    comparison = builders.two_sources()
    findings = comparison.to_frame()
    assert list(findings["id"]) == [finding.id for finding in comparison.findings]
    assert findings.loc[0, "evidence"] == ("fourteen", "twelve")
    assert findings.loc[0, "text: harbour-herald"].startswith("The fire in the Eastwick warehouse")
    claims = comparison.to_frame("claims")
    assert list(claims["text"]) == [claim.text for claim in comparison.claims]
    assert claims.loc[0, "also_told_by"] == ("harbour-herald",)
    assert len(comparison.to_frame("matches")) == len(comparison.matches)
    with pytest.raises(ClaimCompareError, match="findings, claims, matches"):
        comparison.to_frame("nothing")  # type: ignore[arg-type]


def test_to_frame_of_nothing_has_its_columns() -> None:
    story = builders.Story(builders.article("a", ["One."]), builders.article("b", ["Two."]))
    assert "rule" in story.compared().to_frame().columns


def test_to_json_is_the_report() -> None:
    assert json.loads(builders.two_sources().to_json())["schema_version"] == 1


@pytest.fixture
def story(tmp_path: Path) -> list[Path]:
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    first.write_text("The mill in Ostrava closed on 3 May 2024. It employed 140 people.\n", encoding="utf-8")
    second.write_text(
        "The Ostrava mill was shut on 3 May 2024. The owner sold the site to a bank.\n", encoding="utf-8"
    )
    return [first, second]


def test_compare_takes_paths_folders_and_frames(story: list[Path], tmp_path: Path) -> None:
    import pandas

    no_cache = {"cache": False}
    by_path = compare.compare(story, embed=no_cache)
    by_folder = compare.compare(tmp_path, embed=no_cache)
    texts = [path.read_text(encoding="utf-8") for path in story]
    by_frame = compare.compare(pandas.DataFrame({"text": texts}), embed=no_cache)
    wordings = [claim.text for claim in by_path.claims]
    assert [claim.text for claim in by_folder.claims] == wordings
    assert sorted(claim.text for claim in by_frame.claims) == sorted(wordings)


def test_the_order_of_the_arguments_changes_nothing(story: list[Path]) -> None:
    first, second = story
    there = compare.compare([first, second], embed={"cache": False})
    back = compare.compare([second, first], embed={"cache": False})
    assert there.to_json() == back.to_json()


def test_an_unknown_setting_is_refused(story: list[Path]) -> None:
    with pytest.raises(SettingsError, match="did you mean cache"):
        compare.compare(story, embed={"cahce": False})
