"""An adviser's organisations: one line each, with level, day and what is due."""

from datetime import date

from assessment.answers.records import Organisation
from services.assessments import answering, organisations, reassessment
from services.assessments.example import open_example
from services.core import identity
from services.core.identity import Owned
from services.core.installation import Installation
from services.plan import commitments

TODAY = date(2026, 11, 22)
LATER = date(2027, 5, 1)


def an_organisation(inst: Installation, token: str, name: str, level: int | None = None) -> Owned:
    started = answering.start(inst, token, Organisation(name=name), "CEO", "business", TODAY)
    for code in inst.instrument.practices if level else ():
        answering.change_answer(inst, started.owned, code, level=level)
    if level:
        answering.submit(inst, started.owned, TODAY)
    return identity.require(inst, token, started.owned.assessment_id)


def test_each_organisation_has_one_line_by_name(inst: Installation, token: str) -> None:
    wharf = an_organisation(inst, token, "Wharf & Daughters", 2)
    acme = an_organisation(inst, token, "acme")
    open_example(inst, token, TODAY)
    commitments.add_commitment(inst, wharf, {"move": "OWN-1:3", "due": date(2027, 3, 31)})
    again = reassessment.begin_again(inst, token, wharf, LATER).owned
    first, second = organisations.organisations(inst, token, LATER)
    assert (first.name, first.level, first.as_of, first.due) == ("acme", None, None, 0)
    assert (second.name, second.level, second.as_of, second.due) == ("Wharf & Daughters", 2, TODAY, 1)
    assert second.assessment_id == again.assessment_id
    assert second.same_as(wharf.assessment_id)
    assert not second.same_as(acme.assessment_id)
    assert organisations.organisations(inst, identity.new_token(), LATER) == ()
