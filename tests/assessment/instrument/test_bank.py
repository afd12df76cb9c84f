"""Loading an instrument: the shipped one is whole, and every fault of a broken one is listed."""

import shutil
from pathlib import Path

import pytest

from assessment.errors import InstrumentFaults
from assessment.instrument.bank import load_instrument, load_standards
from tests.assessment.files import edit
from tests.paths import SHIPPED, TOY


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    shutil.copytree(TOY, tmp_path / "2026.1")
    return tmp_path / "2026.1"


def practice_file(edition: Path) -> Path:
    return min((edition / "en" / "practices").glob("*.yaml"))


def faults(edition: Path) -> list[str]:
    with pytest.raises(InstrumentFaults) as caught:
        load_instrument(edition)
    return [str(fault) for fault in caught.value.faults]


def test_the_shipped_instrument_and_a_second_tiny_one_load_with_the_same_program() -> None:
    shipped, toy = load_instrument(SHIPPED), load_instrument(TOY)
    assert len(shipped.practices) == 25
    assert shipped.code != toy.code
    assert toy.practices.keys().isdisjoint(shipped.practices)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("title: No", "in quotes"),
        ("title: yes", "in quotes"),
        ("title: 1", "should be text"),
        ("title: 2026-01-01", "in quotes"),
        ("title: The first half # the second half", "in quotes"),
        ("title:", "should be text"),
        ('title: "It\'s straight"', "straight quotes"),
        ('title: "Two  spaces"', "two spaces"),
    ],
)
def test_what_yaml_would_silently_change_is_refused_with_file_and_line(
    edition: Path, line: str, said: str
) -> None:
    file = practice_file(edition)
    lines = file.read_text(encoding="utf-8").splitlines()
    number = next(i for i, text in enumerate(lines, 1) if text.startswith("title:"))
    lines[number - 1] = line
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = faults(edition)
    assert any(f.startswith(f"en/practices/{file.name}:{number}:") and said in f for f in found), found


def test_what_cannot_be_read_does_not_hide_the_faults_of_other_files(edition: Path) -> None:
    one, other = sorted((edition / "en" / "practices").glob("*.yaml"))[:2]
    edit(one, "stem:", "stem: [")
    line = edit(other, "why:", "wyh:")
    found = faults(edition)
    assert f"en/practices/{other.name}:{line}: wyh: this name is not known here" in found
    assert {fault.split(":")[0] for fault in found} == {f"en/practices/{f.name}" for f in (one, other)}


def test_a_key_that_stands_twice_is_refused(edition: Path) -> None:
    file = practice_file(edition)
    file.write_text(file.read_text(encoding="utf-8") + '\ntitle: "Another title"\n', encoding="utf-8")
    assert any("“title” appears twice" in fault for fault in faults(edition))


def test_faults_in_several_files_are_all_listed_together(edition: Path) -> None:
    files = sorted((edition / "en" / "practices").glob("*.yaml"))[:2]
    for file in files:
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("why:", "wherefore:", 1), encoding="utf-8")
    found = faults(edition)
    for file in files:
        assert sum(file.name in fault for fault in found) >= 2, found


def test_an_unknown_field_is_named(edition: Path) -> None:
    file = practice_file(edition)
    file.write_text(file.read_text(encoding="utf-8") + '\ncolour: "red"\n', encoding="utf-8")
    assert any("colour" in fault and "not known here" in fault for fault in faults(edition))


def test_a_missing_practice_file_is_named(edition: Path) -> None:
    file = practice_file(edition)
    file.unlink()
    assert any(file.name in fault and "missing" in fault for fault in faults(edition))


def test_a_file_no_pillar_names_is_a_fault(edition: Path) -> None:
    (edition / "en" / "practices" / "XYZ-9.yaml").write_text('code: "XYZ-9"\n', encoding="utf-8")
    assert any("XYZ-9.yaml" in fault and "lists no pillar" in fault for fault in faults(edition))


def test_requirements_that_run_in_a_circle_are_named(edition: Path) -> None:
    one, two = sorted((edition / "en" / "practices").glob("*.yaml"))[:2]
    for file, other in ((one, two), (two, one)):
        lines = [x for x in file.read_text(encoding="utf-8").splitlines() if not x.startswith("requires:")]
        lines.append(f'requires: {{"3": ["{other.stem}:3"]}}')
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert any("circle" in fault and "→" in fault for fault in faults(edition))


def test_an_unknown_source_role_and_standard_are_named(edition: Path) -> None:
    file = practice_file(edition)
    lines = [
        x
        for x in file.read_text(encoding="utf-8").splitlines()
        if not x.startswith(("ask:", "sources:", "crosswalk:"))
    ]
    kept = [x for x in lines if not x.startswith(("  nist:", "  iso42001:", "  euaiact:"))]
    kept += ['ask: "WIZARD"', 'sources: ["NONE"]', "crosswalk:", '  nist: ["GOVERN 99"]']
    file.write_text("\n".join(kept) + "\n", encoding="utf-8")
    found = " ".join(faults(edition))
    assert "“WIZARD” is not a function code" in found
    assert "“NONE” is not in sources.yaml" in found
    assert "“GOVERN 99” is not a known identifier" in found


def test_a_key_practice_that_may_not_apply_is_refused(edition: Path) -> None:
    for file in (edition / "en" / "practices").glob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        if "\nkey: true" in text:
            lines = [x for x in text.splitlines() if not x.startswith("na_allowed:")]
            file.write_text("\n".join([*lines, "na_allowed: true"]) + "\n", encoding="utf-8")
    assert any("always applies" in fault for fault in faults(edition))


def test_pillar_weights_that_do_not_add_up_are_refused(edition: Path) -> None:
    edit(edition / "en" / "instrument.yaml", "weight: 0.5", "weight: 0.4")
    assert any("add up to 1" in fault for fault in faults(edition))


def test_a_file_that_is_not_yaml_or_not_text_is_named(edition: Path) -> None:
    (edition / "en" / "functions.yaml").write_text("- [unclosed\n", encoding="utf-8")
    practice_file(edition).write_bytes(b"\xff\xfe\x00")
    found = " ".join(faults(edition))
    assert "functions.yaml" in found
    assert "not UTF-8" in found


def test_an_absent_language_is_a_plain_fault(edition: Path) -> None:
    with pytest.raises(InstrumentFaults, match=r"xx/instrument\.yaml.*missing"):
        load_instrument(edition, "xx")


def test_the_standards_hold_all_of_the_risk_frameworks_categories() -> None:
    nist = load_standards().nist
    assert sum("." not in identifier for identifier in nist) == 19
    assert sum("." in identifier for identifier in nist) == 72
