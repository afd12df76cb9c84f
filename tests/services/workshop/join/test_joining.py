"""Coming into a room: code, cookie, resume code; sixty at once, and nobody who guesses."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from assessment.errors import Frozen, NotFound, RefusedInput
from report.text.privacy import lone_notice
from services.assessments import owner
from services.core import identity
from services.workshop import facilitation
from services.workshop.join import codes, joining, leaving
from storage.db.database import Database
from storage.db.engines import open_database
from tests import prepare
from tests.workshops import NOW, Shop, a_workshop, an_address, an_installation, two_and_two


def asks(shop: Shop, code: str, address: str | None = None) -> codes.Invitation:
    return codes.invitation(shop.inst, code, address or shop.address, shop.now)


def test_the_code_may_be_typed_in_any_fashion(database: Database) -> None:
    shop = a_workshop(database)
    spaced = f" {shop.code[:3].lower()} - {shop.code[3:].lower()} "
    assert asks(shop, spaced).organisation == "Kestrel Foods"
    assert "Nobody sees your own answer" in asks(shop, spaced).privacy_statement


def test_a_malformed_a_wrong_an_expired_and_a_closed_code_are_told_apart(database: Database) -> None:
    shop = a_workshop(database)
    for malformed in ("", "ABC", "K7QM3PX", "K7QM3PXWTAA", "<b>&amp;", "\x00" * 6, "七" * 400):
        with pytest.raises(RefusedInput, match="ten letters and numbers"):
            asks(shop, malformed)
    with pytest.raises(NotFound, match="opens no room"):
        asks(shop, "AAAAAA")
    shop.passes(hours=12)
    with pytest.raises(RefusedInput, match="has expired"):
        asks(shop, shop.code)
    assert shop.view.join_code(shop.now) is None
    assert facilitation.open_room(shop.inst, shop.owned, shop.now) == shop.code
    assert asks(shop, shop.code).code == shop.code == shop.view.join_code(shop.now)
    shop.act("close")
    with pytest.raises(NotFound, match="the room may be closed"):
        asks(shop, shop.code)


def test_a_code_may_be_replaced_and_lasts_two_weeks_at_most(database: Database) -> None:
    shop = a_workshop(database)
    fresh = facilitation.open_room(shop.inst, shop.owned, NOW, valid=timedelta(days=400), fresh=True)
    assert fresh != shop.code
    with pytest.raises(NotFound):
        asks(shop, shop.code)
    shop.passes(days=13)
    assert asks(shop, fresh).code == fresh
    shop.passes(days=1)
    with pytest.raises(RefusedInput):
        asks(shop, fresh)


def test_a_closed_assessment_lets_nobody_in(database: Database) -> None:
    shop = a_workshop(database)
    owner.close(shop.inst, shop.owned)
    with pytest.raises(Frozen):
        shop.joins("business")


def test_whoever_comes_back_is_the_same_participant_with_all_answers(
    database: Database, database_url: str
) -> None:
    shop = a_workshop(database)
    ann = shop.joins("business")
    token = shop.tokens[ann.respondent_id]
    shop.act("start")
    shop.votes(ann, 1, "ABC-1", 4)
    restarted = an_installation(open_database(database_url))
    assert joining.participant_of(restarted, token) == ann
    again = prepare.join(restarted, token, shop.code, an_address(), NOW, function="CIO", camp="technology")
    assert (again.participant, again.resume_code) == (ann, None)
    assert shop.view.joined == 1
    assert shop.view.answered == 1
    restarted.database.close()


def test_a_personal_code_brings_the_same_participant_to_a_second_phone(database: Database) -> None:
    shop = a_workshop(database)
    joined = prepare.join(
        shop.inst, identity.new_token(), shop.code, shop.address, NOW, function="CEO", camp="business"
    )
    assert joined.resume_code is not None
    phone = identity.new_token()
    back = joining.rejoin(shop.inst, phone, joined.resume_code.lower(), shop.address)
    assert back == joined.participant == joining.participant_of(shop.inst, phone)
    assert shop.view.joined == 1
    newer = joining.new_code(shop.inst, back)
    with pytest.raises(NotFound):
        joining.rejoin(shop.inst, phone, joined.resume_code, an_address())
    assert joining.rejoin(shop.inst, phone, newer, an_address()) == back


def test_taking_part_opens_nothing_that_is_the_owners(database: Database) -> None:
    shop = a_workshop(database)
    joined = prepare.join(
        shop.inst, identity.new_token(), shop.code, shop.address, NOW, function="CEO", camp="business"
    )
    token = identity.new_token()
    assert joined.resume_code is not None
    with pytest.raises(NotFound):
        identity.resume(shop.inst, token, joined.resume_code, an_address())
    joining.rejoin(shop.inst, token, joined.resume_code, an_address())
    assert identity.list_owned(shop.inst, token) == ()
    assert identity.current_assessment(shop.inst, token) is None
    with pytest.raises(NotFound):
        identity.require(shop.inst, token, shop.owned.assessment_id)
    owners = identity.issue_resume_code(shop.inst, shop.token, shop.owned.assessment_id)
    with pytest.raises(NotFound):
        joining.rejoin(shop.inst, identity.new_token(), owners, an_address())


def test_a_facilitator_who_takes_part_stays_in_front_of_the_own_room(database: Database) -> None:
    shop = a_workshop(database)
    shop.joins("business", token=shop.token)
    assert identity.current_assessment(shop.inst, shop.token) == shop.owned
    assert joining.participant_of(shop.inst, shop.token) is not None


def test_two_tabs_joining_at_once_are_one_person(database: Database) -> None:
    shop = a_workshop(database)
    token = identity.new_token()
    with ThreadPoolExecutor(8) as tabs:
        joined = list(tabs.map(lambda _tab: shop.joins("business", token=token), range(8)))
    assert len({person.respondent_id for person in joined}) == 1
    assert shop.view.joined == 1


def test_sixty_people_behind_one_address_join_within_a_minute(database: Database) -> None:
    shop = a_workshop(database)
    for _mistyped in range(10):
        with pytest.raises(NotFound):
            asks(shop, "AAAAAA")

    def comes(number: int) -> str:
        asks(shop, shop.code)
        return shop.joins("business" if number % 2 else "technology").respondent_id

    with ThreadPoolExecutor(20) as people:
        assert len(set(people.map(comes, range(60)))) == 60
    assert shop.view.joined_by_camp == {"business": 30, "technology": 30}


def test_a_name_is_kept_in_open_mode_only(database: Database) -> None:
    assert a_workshop(database).joins("business", name="Ann").name is None
    assert a_workshop(database, privacy="open").joins("business", name=" Ann  Lee\x00 ").name == "Ann Lee"


@pytest.mark.parametrize(("function", "camp"), [("", "business"), ("\x00 ", "business"), ("CEO", "sales")])
def test_who_says_nothing_about_the_own_side_is_asked_again(
    database: Database, function: str, camp: str
) -> None:
    shop = a_workshop(database)
    with pytest.raises(RefusedInput, match="Choose your function"):
        prepare.join(
            shop.inst,
            identity.new_token(),
            shop.code,
            shop.address,
            NOW,
            function=function,
            camp=camp,  # type: ignore[arg-type]
        )
    assert shop.view.joined == 0


def test_leaving_keeps_the_answers_and_is_not_waited_for(database: Database) -> None:
    shop = a_workshop(database)
    people = two_and_two(shop)
    shop.act("start")
    shop.everybody_votes(people, 1, "ABC-1", [2, 3, 4, 5])
    leaving.leave(shop.inst, shop.tokens[people[0].respondent_id], people[0])
    assert (shop.view.joined, shop.view.answered) == (3, 3)
    first = shop.act("reveal").first
    assert first is not None
    assert first.people == 4


def test_somebody_removed_before_anything_was_shown_goes_with_all_answers(database: Database) -> None:
    shop = a_workshop(database)
    people = two_and_two(shop)
    shop.act("start")
    shop.everybody_votes(people, 1, "ABC-1", [2, 3, 4, 5])
    before = shop.version
    assert leaving.remove(shop.inst, shop.owned, people[0].respondent_id) == "deleted"
    assert shop.version > before
    assert shop.view.count_sentence == "3 of 3 have answered."
    first = shop.act("reveal").first
    assert first is not None
    assert first.levels == (0, 0, 1, 1, 1)
    attempts: list[Callable[[], object]] = [
        lambda: shop.votes(people[0], 1, "ABC-1", 1),
        lambda: leaving.remove(shop.inst, shop.owned, people[0].respondent_id),
    ]
    for attempt in attempts:
        with pytest.raises(NotFound):
            attempt()
    assert joining.participant_of(shop.inst, shop.tokens[people[0].respondent_id]) is None


def test_somebody_removed_later_changes_nothing_that_was_shown(database: Database) -> None:
    shop = a_workshop(database)
    people = two_and_two(shop)
    shop.act("start")
    shop.everybody_votes(people, 1, "ABC-1", [2, 3, 4, 5])
    shown = shop.act("reveal").first
    assert leaving.remove(shop.inst, shop.owned, people[0].respondent_id) == "set aside"
    assert shop.view.first == shown
    assert shop.view.joined == 3
    assert joining.participant_of(shop.inst, shop.tokens[people[0].respondent_id]) is None
    shop.act("vote_again")
    with pytest.raises(NotFound, match="no longer in this room"):
        shop.votes(people[0], 2, "ABC-1", 1)


def test_a_late_joiner_comes_in_at_any_time_and_votes_from_then_on(database: Database) -> None:
    shop = a_workshop(database)
    people = two_and_two(shop)
    shop.act("start")
    shop.everybody_votes(people, 1, "ABC-1", [2, 2, 4, 4])
    shop.act("reveal")
    late = shop.joins("business")
    with pytest.raises(Frozen):
        shop.votes(late, 1, "ABC-1", 3)
    shop.agree(3)
    shop.act("next")
    shop.votes(late, 1, "ABC-2", 3)
    assert shop.view.count_sentence == "1 of 5 have answered."


def test_a_lone_leader_is_noticed_before_invitations_go_out() -> None:
    notice = lone_notice("by_camp", {"business": 4, "technology": 1})
    assert notice is not None
    assert "Only one person speaks for technology" in notice
    assert "open answers or the team without sides" in notice
    assert lone_notice("by_camp", {"business": 2, "technology": 2}) is None
    assert lone_notice("team", {"business": 4, "technology": 1}) is None


def test_the_lobby_says_so_too(database: Database) -> None:
    shop = a_workshop(database)
    shop.joins("business")
    assert shop.view.notice is not None
    shop.joins("business")
    assert shop.view.notice is None
