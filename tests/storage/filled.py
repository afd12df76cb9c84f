"""An assessment with a row in every table."""

from sqlalchemy import func, select

from assessment.answers.records import Agreed, Initiative, Organisation, Response
from assessment.plan.records import Charter, Roadmap, RoadmapMove
from assessment.privacy.orders import KeptOrders
from assessment.privacy.pictures import KeptPicture
from assessment.workshop.room import new_room
from scoring.comparison.benchmark import Cohort
from storage.comparison.cohorts import ScopeScore, publish, save_results
from storage.db.database import Unit, WritingUnit
from storage.repositories import plan_parts, rooms
from storage.repositories.answers import (
    save_activity,
    save_decision,
    save_prediction,
    save_ranking,
    save_response,
)
from storage.repositories.browsers.devices import bind_device, replace_resume_code
from storage.repositories.drafts import save_draft
from storage.repositories.kept_votes import keep_orders, keep_picture
from storage.repositories.presentation import Logo, save_logo
from storage.repositories.records import load_assessment
from storage.repositories.share_links import add_link
from storage.repositories.submissions import add_submission
from storage.tables.assessments import TABLES
from storage.tables.cohorts import EVERYTHING
from tests.storage.examples import TODAY, a_person, an_assessment

TELLTALE = "Only Ottoline would say this"


def a_full_one(unit: WritingUnit, name: str = "Northgate Tools Ltd") -> str:
    """An assessment with at least one row in every table."""
    assessment_id = an_assessment(unit, organisation=Organisation(name=name))
    person = a_person(unit, assessment_id)
    ids = (assessment_id, person)
    save_response(unit, *ids, 1, "ABC-1", Response(level=3, note=TELLTALE))
    save_response(unit, *ids, 2, "ABC-1", Response(level=2))
    save_prediction(unit, *ids, "ABC-1", 4)
    save_activity(unit, *ids, "ACT-1", 4)
    save_decision(unit, *ids, "accept_risk", "CEO")
    save_ranking(unit, *ids, "ranking", ["growth", "cost"])
    save_ranking(unit, *ids, "barriers", ["skills_missing"])
    plan_parts.save_agreed(unit, assessment_id, "ABC-1", Agreed(level=2))
    roadmap = Roadmap(moves=[RoadmapMove(move="ABC-1:2", goal=TELLTALE)])
    plan_parts.replace(unit, assessment_id, plan_parts.INITIATIVES, [Initiative(name="Pilot")])
    plan_parts.replace(unit, assessment_id, plan_parts.ROADMAP, [roadmap])
    plan_parts.replace(unit, assessment_id, plan_parts.CHARTER, [Charter(name="AI group")])
    save_logo(unit, assessment_id, Logo("image/png", b"picture"))
    bind_device(unit, f"token-{assessment_id}", assessment_id, role="owner", respondent_id=person)
    save_draft(unit, assessment_id, "browser", "agree/ABC-1/note", TELLTALE)
    replace_resume_code(unit, f"code-{assessment_id}", assessment_id, role="owner")
    rooms.add_room(unit, assessment_id, new_room("ten", 60, ["ABC-1"], 315))
    shown = {person: Response(level=3, note=TELLTALE)}
    keep_picture(unit, assessment_id, KeptPicture("ABC-1", 1, 0, shown))
    keep_orders(unit, assessment_id, KeptOrders("ranking", 0, {person: ["growth", "cost"]}))
    add_link(unit, f"link-{assessment_id}", assessment_id, TODAY, TODAY)
    whole = load_assessment(unit, assessment_id)
    add_submission(unit, assessment_id, whole, scoring_version="1", today=TODAY)
    save_results(unit, assessment_id, "toy", TODAY, {EVERYTHING: ScopeScore(3, 50)})
    publish(unit, "toy", EVERYTHING, Cohort({50.0: 1}))
    return assessment_id


def rows(unit: Unit) -> dict[str, int]:
    """How many rows each table has."""
    return {
        table.name: unit.look_up(select(func.count().label("n")).select_from(table))[0]["n"]
        for table in TABLES
    }
