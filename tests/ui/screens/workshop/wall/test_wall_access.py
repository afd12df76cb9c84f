"""Who may look at a wall, which room it shows, and that nothing written there is read as markup."""

from datetime import UTC, datetime

import pytest

from assessment.answers.records import Organisation
from services.assessments import owner
from services.core import identity
from services.core.installation import Installation
from services.workshop import facilitation
from services.workshop.join import leaving
from services.workshop.join.codes import grouped
from tests import prepare
from tests.reports import AS_OF
from tests.ui.filled import answered
from tests.ui.screens.workshop.walls import Wall, a_wall
from tests.ui.visit import Visit

HOSTILE = '<b>Acme</b> & "Sons" **Ltd** <script>alert(1)</script>'


def test_a_stranger_sees_nothing_of_the_room(inst: Installation) -> None:
    wall = a_wall(inst)
    stranger = Visit(screen="wall")
    assert stranger.heading == "No assessment is open in this browser"
    assert grouped(wall.code) not in stranger.text


def test_an_assessment_without_a_room_says_so_with_a_way_on(inst: Installation) -> None:
    visit = answered(inst, {})
    visit.open("wall")
    assert visit.heading == "This assessment has no room"
    assert visit.links == ["Go to the home page", "See the results"]


def test_who_takes_part_sees_the_same_wall(inst: Installation) -> None:
    wall = a_wall(inst, way="pillar")
    wall.join("bb")
    wall.act("start")
    taking_part = Wall(inst, wall.owned, wall.tokens[0], wall.code)
    assert taking_part.drawn == wall.drawn


def test_who_was_removed_sees_it_no_longer(inst: Installation) -> None:
    wall = a_wall(inst)
    first, _second = wall.join("bb")
    leaving.remove(inst, wall.owned, first.respondent_id)
    assert Visit(wall.tokens[0], "wall").heading == "No assessment is open in this browser"


def test_taking_part_counts_where_the_own_assessment_has_no_room(inst: Installation) -> None:
    wall = a_wall(inst, name="Harbour Works")
    wall.join("b")
    visit = answered(inst, {})
    visit.open("wall")
    assert visit.heading == "This assessment has no room"
    both = Wall(inst, wall.owned, visit.token, wall.code)
    functions = [f.code for f in inst.instrument.functions if f.camp == "business"]
    prepare.join(
        inst,
        visit.token,
        wall.code,
        "198.51.100.7",
        datetime.now(UTC),
        function=functions[0],
        camp="business",
    )
    assert both.heading == "Harbour Works"


def test_of_several_workshops_the_one_in_front_is_shown(inst: Installation) -> None:
    wall = a_wall(inst, name="The first")
    second = facilitation.set_up(
        inst, wall.token, Organisation(name="The second"), way="ten", minutes=90, privacy="team", today=AS_OF
    )
    assert wall.heading == "The second"
    identity.make_current(inst, wall.token, wall.owned.assessment_id)
    wall.visit = None  # another tab
    assert wall.heading == "The first"
    assert second.owned.assessment_id != wall.owned.assessment_id


def test_after_deletion_the_wall_is_gone(inst: Installation) -> None:
    wall = a_wall(inst)
    owner.erase(inst, wall.owned)
    assert wall.heading == "No assessment is open in this browser"


@pytest.mark.parametrize("phase", ["lobby", "agreed"])
def test_what_people_wrote_is_shown_as_they_wrote_it(inst: Installation, phase: str) -> None:
    wall = a_wall(inst, way="pillar", name=HOSTILE)
    if phase == "agreed":
        people = wall.join("bbtt")
        wall.act("start")
        wall.vote(people, 1, [3, 3, 3, 3])
        wall.act("reveal")
        wall.agree(3, note=HOSTILE, dissent=HOSTILE * 10)
    assert HOSTILE in wall.text
    assert "<script" not in wall.drawn
    assert "<b>Acme" not in wall.drawn
