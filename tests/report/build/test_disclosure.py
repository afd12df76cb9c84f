"""Answers of too few are cut before anything is computed from them."""

from assessment.answers.records import Agreed, Assessment, Organisation, Respondent
from assessment.privacy import Disclosure
from report.build.disclosure import disclosed_answers, with_sides_cut
from scoring import score
from tests.toy import Answer, toy_instrument, toy_respondent

TOY = toy_instrument()
BASE: dict[str, Answer] = {code: 3 for code in TOY.practices if code != "DEF-1"}
"""Everything is answered by everybody but DEF-1."""


def four(*said: Answer | None) -> list[Respondent]:
    """Two of each side; what each says to DEF-1, None for nothing."""
    camps = ("business", "business", "technology", "technology")
    return [
        toy_respondent(f"r{n}", camp, BASE if answer is None else BASE | {"DEF-1": answer})  # type: ignore[arg-type]
        for n, (camp, answer) in enumerate(zip(camps, said, strict=True))
    ]


def assessment(people: list[Respondent], agreed: dict[str, Agreed] | None = None) -> Assessment:
    return Assessment(
        instrument=TOY.code,
        edition=TOY.edition,
        organisation=Organisation(name="Kestrel"),
        respondents=people,
        agreed=agreed or {},
    )


def withheld(*said: Answer | None, agreed: dict[str, Agreed] | None = None) -> tuple[str, ...]:
    asked = assessment(four(*said), agreed)
    return disclosed_answers(TOY, asked, Disclosure.of(asked)).withheld


def test_what_one_alone_answered_or_knows_is_left_out() -> None:
    assert withheld(2, None, None, None) == ("DEF-1",)
    assert withheld(2, "-", "-", None) == ("DEF-1",)
    assert withheld(2, 3, None, None) == ()
    assert withheld("-", "-", None, None) == ()
    assert withheld("?", "?", None, None) == ()
    assert withheld("?", "?", "-", None) == ()


def test_what_is_left_out_is_in_nobodys_answers() -> None:
    asked = assessment(four(2, None, None, None))
    kept = disclosed_answers(TOY, asked, Disclosure.of(asked)).respondents
    assert [set(person.responses) for person in kept] == [set(BASE)] * 4


def test_what_the_room_agreed_on_is_told_whoever_answered() -> None:
    assert withheld(2, None, None, None, agreed={"DEF-1": Agreed(level=3)}) == ()


def test_who_answered_no_question_is_not_among_the_people() -> None:
    silent = toy_respondent("r9", "business", {})
    asked = assessment([*four(2, 2, 2, 2), silent])
    assert "r9" not in {
        person.id for person in disclosed_answers(TOY, asked, Disclosure.of(asked)).respondents
    }


def test_the_sides_of_a_question_are_shown_where_each_is_large_enough() -> None:
    people = four(2, 2, 4, None)
    disclosure = Disclosure.of(assessment(people))
    found = with_sides_cut(TOY, score(TOY, people), people, disclosure)
    assert set(found.practices["DEF-1"].camp_means.values()) == {None}
    assert found.practices["DEF-2"].camp_means == {"business": 3, "technology": 3}
    told = {code: set(pillar.dont_know.values()) == {None} for code, pillar in found.pillars.items()}
    section = next(p.code for p in TOY.pillars if any(item.code == "DEF-1" for item in p.practices))
    assert told == {code: code == section for code in told}
