"""From an assessment answered alone to one that colleagues answer too."""

from dataclasses import dataclass

import pytest

from assessment.answers.records import Organisation, Privacy, Response
from assessment.errors import EditConflict, Frozen, NotFound, RefusedInput
from assessment.workshop.meeting import PlanRefused
from services.assessments import answering
from services.core import identity
from services.core.identity import Owned
from services.core.installation import Installation
from services.reports import results
from services.workshop import facilitation
from services.workshop.join import inviting, joining
from services.workshop.room.view import build_view
from storage.db.database import Database
from tests.workshops import NOW, TODAY, Shop, an_address, an_installation


@dataclass
class Alone:
    """Somebody who began alone, with the browser's token and the owner's code."""

    inst: Installation
    token: str
    owned: Owned
    code: str

    def invites(self, privacy: Privacy = "by_camp") -> Shop:
        owned = inviting.invite(self.inst, self.token, self.owned, privacy=privacy, minutes=60, today=TODAY)
        return Shop(self.inst, owned, self.token, facilitation.open_room(self.inst, owned, NOW))


def alone(database: Database, *answered: str) -> Alone:
    inst, token = an_installation(database), identity.new_token()
    started = answering.start(inst, token, Organisation(name="Kestrel"), "CEO", "business", TODAY)
    for code in answered:
        answering.change_answer(inst, started.owned, code, level=4)
    return Alone(inst, token, started.owned, started.resume_code)


def test_the_owner_is_in_the_room_with_the_answers_given_so_far(database: Database) -> None:
    shop = alone(database, "ABC-1", "ABC-2").invites()
    view = shop.view
    assert (view.phase, view.way, view.joined) == ("lobby", "prepared", 1)
    mine = answering.answers(shop.inst, shop.owned)
    assert set(mine.responses) == {"ABC-1", "ABC-2"}


def test_colleagues_answer_beside_the_owner_and_the_room_closes_with_everybodys_result(
    database: Database,
) -> None:
    shop = alone(database, *an_installation(database).instrument.practices).invites()
    others = [shop.joins("business"), shop.joins("technology"), shop.joins("technology")]
    for code in shop.inst.instrument.practices:
        shop.everybody_votes(others, 1, code, [4, 2, 2])
    shop.act("close")
    (owned,) = identity.list_owned(shop.inst, shop.token)
    report = results.report(shop.inst, owned, TODAY)
    assert report.disclosure.people == 4
    assert report.alignment is not None


def test_until_then_the_owner_sees_the_own_result_as_it_stood(database: Database) -> None:
    shop = alone(database, "ABC-1").invites()
    other = shop.joins("technology")
    shop.votes(other, 1, "ABC-1", 1)
    report = results.report(shop.inst, shop.owned, TODAY)
    assert report.disclosure.people == 1
    assert report.result.practices["ABC-1"].described == 4.0


@pytest.mark.parametrize("privacy", ["open", "by_camp", "team"])
def test_the_mode_is_chosen_with_the_invitation_and_frozen_from_then_on(
    database: Database, privacy: Privacy
) -> None:
    shop = alone(database, "ABC-1").invites(privacy)
    assert shop.view.privacy == privacy
    with pytest.raises(Frozen):
        facilitation.change_privacy(shop.inst, shop.owned, "open" if privacy != "open" else "team")


def test_nobody_is_invited_twice(database: Database) -> None:
    person = alone(database, "ABC-1")
    shop = person.invites("team")
    with pytest.raises(Frozen):
        inviting.invite(person.inst, person.token, shop.owned, privacy="open", minutes=60, today=TODAY)
    assert shop.view.privacy == "team"


def test_a_meeting_that_does_not_fit_changes_nothing(database: Database) -> None:
    person = alone(database, "ABC-1")
    with pytest.raises(PlanRefused):
        inviting.invite(person.inst, person.token, person.owned, privacy="team", minutes=15, today=TODAY)
    assert not identity.require(person.inst, person.token, person.owned.assessment_id).workshop
    with pytest.raises(NotFound):
        build_view(person.inst, person.owned.assessment_id)


def test_the_owner_goes_on_answering_while_the_room_waits_and_not_afterwards(database: Database) -> None:
    shop = alone(database, "ABC-1").invites()
    answering.change_answer(shop.inst, shop.owned, "ABC-2", level=2)
    answering.change_answer(shop.inst, shop.owned, "ABC-2", note="Since May")
    with pytest.raises(EditConflict):
        answering.change_answer(shop.inst, shop.owned, "ABC-2", level=3, seen={"level": 1})
    assert answering.answers(shop.inst, shop.owned).responses["ABC-2"] == Response(level=2, note="Since May")
    shop.joins("technology")
    shop.act("start")
    with pytest.raises(Frozen):
        answering.change_answer(shop.inst, shop.owned, "ABC-1", level=1)
    assert answering.answers(shop.inst, shop.owned).responses["ABC-1"].level == 4


def test_the_facilitators_code_no_longer_brings_the_owners_answers_along(database: Database) -> None:
    person = alone(database, "ABC-1")
    person.invites()
    second = identity.resume(person.inst, identity.new_token(), person.code, an_address())
    assert second.workshop
    assert second.respondent_id == ""
    fresh = identity.issue_resume_code(person.inst, person.token, person.owned.assessment_id)
    assert identity.resume(person.inst, identity.new_token(), fresh, an_address()).respondent_id == ""


def test_the_owner_votes_on_another_device_with_a_personal_code(database: Database) -> None:
    shop = alone(database, "ABC-1").invites()
    code = inviting.personal_code(shop.inst, shop.owned)
    me = joining.rejoin(shop.inst, identity.new_token(), code, an_address())
    assert me.respondent_id == shop.owned.respondent_id
    assert shop.view.joined == 1


def test_a_facilitator_who_does_not_answer_has_no_personal_code(database: Database) -> None:
    inst, token = an_installation(database), identity.new_token()
    made = facilitation.set_up(
        inst, token, Organisation(name="Kestrel"), way="ten", minutes=60, privacy="team", today=TODAY
    )
    with pytest.raises(NotFound):
        inviting.personal_code(inst, made.owned)
    with pytest.raises(RefusedInput):
        inviting.invite(inst, token, made.owned, privacy="open", minutes=60, today=TODAY)
