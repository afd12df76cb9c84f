"""The owner's room: coming back, closing, keeping, taking away, deleting."""

import re
from datetime import date, timedelta

import pytest

from assessment.errors import NotFound
from services.assessments import owner
from services.core import identity
from services.core.installation import Installation
from tests.ui.filled import answered, everywhere, owned_by
from tests.ui.visit import Visit


def in_the_room(inst: Installation) -> Visit:
    visit = answered(inst, everywhere(3))
    visit.open("owner")
    return visit


def test_a_new_resume_code_is_shown_once_and_works(inst: Installation) -> None:
    visit = in_the_room(inst)
    visit.press("Make a new resume code")
    code = re.search(r"\b[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}\b", visit.text)
    assert code
    assert identity.resume(inst, identity.new_token(), code[0], "test").organisation == "Kestrel Cycles"
    visit.run()
    assert code[0] in visit.text  # a screen drawn again takes nothing away
    visit.open("results")
    visit.open("owner")
    assert code[0] not in visit.text


def test_closing_and_opening_again(inst: Installation) -> None:
    visit = in_the_room(inst)
    visit.press("Close the assessment")
    assert owned_by(inst, visit).status == "closed"
    assert "Close the assessment" not in visit.buttons
    visit.press("Reopen for answers")
    assert owned_by(inst, visit).status == "open"


def test_the_last_day_is_kept_and_can_be_taken_back(inst: Installation) -> None:
    visit = in_the_room(inst)
    day = date.today() + timedelta(days=40)  # noqa: DTZ011 - the date on the visitor's calendar
    visit.app.date_input[0].set_value(day).run()
    assert owner.settings_of(inst, owned_by(inst, visit)).keep_until == day
    visit.app.date_input[0].set_value(None).run()
    usual = owner.default_last_day(inst, owned_by(inst, visit), date.today())  # noqa: DTZ011
    assert owner.settings_of(inst, owned_by(inst, visit)).keep_until == usual
    assert visit.app.date_input[0].value == usual


def test_another_assessment_of_this_browser_is_one_tap_away(inst: Installation) -> None:
    first = in_the_room(inst)
    second = Visit(first.token, screen="setup")
    second.app.text_input[0].set_value("Heron Bakery")
    second.press("Create the assessment")
    visit = Visit(second.token, screen="owner")
    visit.press("Open Kestrel Cycles")
    assert owned_by(inst, visit).organisation == "Kestrel Cycles"
    visit.press("Open Heron Bakery")
    assert owned_by(inst, visit).organisation == "Heron Bakery"


def test_a_wrong_name_deletes_nothing(inst: Installation) -> None:
    visit = in_the_room(inst)
    visit.type("Organisation name", "Kestrel")
    visit.press("Delete for good")
    assert "Nothing was deleted" in visit.text
    assert owned_by(inst, visit)


def test_deleting_deletes_and_says_what(inst: Installation) -> None:
    visit = in_the_room(inst)
    gone = owned_by(inst, visit)
    visit.type("Organisation name", "Kestrel Cycles")
    visit.press("Delete for good")
    assert visit.heading == "Deleted for good"
    assert "5 × answers" in visit.text
    with pytest.raises(NotFound):
        identity.require(inst, visit.token, gone.assessment_id)


def test_every_kind_of_record_has_a_word(inst: Installation) -> None:
    from storage.tables.assessments import TABLES
    from ui.screens.settings.delete import KINDS

    assert {table.name for table in TABLES} - {"rate_count"} <= set(KINDS)  # tries belong to no assessment
