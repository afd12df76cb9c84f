"""The result of a workshop: made when the room is closed, from what was said until then."""

import pytest

from assessment.errors import Frozen, RefusedInput
from services.assessments import answering
from services.core import identity
from services.reports import documents, results
from storage.db.database import Database
from tests.workshops import TODAY, Shop, a_workshop, two_and_two


def answered(shop: Shop) -> int:
    """On how many answers the report of the facilitator rests."""
    (owned,) = identity.list_owned(shop.inst, shop.token)
    return results.report(shop.inst, owned, TODAY).basis.answered


def test_before_the_room_is_closed_the_facilitator_has_no_report(database: Database) -> None:
    shop = a_workshop(database, way="prepared")
    people = two_and_two(shop)
    shop.everybody_votes(people, 1, "ABC-1", [1, 2, 3, 4])
    assert answered(shop) == 0
    shop.act("start")
    assert answered(shop) == 0


def test_closing_freezes_what_was_said_and_the_report_rests_on_it(database: Database) -> None:
    shop = a_workshop(database)
    people = two_and_two(shop)
    shop.act("start")
    shop.everybody_votes(people, 1, "ABC-1", [1, 2, 3, 4])
    shop.act("reveal")
    shop.act("close")
    assert answered(shop) > 0


def test_a_room_nobody_said_anything_in_leaves_no_result(database: Database) -> None:
    shop = a_workshop(database)
    shop.act("close")
    assert answered(shop) == 0
    (owned,) = identity.list_owned(shop.inst, shop.token)
    assert owned.status == "open"


def test_after_reopening_the_report_stays_as_it_was_closed(database: Database) -> None:
    shop = a_workshop(database)
    people = two_and_two(shop)
    shop.act("start")
    shop.everybody_votes(people, 1, "ABC-1", [1, 2, 3, 4])
    shop.act("close")
    shop.act("reopen")
    shop.act("jump", "ABC-2")
    before = answered(shop)
    shop.votes(people[0], 1, "ABC-2", 5)
    assert answered(shop) == before


@pytest.mark.parametrize("way", ["prepared", "ten", "pillar"])
def test_a_vote_that_was_open_at_closing_is_over_for_good(database: Database, way: str) -> None:
    shop = a_workshop(database, way=way)  # type: ignore[arg-type]
    people = two_and_two(shop)
    if way != "prepared":
        shop.act("start")
    shop.everybody_votes(people, 1, "ABC-1", [1, 2, 3, 4])
    shop.act("close")
    shop.act("reopen")
    assert shop.view.phase == "commitments"
    with pytest.raises(Frozen):
        shop.votes(people[0], 1, "ABC-1", 5)


def test_answering_may_end_without_a_meeting_and_a_meeting_may_follow(database: Database) -> None:
    shop = a_workshop(database, way="prepared")
    people = two_and_two(shop)
    for code in shop.inst.instrument.practices:
        shop.everybody_votes(people, 1, code, [1, 2, 2, 1])
    shop.act("close")
    assert answered(shop) > 0
    shop.act("reopen")
    view = shop.act("overview")
    assert any(entry.state == "planned" for entry in view.agenda), "the agenda is made from the votes"


def test_a_facilitator_cannot_make_a_result_in_between(database: Database) -> None:
    shop = a_workshop(database)
    with pytest.raises(RefusedInput, match="once its room is closed"):
        answering.submit(shop.inst, identity.list_owned(shop.inst, shop.token)[0], TODAY)


def test_the_file_with_all_answers_holds_none_before_the_room_is_closed(database: Database) -> None:
    shop = a_workshop(database, way="prepared", privacy="open")
    people = two_and_two(shop)
    shop.everybody_votes(people, 1, "ABC-1", [1, 2, 3, 4])
    exported = documents.build_document(shop.inst, shop.token, shop.owned.assessment_id, TODAY, "export")
    assert b"ABC-1" not in exported.content
    shop.act("close")
    exported = documents.build_document(shop.inst, shop.token, shop.owned.assessment_id, TODAY, "export")
    assert b"ABC-1" in exported.content
