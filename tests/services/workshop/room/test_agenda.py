"""What a room talks about says no more about the answers than may be shown."""

from datetime import UTC, datetime

from assessment.answers.records import Assessment, Organisation, Respondent
from assessment.instrument.model import Camp
from assessment.workshop.room import Room
from services.workshop.room.agenda import with_agenda
from storage.repositories.rooms import RoomRecord
from tests.toy import Answer, toy_instrument, toy_respondent

TOY = toy_instrument()
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
BASE: dict[str, Answer] = dict.fromkeys(TOY.practices, 3)


def person(number: int, camp: Camp, **given: int) -> Respondent:
    answers = BASE | {code.replace("_", "-"): level for code, level in given.items()}
    return toy_respondent(f"r{number}", camp, answers)


def talked_about(*people: Respondent) -> list[str]:
    """The codes of the agenda, in its order."""
    assessment = Assessment(
        instrument=TOY.code,
        edition=TOY.edition,
        organisation=Organisation(name="Kestrel"),
        respondents=list(people),
    )
    room = with_agenda(TOY, assessment, RoomRecord("a", Room("prepared", 60), 1, 1), NOW)
    return [entry.code for entry in room.agenda]


def test_where_the_sides_are_large_enough_the_distance_decides() -> None:
    business = [person(n, "business", DEF_3=5, ABC_1=2) for n in (1, 2)]
    technology = [person(n, "technology", DEF_3=1, ABC_1=2) for n in (3, 4)]
    assert talked_about(*business, *technology)[0] == "DEF-3"


def test_while_one_side_is_one_person_no_distance_decides_what_is_talked_about() -> None:
    # The same values of all practices, from answers that lie together and from answers that lie apart.
    technology = person(3, "technology")
    together = [person(n, "business", ABC_1=2, DEF_3=3) for n in (1, 2)]
    apart = [person(1, "business", ABC_1=2, DEF_3=5), person(2, "business", ABC_1=2, DEF_3=1)]
    agendas = [talked_about(*business, technology) for business in (together, apart)]
    assert agendas[0] == agendas[1]
    assert agendas[0][0] == "ABC-1"  # it holds the level
    assert "DEF-3" not in agendas[0]
