"""Whatever has happened to its database, the server says so within ten seconds, and leaves it as it is."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import conditions
from tests.conditions import CONDITIONS, HEALTHY, POSTGRES, Outcome, fault_in, try_condition


@pytest.fixture
def var() -> Iterator[Path]:
    with conditions.begun() as folder:
        yield folder


@pytest.mark.parametrize("name", CONDITIONS)
def test_a_database_in_this_condition_is_told_and_left_as_it_is(
    var: Path, sqlite_template: Path, name: str
) -> None:
    shutil.copyfile(sqlite_template, var / conditions.FILE)
    assert fault_in(CONDITIONS[name], try_condition(CONDITIONS[name], var)) == ""


@pytest.mark.parametrize("name", POSTGRES)
def test_a_database_on_postgres_in_this_condition_is_told(var: Path, postgres_url: str, name: str) -> None:
    assert fault_in(POSTGRES[name], try_condition(POSTGRES[name], var, postgres_url)) == ""


def test_an_older_database_on_postgres_is_brought_up_to_date(var: Path, empty_postgres_url: str) -> None:
    conditions.older(empty_postgres_url)
    assert fault_in(HEALTHY, try_condition(HEALTHY, var, empty_postgres_url)) == ""


def test_what_is_wrong_with_an_outcome_is_seen() -> None:
    said = "Plumbline did not start. The database is busy with something else."
    right = Outcome(1, said, 5.0, unchanged=True)
    assert fault_in(CONDITIONS["locked"], right) == ""
    for wrong in (
        Outcome(0, "", 5.0, unchanged=True),
        Outcome(1, said, 11.0, unchanged=True),
        Outcome(1, said, float("nan"), unchanged=True),
        Outcome(1, said, 5.0, unchanged=False),
        Outcome(1, f"Traceback\n{said}", 5.0, unchanged=True),
        Outcome(1, "Plumbline did not start. Something else.", 5.0, unchanged=True),
    ):
        assert fault_in(CONDITIONS["locked"], wrong)
    assert fault_in(CONDITIONS["older"], right)
