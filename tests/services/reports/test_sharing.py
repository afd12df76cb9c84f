"""Read-only links: for a time, counted, revocable, and with nothing that privacy withholds."""

from datetime import date, timedelta

import pytest

from assessment.errors import NotFound, RefusedInput
from services.assessments import owner
from services.assessments.answering import Started
from services.assessments.example import open_example
from services.core.identity import Owned
from services.core.installation import Installation
from services.reports import sharing
from services.reports.documents import render_document
from services.reports.sharing import LINKS_AT_MOST
from storage.tables.share_links import ShareLinkRow

TODAY = date(2026, 11, 22)


@pytest.fixture
def example(inst: Installation, token: str) -> Owned:
    return open_example(inst, token, TODAY)


def opened(inst: Installation, link: str, day: date = TODAY) -> str:
    return render_document(sharing.order_shared(inst, link, day)).content.decode()


def test_a_link_opens_the_report_and_each_opening_is_counted(inst: Installation, example: Owned) -> None:
    link = sharing.share(inst, example, TODAY)
    assert "Northgate Tools Ltd" in opened(inst, link)
    opened(inst, link)
    (shown,) = sharing.list_shared(inst, example, TODAY)
    assert shown.opened == 2


def test_the_page_holds_no_single_answers(inst: Installation, example: Owned) -> None:
    page = opened(inst, sharing.share(inst, example, TODAY))
    assert "Appendix: all answers" not in page


@pytest.mark.parametrize("days", sharing.DAYS)
def test_a_link_opens_until_its_last_day_and_then_no_more(
    inst: Installation, example: Owned, days: int
) -> None:
    link = sharing.share(inst, example, TODAY, days)
    last = TODAY + timedelta(days=days)
    assert opened(inst, link, last)
    with pytest.raises(NotFound):
        opened(inst, link, last + timedelta(days=1))
    assert sharing.list_shared(inst, example, last + timedelta(days=1)) == []


def test_a_withdrawn_link_opens_nothing_and_the_others_still_do(inst: Installation, example: Owned) -> None:
    gone, kept = sharing.share(inst, example, TODAY, 7), sharing.share(inst, example, TODAY, 90)
    sharing.withdraw(inst, example, sharing.list_shared(inst, example, TODAY)[-1].key)
    with pytest.raises(NotFound):
        opened(inst, gone)
    assert opened(inst, kept)


def test_a_link_of_another_assessment_cannot_be_withdrawn(
    inst: Installation, example: Owned, started: Started
) -> None:
    link = sharing.share(inst, example, TODAY)
    sharing.withdraw(inst, started.owned, sharing.list_shared(inst, example, TODAY)[0].key)
    assert opened(inst, link)


def test_the_link_itself_is_not_stored(inst: Installation, example: Owned) -> None:
    link = sharing.share(inst, example, TODAY)
    with inst.database.reading() as unit:
        (row,) = unit.rows(ShareLinkRow, assessment_id=example.assessment_id)
    assert link not in str(row)


def test_a_deleted_assessment_opens_by_no_link(inst: Installation, example: Owned) -> None:
    link = sharing.share(inst, example, TODAY)
    owner.erase(inst, example)
    with pytest.raises(NotFound):
        opened(inst, link)


def test_too_many_links_and_other_times_are_refused(inst: Installation, example: Owned) -> None:
    with pytest.raises(RefusedInput):
        sharing.share(inst, example, TODAY, 3_650)
    for _number in range(LINKS_AT_MOST):
        sharing.share(inst, example, TODAY)
    with pytest.raises(RefusedInput):
        sharing.share(inst, example, TODAY)
    assert sharing.share(inst, example, TODAY + timedelta(days=31))
