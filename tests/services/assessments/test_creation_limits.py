"""Nobody fills an installation with assessments: every way of making one is limited for a browser and a network."""

from collections.abc import Callable

import pytest

from assessment.answers.records import Organisation
from assessment.errors import TooManyTries
from services.assessments import answering, files
from services.assessments.answering import Started
from services.assessments.example import open_example
from services.assessments.reassessment import begin_again
from services.core import identity
from services.core.installation import Installation
from services.core.rate_limits import NEW_BY_BLOCK, NEW_BY_BROWSER
from services.reports.documents import build_document
from services.workshop import facilitation
from storage.repositories.assessments import list_assessments
from tests.workshops import TODAY

KESTREL = Organisation(name="Kestrel Foods")
Making = Callable[[Installation, str, str], object]


def alone(inst: Installation, token: str, address: str) -> object:
    return answering.start(inst, token, KESTREL, "CEO", "business", TODAY, address=address)


def workshop(inst: Installation, token: str, address: str) -> object:
    return facilitation.set_up(
        inst, token, KESTREL, way="ten", minutes=90, privacy="team", today=TODAY, address=address
    )


def example(inst: Installation, token: str, address: str) -> object:
    return open_example(inst, token, TODAY, address=address)


@pytest.fixture
def others(inst: Installation, started: Started, token: str) -> dict[str, Making]:
    raw = build_document(inst, token, started.owned.assessment_id, TODAY, "export").content

    def from_file(inst: Installation, token: str, address: str) -> object:
        return files.import_file(inst, token, raw, TODAY, address=address)

    def again(inst: Installation, token: str, address: str) -> object:
        return begin_again(inst, token, started.owned, TODAY, address=address)

    return {"file": from_file, "again": again}


def spend(inst: Installation, token: str = "", network: str = "") -> None:
    """As many as are allowed were made by this browser, or in this network by others."""
    number = NEW_BY_BROWSER.amount if token else NEW_BY_BLOCK.amount
    for other in range(number):
        browser = identity.counted_as(inst, token) if token else f"another {other}"
        inst.limits.check_new(browser, f"{network}{other}" if network else "")


def made(inst: Installation) -> int:
    with inst.database.reading() as unit:
        return len(list_assessments(unit))


@pytest.mark.parametrize("way", ["alone", "workshop", "example", "file", "again"])
def test_every_way_is_limited_and_nothing_is_made_beyond(
    inst: Installation, others: dict[str, Making], way: str
) -> None:
    make = {"alone": alone, "workshop": workshop, "example": example, **others}[way]
    browser = identity.new_token()
    spend(inst, token=browser)
    spend(inst, network="203.0.113.")
    before = made(inst)
    for token, address in ((browser, "198.51.100.1"), (identity.new_token(), "203.0.113.250")):
        with pytest.raises(TooManyTries, match="No new one was started and nothing is lost"):
            make(inst, token, address)
    assert made(inst) == before
    make(inst, identity.new_token(), "198.51.100.1")
    assert made(inst) > before


def test_the_example_opened_before_opens_again(inst: Installation, token: str) -> None:
    opened = open_example(inst, token, TODAY)
    spend_rest = NEW_BY_BROWSER.amount - 1
    for _other in range(spend_rest):
        inst.limits.check_new(identity.counted_as(inst, token), "")
    assert open_example(inst, token, TODAY) == opened


def test_what_is_refused_for_another_reason_does_not_count(inst: Installation, token: str) -> None:
    from assessment.errors import RefusedInput

    for _try in range(NEW_BY_BROWSER.amount + 1):
        with pytest.raises(RefusedInput, match="Name the organisation"):
            answering.start(inst, token, Organisation(name=" "), "CEO", "business", TODAY)
    assert alone(inst, token, "198.51.100.1")
