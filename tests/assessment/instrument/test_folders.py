"""Which editions an instrument has, and which one new assessments get."""

import re
import shutil
from pathlib import Path

import pytest

from assessment.errors import InstrumentFaults
from assessment.instrument.folders import check_editions, edition_folders, load_editions
from tests.paths import BEFORE, SHIPPED, TOY


def edition(folder: Path, number: str, code: str = "") -> Path:
    """The toy instrument as another edition beside the first."""
    copy = Path(shutil.copytree(TOY, folder / number))
    file = copy / "en" / "instrument.yaml"
    text = file.read_text(encoding="utf-8").replace('edition: "2026.1"', f'edition: "{number}"')
    file.write_text(
        re.sub(r"^code:.*$", f'code: "{code}"', text, flags=re.MULTILINE) if code else text, encoding="utf-8"
    )
    return copy


def numbers(chosen: Path) -> list[str]:
    return list(load_editions(chosen))


def test_of_a_folder_of_editions_new_assessments_get_the_newest(tmp_path: Path) -> None:
    for number in ("2024.9", "2024.10", "2023.12"):
        edition(tmp_path, number)
    assert numbers(tmp_path) == ["2024.10", "2024.9", "2023.12"]


def test_an_edition_that_is_named_comes_first_and_the_others_stay_readable(tmp_path: Path) -> None:
    for number in ("2025.1", "2025.2"):
        edition(tmp_path, number)
    assert numbers(tmp_path / "2025.1") == ["2025.1", "2025.2"]


def test_the_shipped_editions_are_found_from_their_folder_and_from_either_of_them() -> None:
    assert edition_folders(SHIPPED.parent) == edition_folders(SHIPPED) == (SHIPPED, BEFORE)
    assert edition_folders(BEFORE) == (BEFORE, SHIPPED)


def test_another_instrument_beside_it_is_no_edition_of_it(tmp_path: Path) -> None:
    edition(tmp_path, "2025.1")
    edition(tmp_path, "2025.2", code="boat-shop")
    assert numbers(tmp_path / "2025.1") == ["2025.1"]


def test_a_draft_under_another_name_is_left_alone(tmp_path: Path) -> None:
    edition(tmp_path, "2026.1")
    (edition(tmp_path, "2026.3") / "en" / "activity.yaml").write_text("nothing: [", encoding="utf-8")
    (tmp_path / "2026.3").rename(tmp_path / "draft")
    assert numbers(tmp_path) == ["2026.1"]


def test_faults_of_every_edition_are_listed_with_the_edition_they_are_in(tmp_path: Path) -> None:
    for number in ("2026.1", "2026.2"):
        file = edition(tmp_path, number) / "en" / "instrument.yaml"
        file.write_text(file.read_text(encoding="utf-8") + "surprise: 1\n", encoding="utf-8")
    for load in (load_editions, check_editions):
        with pytest.raises(InstrumentFaults) as refused:
            load(tmp_path)
        assert [fault.file for fault in refused.value.faults] == [
            "2026.1/en/instrument.yaml",
            "2026.2/en/instrument.yaml",
        ]


def test_a_folder_that_names_another_edition_is_a_fault(tmp_path: Path) -> None:
    edition(tmp_path, "2026.2")
    edition(tmp_path, "2026.1").rename(tmp_path / "2026.0")
    with pytest.raises(InstrumentFaults, match=r"2026.0/en/instrument.yaml:1: edition: “2026.1”"):
        load_editions(tmp_path)


def test_a_folder_without_editions_is_named_as_one_that_lacks_its_first_file(tmp_path: Path) -> None:
    with pytest.raises(InstrumentFaults, match="this file is missing"):
        load_editions(tmp_path)
