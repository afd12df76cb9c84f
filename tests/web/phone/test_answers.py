"""What a phone sends is stored whole or refused with a sentence; “Saved” is said after the commit alone."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessment.answers.records import Respondent, Response
from services.workshop import voting
from services.workshop.join import joining, leaving
from services.workshop.join.joining import Participant
from storage.db.database import Database
from tests.web.phone.phones import Phone, an_app, chosen, open_workshop, words_of
from tests.workshops import Shop, an_installation

SAVED = {"saved": True}


def a_phone(shop: Shop, function: str = "CEO") -> tuple[Phone, Participant]:
    phone = Phone(an_app(shop.inst))
    return phone, phone.joins(shop, function)


def stored(shop: Shop, who: Participant) -> Respondent:
    return voting.my_answers(shop.inst, who)


def test_a_tap_is_stored_and_the_page_says_so(database: Database) -> None:
    shop = open_workshop(database)
    phone, who = a_phone(shop)
    shop.act("start")
    assert "Saved" not in phone.reads("/room")
    assert phone.answers("ABC-1", 4, backing="number", note="See the ledger.").json() == SAVED
    assert stored(shop, who).responses["ABC-1"] == Response(level=4, backing="number", note="See the ledger.")
    page = phone.get("/room")
    assert "Saved" in words_of(page)
    assert "See the ledger." in page.text
    assert (chosen(page), chosen(page, "backing")) == (["4"], ["number"])


def test_without_a_script_a_form_leads_back_to_the_page_that_shows_the_answer(database: Database) -> None:
    shop = open_workshop(database)
    phone, who = a_phone(shop)
    shop.act("start")
    fields = {"code": "ABC-1", "round": "1", "level": "3", "backing": "document", "prediction": "2"}
    answer = phone.post("/room/answer", fields)
    assert (answer.status_code, answer.headers["location"]) == (303, "/room/q/ABC-1")
    page = phone.get("/room/q/ABC-1")
    assert "Saved" in words_of(page)
    assert (chosen(page), chosen(page, "prediction")) == (["3"], ["2"])
    assert stored(shop, who).predictions == {"ABC-1": 2}


def test_the_same_tap_twice_is_one_answer_and_a_new_one_takes_its_place(sqlite_database: Database) -> None:
    shop = open_workshop(sqlite_database)
    phone, who = a_phone(shop)
    shop.act("start")
    assert [phone.answers("ABC-1", 3).json() for _ in range(2)] == [SAVED, SAVED]
    assert shop.view.answered == 1
    phone.answers("ABC-1", "dont_know")
    assert stored(shop, who).responses["ABC-1"] == Response(kind="dont_know")
    assert phone.post("/room/answer", {"code": "ABC-1", "kind": "dont_know"}, script=True).json() == SAVED


def test_does_not_apply_is_stored_with_a_reason_that_is_tapped_or_typed(sqlite_database: Database) -> None:
    shop = open_workshop(sqlite_database, "prepared")
    phone, who = a_phone(shop)
    bare = phone.post("/room/answer", {"code": "ABC-3", "level": "not_applicable"})
    assert bare.status_code == 422
    assert "Say in a few words why it does not apply" in words_of(bare)
    assert chosen(bare) == ["not_applicable"], "what was tapped stays visible"
    phone.answers("ABC-3", "not_applicable", because="We have nothing like this", reason="")
    assert stored(shop, who).responses["ABC-3"].reason == "We have nothing like this"
    assert chosen(phone.get("/room/q/ABC-3"), "because") == ["We have nothing like this"]
    phone.post("/room/answer", {"code": "ABC-3", "kind": "not_applicable", "reason": "No shelf"}, script=True)
    assert stored(shop, who).responses["ABC-3"].reason == "No shelf"


def test_a_note_that_is_too_long_is_refused_and_still_there(sqlite_database: Database) -> None:
    shop = open_workshop(sqlite_database)
    phone, who = a_phone(shop)
    shop.act("start")
    long = "word " * 300
    answer = phone.post("/room/answer", {"code": "ABC-1", "level": "2", "note": long})
    assert answer.status_code == 422
    assert "A note can have up to 1000 characters" in words_of(answer)
    assert long.strip() in answer.text
    assert "Saved" not in words_of(answer)
    assert chosen(answer) == ["2"]
    assert not stored(shop, who).responses


def test_an_answer_that_comes_as_the_round_closes_is_refused_and_the_room_is_shown(
    database: Database,
) -> None:
    shop = open_workshop(database)
    phone, who = a_phone(shop)
    shop.act("start")
    phone.answers("ABC-1", 2)
    shop.act("reveal")
    late = phone.answers("ABC-1", 5)
    assert (late.status_code, late.json()["stale"]) == (409, True)
    plain = phone.post("/room/answer", {"code": "ABC-1", "round": "1", "level": "5"})
    assert plain.status_code == 409
    said = words_of(plain)
    assert late.json()["problem"] in said
    assert "The vote has closed" in said
    assert stored(shop, who).responses["ABC-1"].level == 2


def test_the_second_vote_stands_beside_the_first(database: Database) -> None:
    shop = open_workshop(database)
    phone, who = a_phone(shop)
    shop.act("start")
    phone.answers("ABC-1", 2)
    shop.act("reveal")
    shop.act("vote_again")
    page = phone.get("/room")
    assert chosen(page) == []
    assert "Your first answer counts unless you vote again." in words_of(page)
    assert "Your first answer" in words_of(page)
    assert "Which answer will" not in words_of(page), "expectations belong to the first vote"
    assert phone.answers("ABC-1", 3, vote=1).status_code == 409, "a tab left open at the first vote"
    assert phone.answers("ABC-1", 4, vote=2).json() == SAVED
    assert chosen(phone.get("/room")) == ["4"]
    assert stored(shop, who).responses["ABC-1"].level == 2
    shop.act("reveal")
    said = phone.reads("/room")
    assert "Your first answer" in said
    assert "Your second answer" in said


def test_what_the_other_side_will_say_is_asked_where_the_instrument_asks_it(database: Database) -> None:
    shop = open_workshop(database, "prepared")
    phone, who = a_phone(shop)
    assert "Which answer will the technology side choose?" in phone.reads("/room/q/ABC-1")
    assert "Which answer will" not in phone.reads("/room/q/ABC-2")
    assert phone.post("/room/predict", {"code": "ABC-1", "level": "5"}, script=True).json() == SAVED
    assert stored(shop, who).predictions == {"ABC-1": 5}
    assert phone.post("/room/predict", {"code": "ABC-2", "level": "5"}, script=True).status_code == 422
    other, _ = a_phone(shop, "CIO")
    assert "Which answer will the business side choose?" in other.reads("/room/q/ABC-1")


def test_two_tabs_of_one_person_are_one_person(sqlite_database: Database) -> None:
    shop = open_workshop(sqlite_database)
    phone, who = a_phone(shop)
    other = Phone(an_app(shop.inst))
    other.cookies.update(phone.cookies)
    shop.act("start")
    phone.answers("ABC-1", 2)
    other.answers("ABC-1", 5)
    assert chosen(phone.get("/room")) == ["5"]
    assert stored(shop, who).responses["ABC-1"].level == 5
    assert shop.view.joined == 1


def test_whoever_moves_on_to_another_room_answers_there(sqlite_database: Database) -> None:
    shop, other = open_workshop(sqlite_database), open_workshop(sqlite_database)
    phone, first = a_phone(shop)
    shop.act("start")
    other.act("start")
    assert phone.answers("ABC-1", 2).json() == SAVED
    second = phone.joins(other)
    assert phone.answers("ABC-1", 5).json() == SAVED
    assert stored(shop, first).responses["ABC-1"].level == 2
    assert stored(other, second).responses["ABC-1"].level == 5


def test_somebody_set_aside_gets_no_new_code_though_a_tap_was_just_taken(database: Database) -> None:
    shop = open_workshop(database, "ten")
    phone, who = a_phone(shop)
    shop.act("start")
    assert phone.answers("ABC-1", 2).json() == SAVED
    shop.act("overview")
    assert leaving.remove(shop.inst, shop.owned, who.respondent_id) == "set aside"
    assert phone.post("/room/activity", {"code": "ACT-1", "level": "2"}, script=True).status_code == 404
    assert phone.post("/room/code").status_code == 404
    assert "You are not in a room" in phone.reads("/room")


def test_activity_decisions_and_ranking_are_stored_as_they_are_tapped(database: Database) -> None:
    shop = open_workshop(database)
    phone, who = a_phone(shop)
    assert phone.post("/room/activity", {"code": "ACT-2", "level": "3"}, script=True).json() == SAVED
    sent = phone.post("/room/decision", {"code": "buy_shelf", "role": "COO"})
    assert sent.headers["location"] == "/room/decisions/buy_shelf"
    assert phone.post("/room/ranking", {"order": "speed order"}).headers["location"] == "/room/ranking"
    mine = stored(shop, who)
    assert (mine.activity, mine.decisions) == ({"ACT-2": 3}, {"buy_shelf": "COO"})
    assert mine.ranking == ["speed", "order"]
    assert chosen(phone.get("/room/activity/ACT-2")) == ["3"]
    assert chosen(phone.get("/room/decisions/buy_shelf"), "role") == ["COO"]
    page = phone.get("/room/ranking")
    assert 'name="order" value="order speed"' in page.text, "one button moves the second up"
    assert 'name="order" value="speed order space"' in page.text, "another adds the third"
    assert 'name="order" value="speed"' in page.text, "another takes the last tap back"
    assert phone.post("/room/ranking", {"order": ""}, script=True).json() == SAVED
    assert stored(shop, who).ranking == []


def test_barriers_are_put_in_order_like_outcomes_and_come_after_them(database: Database) -> None:
    shop = open_workshop(database)
    phone, who = a_phone(shop)
    assert 'href="/room/barriers"' in phone.get("/room/ranking").text
    assert "What gets in the way of AI most?" in phone.reads("/room/barriers")
    assert phone.post("/room/barriers", {"order": "dust"}).headers["location"] == "/room/barriers"
    page = phone.get("/room/barriers").text
    assert 'name="order" value="dust price height"' in page, "the last takes the last place by itself"
    assert phone.post("/room/barriers", {"order": "dust price height"}, script=True).json() == SAVED
    assert 'name="order" value="dust"' in phone.get("/room/barriers").text, "the last tap gave two places"
    assert stored(shop, who).barriers == ["dust", "price", "height"]
    for wrong in ("order", "dust dust"):
        assert phone.post("/room/barriers", {"order": wrong}, script=True).status_code == 422
    assert stored(shop, who).barriers == ["dust", "price", "height"]


def test_while_the_room_places_decisions_the_orders_follow(database: Database) -> None:
    shop = open_workshop(database)
    phone, _who = a_phone(shop)
    for action in ("start", "reveal", "decisions"):
        shop.act(action)
    assert phone.get("/room/decisions/buy_shelf").text.count('href="/room/ranking"') == 1
    phone.post("/room/decision", {"code": "buy_shelf", "role": "COO"})
    assert "What do you want most?" in phone.reads("/room")
    phone.post("/room/ranking", {"order": "speed order space"})
    assert "What gets in the way of AI most?" in phone.reads("/room")
    phone.post("/room/barriers", {"order": "dust price height"})
    assert "The decision map is open" in phone.reads("/room")
    assert 'href="/room/barriers"' in phone.get("/room").text


HOSTILE = "<script>alert(1)</script> =1+1 \u202egnp"


def test_evidence_is_stored_beside_a_document_and_shown_as_text(database: Database) -> None:
    shop = open_workshop(database)
    phone, who = a_phone(shop)
    shop.act("start")
    sent = {"code": "ABC-1", "level": "4", "backing": "document", "evidence": f"  {HOSTILE}\n"}
    assert phone.post("/room/answer", sent, script=True).json() == SAVED
    assert stored(shop, who).responses["ABC-1"].evidence == HOSTILE
    page = phone.get("/room/q/ABC-1").text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; =1+1" in page
    long = phone.post("/room/answer", sent | {"evidence": "x" * 201}, script=True)
    assert "at most 200 characters; this one has 201" in long.json()["problem"]
    assert stored(shop, who).responses["ABC-1"].evidence == HOSTILE
    phone.post("/room/answer", sent | {"backing": "opinion"}, script=True)
    assert stored(shop, who).responses["ABC-1"].evidence is None


def test_a_closed_room_takes_nothing_more(sqlite_database: Database) -> None:
    shop = open_workshop(sqlite_database)
    phone, _ = a_phone(shop)
    shop.act("close")
    for path, fields in (
        ("/room/answer", {"code": "ABC-1", "level": "3"}),
        ("/room/activity", {"code": "ACT-1", "level": "3"}),
        ("/room/decision", {"code": "buy_shelf", "role": "CEO"}),
        ("/room/ranking", {"order": "speed"}),
    ):
        assert phone.post(path, fields, script=True).status_code == 409
        assert "The workshop is over" in words_of(phone.post(path, fields))
    assert "The workshop is over" in phone.reads("/room/activity")


def test_somebody_in_no_room_can_answer_nothing(sqlite_database: Database) -> None:
    phone = Phone(an_app(an_installation(sqlite_database)))
    answer = phone.answers("ABC-1", 3)
    assert (answer.status_code, answer.json()["stale"]) == (404, True)
    assert "Join a room" in words_of(phone.post("/room/answer", {"code": "ABC-1", "level": "3"}))
    assert phone.post("/room/code").status_code == 404


def test_another_site_cannot_answer_for_anybody(sqlite_database: Database) -> None:
    shop = open_workshop(sqlite_database)
    phone, who = a_phone(shop)
    shop.act("start")
    fields = {"code": "ABC-1", "level": "1"}
    assert phone.post("/room/answer", fields, Origin="http://evil.example").status_code == 403
    assert phone.post("/room/leave", {}, Origin="null").status_code == 403
    assert not stored(shop, who).responses


def test_a_request_that_is_too_long_or_no_form_is_refused(sqlite_database: Database) -> None:
    shop = open_workshop(sqlite_database)
    phone, _ = a_phone(shop)
    shop.act("start")
    for fields in ({"note": "x" * 40_000}, {f"n{number}": "x" for number in range(50)}):
        answer = phone.post("/room/answer", {"code": "ABC-1", "level": "3", **fields}, script=True)
        assert answer.status_code == 422
        assert not answer.json()["stale"]


FIELDS = st.dictionaries(
    st.sampled_from(
        ["code", "round", "level", "kind", "backing", "note", "reason", "role", "order", "prediction"]
    ),
    st.sampled_from(["ABC-1", "1", "2", "3", "²", "9" * 400, "scored", "not_applicable", "buy_shelf"])
    | st.text(max_size=30),
)


@pytest.fixture
def standing(sqlite_database: Database) -> tuple[Shop, Phone]:
    """One room and one phone for all examples: what one of them stores, the next may replace."""
    shop = open_workshop(sqlite_database)
    phone, _ = a_phone(shop)
    shop.act("start")
    return shop, phone


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    path=st.sampled_from(["answer", "predict", "activity", "decision", "ranking", "barriers"]), fields=FIELDS
)
def test_whatever_is_sent_is_stored_or_refused_in_words(
    standing: tuple[Shop, Phone], path: str, fields: dict[str, str]
) -> None:
    shop, phone = standing
    said = phone.post(f"/room/{path}", fields, script=True)
    assert said.status_code in (200, 409, 422)
    assert said.json() == SAVED or said.json()["problem"].endswith(".")
    assert phone.post(f"/room/{path}", fields).status_code in (303, 409, 422)
    assert joining.participant_of(shop.inst, phone.token) is not None
