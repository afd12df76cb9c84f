"""One workshop through every phase: what may be done, what is shown and what may be sent is what the table says."""

from datetime import UTC, datetime

import pytest

from assessment.errors import RefusedInput
from assessment.workshop.phases import PHASES, Action
from services.workshop import facilitation
from storage.db.database import Database
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
