"""One workshop through every phase: what may be done, what is shown and what may be sent is what the table says."""

import re
from datetime import UTC, datetime

import pytest

from assessment.answers.records import Commitment
from assessment.errors import RefusedInput
from assessment.workshop.phases import PHASES, Action
from services.workshop import facilitation
from storage.db.database import Database
from storage.repositories import plan_parts
from tests.web.phone.phones import Phone, an_app, open_workshop
from tests.workshops import Shop
from web.phone import phase_screens

STEPS: tuple[Action | None, ...] = (
    None, "start", "reveal", "vote_again", "reveal", "agree", "overview", "decisions", "commitments", "close",
)  # fmt: skip


@pytest.fixture
def shop(sqlite_database: Database) -> Shop:
    return open_workshop(sqlite_database, "pillar", privacy="open")


def step(shop: Shop, action: Action | None) -> None:
    if action == "agree":
        shop.agree(3)
    elif action is not None:
        shop.act(action)


def test_a_workshop_led_through_every_phase_keeps_to_the_table(shop: Shop) -> None:
    phone, seen = Phone(an_app(shop.inst)), set()
    phone.joins(shop)
    practices = shop.inst.instrument.practices
    for action in STEPS:
        step(shop, action)
        view = shop.view
        rules = PHASES[view.phase]
        seen.add(view.phase)
        assert set(view.actions) <= set(rules.moves)
        for code in view.open_codes:
            assert phone.answers(code, 3, view.round).status_code == 200
        for refused in set(practices) - set(view.open_codes):
            assert phone.answers(refused, 3, view.round).status_code == 409
        assert bool(view.open_codes) <= bool(rules.votes)
        assert (view.first is not None) == rules.shows_votes
        assert (view.agreed is not None) == rules.shows_agreed
        assert (view.standing is not None) == rules.shows_standing
        ranking = phone.post("/room/ranking", {"order": shop.inst.instrument.outcomes[0].code}, script=True)
        assert ranking.status_code == (409 if rules.stage == "after" else 200)
        assert phone.reads("/room")
        assert phase_screens.line(view, shop.inst.instrument)
        if rules.stage == "after":
            with pytest.raises(RefusedInput, match="This room is closed"):
                facilitation.open_room(shop.inst, shop.owned, datetime.now(UTC))
    assert seen == set(PHASES)


def test_a_phone_says_what_was_agreed_and_who_took_it_on_and_marks_what_falls_to_its_holder(
    shop: Shop,
) -> None:
    ann, bob = Phone(an_app(shop.inst)), Phone(an_app(shop.inst))
    ann.joins(shop, "COO", name="Ann")
    bob.joins(shop, "CIO", name="Bob")
    titles, practices = shop.inst.instrument.function_titles, shop.inst.instrument.practices
    shop.act("start")
    code = str(shop.view.code)
    ann.answers(code, 3)
    bob.answers(code, 3)
    shop.act("reveal")
    assert "Agreed" not in ann.reads("/room")
    shop.agree(3, owner="COO")
    assert f"3 · {practices[code].situation(3)} Owner: {titles['COO']}" in ann.reads("/room")
    shop.act("commitments")
    before = data_step(bob)
    made = [
        Commitment(text="Ask <b>everybody</b>", owner="CIO", due="2027-03-01", metric="Answers"),
        Commitment(move="ABC-1:2", owner="COO"),
        Commitment(text="Given up", owner="CIO", status="dropped"),
    ]
    with shop.inst.database.writing() as unit:
        plan_parts.replace(unit, shop.owned.assessment_id, plan_parts.COMMITMENTS, made)
    assert data_step(bob) != before, "an open page is drawn again"
    assert data_step(bob).split(".")[0] == before.split(".")[0]
    said = f"Ask <b>everybody</b> {titles['CIO']} · by 1 March 2027 · Answers"
    other = practices["ABC-1"].move(2).title
    assert f"{said} · your function {other} {titles['COO']} Agreed levels" in bob.reads("/room")
    assert f"{said} {other} {titles['COO']} · your function" in ann.reads("/room")
    assert "Given up" not in bob.reads("/room")
    shop.act("close")
    assert said in ann.reads("/room")


def data_step(phone: Phone) -> str:
    """Which step of the room the page is drawn at."""
    return re.findall(r'data-step="([^"]*)"', phone.get("/room").text)[0]
