"""What the server deletes by itself, on its day, and how long a day is given."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path

import pytest

from assessment.answers.records import Organisation
from services.assessments import answering, example, files, owner, reassessment
from services.core import identity
from services.core.identity import Owned
from services.core.installation import Installation
from services.core.retention import NOTICE, months_after
from services.core.settings import Settings
from services.operations.keeping import delete_due
from services.workshop import facilitation
from storage.repositories.assessments import list_assessments, set_keep_until
from tests.installations import fresh_installation
from tests.paths import EXAMPLE
from tests.workshops import TODAY

YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture(params=["sqlite", "postgresql"])
def either(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Installation]:
    """An installation on either database that keeps assessments for six months."""
    url = request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url")
    opened = fresh_installation(Settings(var=tmp_path / "var", database_url=url, keep_months=6))
    yield opened
    opened.database.close()


def begin(inst: Installation, begun: date = TODAY) -> Owned:
    heron = Organisation(name="Heron Mills")
    return answering.start(inst, identity.new_token(), heron, "CEO", "business", begun).owned


def last_days(inst: Installation) -> list[date | None]:
    with inst.database.reading() as unit:
        return [found.keep_until for found in list_assessments(unit)]


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 11, 30), 24, date(2028, 11, 30)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 12, 31), 1, date(2027, 1, 31)),
        (date(2026, 1, 15), 11, date(2026, 12, 15)),
    ],
)
def test_months_end_on_the_same_day_or_the_last_of_the_month(day: date, months: int, later: date) -> None:
    assert months_after(day, months) == later


def test_whatever_is_begun_has_a_last_day(either: Installation) -> None:
    token, usual = identity.new_token(), months_after(TODAY, 6)
    alone = begin(either)
    facilitation.set_up(
        either,
        token,
        Organisation(name="Kestrel Foods"),
        way="pillar",
        minutes=180,
        privacy="by_camp",
        today=TODAY,
    )
    reassessment.begin_again(either, token, alone_of(either, token, alone), TODAY)
    files.import_file(either, token, EXAMPLE.read_bytes(), TODAY)
    assert last_days(either) == [usual] * 4
    example.open_example(either, token, TODAY)
    soon = TODAY + example.KEPT_FOR
    assert sorted(filter(None, last_days(either))) == [soon, soon, *[usual] * 4]


def alone_of(inst: Installation, token: str, owned: Owned) -> Owned:
    """The same assessment, opened in another browser."""
    with inst.database.writing() as unit:
        return identity.bind(inst, unit, token, owned.assessment_id, owned.respondent_id)


def test_what_is_past_its_last_day_is_deleted_and_nothing_else(either: Installation) -> None:
    over, last = begin(either), begin(either)
    owner.save_keep_until(either, over, YESTERDAY)
    owner.save_keep_until(either, last, TODAY)
    example.open_example(either, identity.new_token(), TODAY - timedelta(days=40))
    assert delete_due(either, TODAY) == 3
    assert last_days(either) == [TODAY]
    assert delete_due(either, TODAY) == 0


def test_one_without_a_last_day_is_given_one_with_notice(either: Installation) -> None:
    old, recent = begin(either, TODAY - timedelta(days=3_000)), begin(either)
    with either.database.writing() as unit:
        for owned in (old, recent):
            set_keep_until(unit, owned.assessment_id, None)
    assert delete_due(either, TODAY) == 0
    assert last_days(either) == [TODAY + NOTICE, months_after(TODAY, 6)]
    assert owner.default_last_day(either, old, TODAY) == TODAY + NOTICE


def test_several_processes_may_delete_at_once(either: Installation) -> None:
    for _number in range(12):
        owner.save_keep_until(either, begin(either), YESTERDAY)
    begin(either)
    with ThreadPoolExecutor(4) as processes:
        deleted = list(processes.map(lambda _i: delete_due(either, TODAY), range(4)))
    assert sum(deleted) == 12
    assert last_days(either) == [months_after(TODAY, 6)]
