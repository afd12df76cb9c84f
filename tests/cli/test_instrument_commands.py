"""`instrument check` and `instrument show`: for people who write questions, and for outside checks."""

import re
import shutil
from pathlib import Path

import pytest

from tests.cli.commands import Run
from tests.paths import DATA, SHIPPED, TOY


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TOY, tmp_path / "2026.1"))


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def german(edition: Path) -> Path:
    """A second language of the edition, as a translator begins it."""
    folder = Path(shutil.copytree(edition / "en", edition / "de"))
    edit(folder / "instrument.yaml", 'language: "en"', 'language: "de"')
    return folder


def test_the_shipped_editions_are_checked_without_being_named(run: Run) -> None:
    done = run("instrument", "check")
    said = [
        "ai-readiness 2026.2 en: 25 practices, no fault.",
        "ai-readiness 2026.1 en: 25 practices, no fault.",
    ]
    assert (done.code, done.out.splitlines()) == (0, said)


def test_an_edition_and_a_folder_of_one_language_may_be_named(run: Run, edition: Path) -> None:
    assert run("instrument", "check", edition).code == 0
    assert run("instrument", "check", edition / "en").code == 0


def test_all_faults_of_all_files_are_listed_with_their_lines(run: Run, edition: Path) -> None:
    edit(edition / "en" / "practices" / "ALP-1.yaml", "key: true", "key: perhaps")
    edit(edition / "en" / "activity.yaml", "title:", "titel:")
    edit(edition / "en" / "instrument.yaml", "weight: 0.5", "weight: 5")
    done = run("instrument", "check", edition)
    assert done.code == 1
    for file in ("practices/ALP-1.yaml", "activity.yaml", "instrument.yaml"):
        assert re.search(rf"^en/{file}:\d+: ", done.err, re.MULTILINE)


def test_an_edition_that_is_not_there_is_refused(run: Run, tmp_path: Path) -> None:
    done = run("instrument", "check", tmp_path / "nothing")
    assert done.code == 1
    assert "this file is missing" in done.err


def test_a_translation_of_the_texts_alone_is_no_fault(run: Run, edition: Path) -> None:
    folder = german(edition)
    edit(folder / "instrument.yaml", "Bicycle shop readiness", "Wie bereit ist der Fahrradladen")
    (folder / "glossary.yaml").unlink()
    done = run("instrument", "check", edition)
    assert done.code == 0
    assert len(done.out.splitlines()) == 2


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("practices/ALP-3.yaml", "weight: 1", "weight: 2"),
        ("practices/ALP-3.yaml", "effort: 1", "effort: 2"),
        ("practices/ALP-1.yaml", "predict: true", "predict: false"),
        ("instrument.yaml", '"ALP-1", "ALP-2"', '"ALP-2", "ALP-1"'),
        ("functions.yaml", 'camp: "business"', 'camp: "technology"'),
    ],
)
def test_languages_that_differ_in_more_than_text_are_a_fault_with_file_and_line(
    run: Run, edition: Path, file: str, old: str, new: str
) -> None:
    # “de” comes before “en” and is what “en” is compared with.
    changed = german(edition) / file
    edit(changed, old, new)
    line = next(
        number
        for number, text in enumerate((edition / "en" / file).read_text(encoding="utf-8").splitlines(), 1)
        if old in text
    )
    done = run("instrument", "check", edition)
    assert done.code == 1
    assert f"en/{file}:{line}: " in done.err
    assert "only texts may differ" in done.err


def test_a_language_stands_in_the_folder_of_its_name(run: Run, edition: Path) -> None:
    shutil.copytree(edition / "en", edition / "fr")
    done = run("instrument", "check", edition)
    assert done.code == 1
    assert "fr/instrument.yaml:3: language: “en”, but its folder is named “fr”" in done.err


def test_the_instrument_is_shown_in_exactly_the_published_shape(run: Run) -> None:
    shown = run("instrument", "show", "--json").json
    assert list(shown) == ["edition", "pillars"]
    pillar = shown["pillars"][0]
    assert list(pillar) == ["code", "title", "role", "weight", "practices"]
    practice = pillar["practices"][0]
    assert set(practice) == {
        *("code", "title", "stem", "stem_technology", "why", "key", "predict", "scaling", "na_allowed"),
        *("weight", "levels", "evidence", "discussion", "requires", "moves", "crosswalk", "sources"),
    }
    assert set(practice["discussion"]) == {"business_higher", "technology_higher"}
    assert set(practice["crosswalk"]) == {"nist", "iso42001", "euaiact"}
    assert list(practice["moves"][0]) == [
        *("to", "title", "steps", "effort", "weeks", "lead", "supporting", "kpi", "evidence", "class"),
    ]
    assert set(practice["moves"][0]["kpi"]) == {"name", "unit", "direction", "how", "leading"}
    assert sum(len(p["practices"]) for p in shown["pillars"]) == 25


def test_another_instrument_is_shown_when_it_is_the_one_asked(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLUMBLINE_INSTRUMENT", str(TOY))
    assert run("instrument", "show").out.startswith("Bicycle shop readiness, edition 2026.1")
    assert {p["code"] for p in run("instrument", "show", "--json").json["pillars"]} == {"alpha", "beta"}


def test_the_guides_complete_practice_passes_the_check_it_asks_for(run: Run, tmp_path: Path) -> None:
    guide = (DATA / "README.md").read_text(encoding="utf-8")
    practice = guide.partition("## A complete small practice file")[2].partition("```yaml\n")[2]
    copy = Path(shutil.copytree(SHIPPED, tmp_path / "2027.1"))
    (copy / "en" / "practices" / "CARE-1.yaml").write_text(practice.partition("```")[0], encoding="utf-8")
    edit(copy / "en" / "instrument.yaml", '"GOV-5"]', '"GOV-5", "CARE-1"]')
    done = run("instrument", "check", copy)
    assert (done.code, done.err) == (0, "")
