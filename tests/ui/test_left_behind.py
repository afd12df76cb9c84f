"""What was said or typed belongs to one screen of one assessment, and to nothing that is opened afterwards."""

from assessment.amounts import parse_number
from assessment.answers.records import Organisation
from services.assessments import answering, owner
from services.core import identity
from services.core.installation import Installation
from services.plan import ai_uses, charter, decisions, roadmap
from tests import prepare
from tests.reports import AS_OF
from tests.ui.fields import USE_CASES, enters, shown, type_lines
from tests.ui.filled import answered, everywhere, owned_by
from tests.ui.visit import Visit

LIMIT = "5 to 480 minutes"


def with_another(inst: Installation) -> Visit:
    """A browser that has Kestrel Cycles in front and owns Harbour Boats besides, each with a charter of its own."""
    visit = answered(inst, everywhere(3))
    kestrel = owned_by(inst, visit)
    function = inst.instrument.functions[0].code
    other = answering.start(
        inst, visit.token, Organisation(name="Harbour Boats"), function, "business", AS_OF
    )
    charter.change_charter(inst, kestrel, AS_OF, {"minutes": 60})
    charter.change_charter(inst, other.owned, AS_OF, {"minutes": 90})
    visit.open("owner")
    visit.press("Open Kestrel Cycles")
    return visit


def at_the_charter(visit: Visit) -> Visit:
    visit.open("plan-governance")
    visit.choose("Look at", "forum")
    if "Edit the charter" in visit.buttons:
        visit.press("Edit the charter")
    return visit


def minutes(visit: Visit) -> float | None:
    return parse_number(visit.app.text_input(key="forum_minutes").value or "")


def set_minutes(visit: Visit, given: float) -> None:
    visit.app.text_input(key="forum_minutes").set_value(str(given))
    visit.run()


def test_what_was_refused_waits_on_its_screen_and_is_gone_after_it(inst: Installation) -> None:
    visit = at_the_charter(with_another(inst))
    set_minutes(visit, 2)
    assert LIMIT in visit.text
    assert minutes(visit) == 2
    visit.open("results")
    at_the_charter(visit)
    assert LIMIT not in visit.text
    assert minutes(visit) == 60


def test_nothing_refused_in_one_assessment_appears_in_another(inst: Installation) -> None:
    visit = at_the_charter(with_another(inst))
    set_minutes(visit, 2)
    visit.open("owner")
    visit.press("Open Harbour Boats")
    at_the_charter(visit)
    assert LIMIT not in visit.text
    assert minutes(visit) == 90


def test_nothing_refused_in_an_assessment_deleted_meanwhile_appears_in_the_next(inst: Installation) -> None:
    visit = at_the_charter(with_another(inst))
    set_minutes(visit, 2)
    owner.erase(inst, owned_by(inst, visit))
    harbour = identity.list_owned(inst, visit.token)[0]
    identity.make_current(inst, visit.token, harbour.assessment_id)
    visit.run()
    assert LIMIT not in visit.text
    assert minutes(visit) == 90


def test_lines_typed_in_the_register_of_an_assessment_deleted_meanwhile_come_into_no_other(
    inst: Installation,
) -> None:
    visit = with_another(inst)
    prepare.initiatives(inst, owned_by(inst, visit), [{"name": "Forecast"}])
    visit.open("decisions")
    type_lines(visit, {"name": "Only ours", "stage": "idea"})
    owner.erase(inst, owned_by(inst, visit))
    harbour = identity.list_owned(inst, visit.token)[0]
    identity.make_current(inst, visit.token, harbour.assessment_id)
    visit.run()
    assert "Not saved yet" not in visit.text
    visit.press("Save the register")
    assert decisions.initiatives_of(inst, harbour) == []


def test_saved_is_said_no_longer_on_a_screen_that_is_opened_again(inst: Installation) -> None:
    visit = at_the_charter(with_another(inst))
    set_minutes(visit, 45)
    assert "Saved" in visit.text
    visit.open("results")
    at_the_charter(visit)
    assert "Saved" not in visit.text


def test_a_name_refused_for_one_use_is_not_put_into_another(inst: Installation) -> None:
    visit = answered(inst, everywhere(3))
    for name in ("Chat", "Forecast"):
        ai_uses.add_ai_use(inst, owned_by(inst, visit), name)
    visit.open("plan-governance")
    visit.press("Chat")
    visit.type("Name", "Forecast")
    assert "already on the list" in visit.text
    visit.press("Return to the list")
    visit.press("Forecast")
    assert shown(visit, "Name") == "Forecast"
    assert "already on the list" not in visit.text
    assert [use.name for use in roadmap.plan_of(inst, owned_by(inst, visit)).ai_uses] == ["Chat", "Forecast"]


def test_what_is_refused_in_one_field_stays_while_another_is_stored(inst: Installation) -> None:
    visit = at_the_charter(with_another(inst))
    set_minutes(visit, 2)
    visit.type("Name", "AI board")
    assert (minutes(visit), LIMIT in visit.text) == (2, True)
    assert roadmap.plan_of(inst, owned_by(inst, visit)).charter.name == "AI board"
    set_minutes(visit, 30)
    assert LIMIT not in visit.text
    assert roadmap.plan_of(inst, owned_by(inst, visit)).charter.minutes == 30


def test_a_resume_code_is_shown_beside_no_other_assessment(inst: Installation) -> None:
    visit = with_another(inst)
    visit.press("Make a new resume code")
    assert "Write it down now" in visit.text
    visit.press("Open Harbour Boats")
    assert "Harbour Boats is now open." in visit.text
    assert "Write it down now" not in visit.text


def test_saved_is_not_said_of_the_register_beside_an_amount_refused_later(inst: Installation) -> None:
    visit = answered(inst, everywhere(3))
    prepare.use_cases(inst, owned_by(inst, visit), [{"name": "Quotes"}])
    visit.open("plan-value")
    visit.edit(USE_CASES, edited_rows={0: {"metric": "days"}})
    assert "Saved" in visit.text
    enters(visit, "Investment: most likely", "about 5")
    assert "cannot be read as an amount" in visit.text
    assert "Saved" not in visit.text


def test_what_the_register_refused_is_not_said_when_its_grid_begins_anew(inst: Installation) -> None:
    visit = answered(inst, everywhere(3))
    prepare.use_cases(inst, owned_by(inst, visit), [{"name": "Quotes"}, {"name": "Planner"}])
    visit.open("plan-value")
    visit.edit(USE_CASES, edited_rows={0: {"name": "Planner"}})
    assert "a different name" in visit.text
    visit.open("results")
    visit.open("plan-value")
    assert "a different name" not in visit.text


def test_a_cell_refused_and_left_behind_is_stored_when_it_is_typed_again(inst: Installation) -> None:
    visit = answered(inst, everywhere(2))
    owned = owned_by(inst, visit)
    visit.open("plan-roadmap")
    visit.edit("road_grid", edited_rows={0: {"weeks": 500}})
    assert "1 to 104 weeks" in visit.text
    visit.open("results")
    visit.open("plan-roadmap")
    assert "1 to 104 weeks" not in visit.text
    visit.edit("road_grid", edited_rows={0: {"weeks": 5}})
    assert [line.weeks for line in roadmap.plan_of(inst, owned).roadmap.moves] == [5]
