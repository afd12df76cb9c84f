"""Whatever has happened to its database, the server says so within ten seconds, and leaves it as it is."""

import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import conditions
from tests.conditions import ANSWER_SECONDS, CONDITIONS, HEALTHY, POSTGRES, Outcome


@pytest.fixture
def var() -> Iterator[Path]:
    """A folder that nobody, too, may enter; one of pytest’s may not be."""
    place = Path(tempfile.mkdtemp(prefix="pl-condition-"))
    place.chmod(0o755)
    conditions.begin(place / "var")
    yield place / "var"
    shutil.rmtree(place)


def assert_said(found: Outcome, said: str) -> None:
    """A sentence and an unchanged file; or, where nothing is said, a start."""
    assert "Traceback" not in found.said
    assert found.seconds <= ANSWER_SECONDS
    if said:
        assert (found.code, found.unchanged) == (1, True), found.said
        assert re.match(rf"Plumbline did not start\. .*{said}", found.said), found.said
    else:
        assert (found.code, found.said) == (0, "")


@pytest.mark.parametrize("name", CONDITIONS)
def test_a_database_in_this_condition_is_told_and_left_as_it_is(
    var: Path, sqlite_template: Path, name: str
) -> None:
    shutil.copyfile(sqlite_template, var / conditions.FILE)
    assert_said(conditions.try_condition(CONDITIONS[name], var), CONDITIONS[name].said)


@pytest.mark.parametrize("name", POSTGRES)
def test_a_database_on_postgres_in_this_condition_is_told(var: Path, postgres_url: str, name: str) -> None:
    assert_said(conditions.try_condition(POSTGRES[name], var, postgres_url), POSTGRES[name].said)


def test_an_older_database_on_postgres_is_brought_up_to_date(var: Path, empty_postgres_url: str) -> None:
    conditions.older(empty_postgres_url)
    assert_said(conditions.try_condition(HEALTHY, var, empty_postgres_url), "")
