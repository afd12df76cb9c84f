"""Progress: commitments first, then what moved, the others, one's organisations, and assessing again."""

from datetime import date, timedelta

import pytest

from assessment.answers.records import Organisation, Response
from services.assessments import answering, reassessment
from services.core import identity
from services.core.identity import Owned
from services.core.installation import Installation
from services.plan import commitments
from services.reports.submitting import freeze
from storage.db.database import WritingUnit
from storage.repositories.answers import save_response
from storage.repositories.records import load_assessment
from storage.repositories.respondents import add_respondent
from tests.ui.filled import answered, everywhere, imported, owned_by
from tests.ui.visit import Visit

# The date on the visitor's calendar, as the screens have it.
TODAY = date.today()  # noqa: DTZ011
BEFORE = TODAY - timedelta(days=200)


def handed_in(inst: Installation, token: str, name: str, level: int) -> Owned:
    started = answering.start(
        inst, token, Organisation(name=name), inst.instrument.functions[0].code, "business", BEFORE
    )
    for code in inst.instrument.practices:
        answering.change_answer(inst, started.owned, code, level=level)
    answering.submit(inst, started.owned, BEFORE)
    return identity.require(inst, token, started.owned.assessment_id)


@pytest.fixture
def again(inst: Installation) -> Visit:
    """A visitor who has assessed again and answered everything; two commitments stand from before."""
    visit = Visit()
    first = handed_in(inst, visit.token, "Kestrel Cycles", 2)
    overdue = BEFORE + timedelta(days=30)
    commitments.add_commitment(inst, first, {"move": "ALP-1:3", "due": overdue, "owner": "OWNER"})
    commitments.add_commitment(inst, first, {"move": "BET-1:4", "metric": "Bells a week"})
    second = reassessment.begin_again(inst, visit.token, first, TODAY).owned
    for code in inst.instrument.practices:
        answering.change_answer(inst, second, code, level=3)
    visit.open("progress")
    return visit


def test_a_first_assessment_has_nothing_to_compare_with_and_says_so(inst: Installation) -> None:
    visit = answered(inst, everywhere(3))
    visit.open("progress")
    assert visit.heading == "Progress"
    assert "This is the organisation’s first assessment" in visit.text
    assert "Assess again" not in visit.buttons  # before it is submitted there is nothing to begin again


def test_where_nothing_is_answered_the_questions_come_first(inst: Installation) -> None:
    visit = answered(inst, {})
    visit.open("progress")
    assert "Changes appear with your answers." in visit.text
    assert "Answer the questions" in visit.links


def test_commitments_come_first_and_are_answered_by_a_tap(again: Visit) -> None:
    assert "Two commitments are due or open" in again.text
    assert "Bells a week" in again.text
    again.press("Kept")
    assert "One commitment is due or open" in again.text
    assert "Saved" in again.text
    again.press("Given up")
    assert "Of two commitments: one kept, none late, one given up." in again.text
    assert "Given up" not in again.buttons


def test_a_late_commitment_takes_one_new_day(again: Visit) -> None:
    again.press("Late")
    (day,) = again.app.date_input
    day.set_value(TODAY + timedelta(days=10))
    again.press("Save the new date")
    assert "one late" in again.text
    assert again.buttons.count("Kept") == 1


def test_what_one_person_alone_says_is_never_sold_as_progress(again: Visit) -> None:
    assert "No section has moved beyond its plausible range" in again.text
    assert "Level 2 then, level 3 now" in again.text
    assert "One person: not yet a change" in again.text
    assert "One person has no plausible range" in again.text
    assert "not counted as progress" in again.text


def test_a_team_that_moved_sees_what_counts(inst: Installation) -> None:
    visit = imported(inst, "open", "bbtt", 2)
    first = owned_by(inst, visit)
    handed_over(inst, first, BEFORE)
    second = reassessment.begin_again(inst, visit.token, first, TODAY).owned
    with inst.database.writing() as unit:
        four_leaders(inst, unit, second, 4)
    handed_over(inst, second, TODAY)
    visit.open("progress")
    assert "Two sections have risen measurably" in visit.text
    assert "Index up 50 points" in visit.text
    assert "Pale bar: the plausible range" in visit.text
    assert "Your leaders disagree as much as before." in visit.text


def handed_over(inst: Installation, owned: Owned, day: date) -> None:
    """As closing the room does."""
    with inst.database.writing() as unit:
        freeze(inst, unit, owned, load_assessment(unit, owned.assessment_id), day)


def four_leaders(inst: Installation, unit: WritingUnit, owned: Owned, level: int) -> None:
    for function in inst.instrument.functions[:2] * 2:
        person = add_respondent(unit, owned.assessment_id, function=function.code, camp=function.camp)
        for code in inst.instrument.practices:
            save_response(unit, owned.assessment_id, person, 1, code, Response(level=level))


def test_with_several_earlier_ones_one_chooses(inst: Installation, again: Visit) -> None:
    answering.submit(inst, owned_by(inst, again), TODAY)
    reassessment.begin_again(inst, again.token, owned_by(inst, again), TODAY)
    for code in inst.instrument.practices:
        answering.change_answer(inst, owned_by(inst, again), code, level=5)
    visit = Visit(again.token, "progress")
    (choice,) = visit.app.selectbox
    assert [option.endswith("submission 1") for option in choice.options] == [True, True]
    assert "Level 3 then, level 5 now" in visit.text
    choice.select_index(0)
    visit.run()
    assert "Level 2 then, level 5 now" in visit.text


def test_assessing_again_is_one_tap_from_the_result_and_shows_its_code(inst: Installation) -> None:
    visit = Visit()
    first = handed_in(inst, visit.token, "Kestrel Cycles", 2)
    commitments.add_commitment(inst, first, {"move": "ALP-1:3"})
    visit.open("results")
    assert "without seeing earlier answers" in visit.text
    former = visit.token
    visit.press("Assess again")
    assert visit.heading == "Write down this code"
    assert owned_by(inst, visit).assessment_id != first.assessment_id
    assert [found.assessment_id for found in identity.list_owned(inst, former)] == [first.assessment_id]
    visit.press("Continue")
    assert visit.heading == "Progress"  # the review of commitments comes before the questions
    assert "One commitment is due or open" in visit.text


def test_an_adviser_sees_each_organisation_and_opens_it(inst: Installation, again: Visit) -> None:
    handed_in(inst, again.token, "*Acme* & Sons", 1)
    visit = Visit(again.token, "progress")
    assert "Your organisations" in visit.text
    assert "level 2" in visit.text
    assert "one commitment due" in visit.text
    other = "Kestrel Cycles" if owned_by(inst, visit).organisation == "*Acme* & Sons" else "*Acme* & Sons"
    visit.press(other)
    assert owned_by(inst, visit).organisation == other


def test_the_place_among_others_stands_on_results_and_progress(inst: Installation) -> None:
    visit = Visit()
    handed_in(inst, visit.token, "Kestrel Cycles", 2)
    visit.open("progress")
    assert "it needs at least five other organisations" in visit.text
    for level in (1, 1, 2, 2, 3, 3, 4, 4, 5):
        handed_in(inst, identity.new_token(), f"Shop {level}", level)
    visit = Visit(visit.token, "progress")
    assert "below the middle of the 9 other organisations" in visit.text
    assert "not a market sample" in visit.text
    visit.open("results")
    assert "below the middle of the 9 other organisations" in visit.text


def test_the_example_looks_back_half_a_year(real: Installation) -> None:
    visit = Visit()
    visit.press("Open the example")
    assert visit.heading.startswith("You describe level")
    visit.open("progress")
    assert "Of ten practices compared, four are described higher" in visit.text
    assert "Other questions: not compared" in visit.text
    assert "one reported as kept but not described yet" in visit.text
    assert "Assess again" not in visit.buttons
    assert "Compared with others" not in visit.text


def test_what_became_of_a_tap_is_still_said_when_the_screen_is_drawn_twice(again: Visit) -> None:
    again.press("Kept")
    assert "Saved" in again.text
    again.run()
    assert "Saved" in again.text
    again.open("results")
    again.open("progress")
    assert "Saved" not in again.text
