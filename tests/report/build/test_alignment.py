"""Agreement in the report: what several leaders see, and what the privacy mode keeps back."""

from datetime import date
from typing import Any

import pytest

from assessment.answers.records import Agreed, Assessment, Organisation, Privacy, Respondent, Response
from assessment.instrument.model import Camp
from report.build.report import build_report
from report.model.alignment import Alignment
from report.text.alignment.sentences import (
    decision_sentence,
    distance_sentence,
    gaps_sentence,
    headline_sentence,
    levels_in_words,
    pattern_sentence,
    within_one,
)
from tests.toy import toy_instrument, toy_respondent
from tests.words import WITHHELD

TOY = toy_instrument()
CODES = list(TOY.practices)
PREDICTED = next(code for code, practice in TOY.practices.items() if practice.predict)


def leader(number: int, camp: Camp, level: int, **others: int | str) -> Respondent:
    levels = dict.fromkeys(CODES, level) | {code.replace("_", "-"): value for code, value in others.items()}
    return toy_respondent(f"r{number}", camp, levels)


def found(*people: Respondent, privacy: Privacy = "by_camp", **more: Any) -> Alignment | None:
    data = Assessment(
        instrument=TOY.code,
        edition=TOY.edition,
        organisation=Organisation(name="Kestrel"),
        privacy=privacy,
        respondents=list(people),
        **more,
    )
    return build_report(TOY, data, date(2026, 11, 22)).alignment


def room(business: list[int], technology: list[int]) -> list[Respondent]:
    sides: list[tuple[Camp, int]] = [("business", n) for n in business]
    sides += [("technology", n) for n in technology]
    return [leader(number, camp, level) for number, (camp, level) in enumerate(sides)]


def test_one_person_alone_has_nobody_to_agree_with() -> None:
    assert found(*room([3], [])) is None


def test_a_room_that_differs_by_side_is_told_the_distance_the_direction_and_the_chance() -> None:
    alignment = found(*room([4, 4, 4], [2, 2]))
    assert alignment is not None
    assert alignment.deviation == pytest.approx(0.8)
    assert alignment.word == "mixed"
    assert alignment.gaps is not None
    assert (alignment.gaps.counted, len(alignment.practices)) == (len(CODES), len(CODES))
    assert "0.8 levels" in distance_sentence(alignment)
    assert (pattern_sentence(alignment) or "").startswith("Business answers higher on ")
    assert (gaps_sentence(alignment) or "").startswith("Eleven questions differ by a level or more")
    first = alignment.practices[0]
    assert first.difference is not None
    assert first.difference.flag == "clear"
    assert first.prompt == first.practice.discussion.business_higher
    assert within_one(first) == "3 of 5"
    one_apart = found(*room([3, 3], [3, 5]))
    assert one_apart is not None
    assert {p.within_one for p in one_apart.practices} == {None}
    assert within_one(one_apart.practices[0]) == "–"


def test_practices_stand_by_the_size_of_the_difference() -> None:
    people = [leader(0, "business", 3, DEF_2=5), leader(1, "business", 3, DEF_2=5)]
    people += [leader(2, "technology", 3, GHI_1=4), leader(3, "technology", 3, GHI_1=4)]
    alignment = found(*people)
    assert alignment is not None
    assert [p.practice.code for p in alignment.practices[:2]] == ["DEF-2", "GHI-1"]
    assert alignment.practices[1].prompt == alignment.practices[1].practice.discussion.technology_higher
    assert alignment.practices[2].prompt is None


@pytest.mark.parametrize(
    ("privacy", "business", "technology", "sides"),
    [
        ("open", [4], [2], True),
        ("by_camp", [4, 4], [2], False),
        ("by_camp", [4, 4], [2, 2], True),
        ("team", [4, 4, 4], [2, 2, 2], False),
    ],
)
def test_sides_are_shown_only_where_the_mode_allows(
    privacy: Privacy, business: list[int], technology: list[int], sides: bool
) -> None:
    alignment = found(*room(business, technology), privacy=privacy)
    assert alignment is not None
    assert alignment.sides == sides
    assert all((p.difference is not None) == sides for p in alignment.practices)
    assert all((p.business is not None) == sides for p in alignment.practices)
    assert (pattern_sentence(alignment) is not None) == sides
    assert all((s.difference is not None) == sides for s in alignment.sections)


def test_below_three_people_the_team_mode_says_nothing() -> None:
    assert found(*room([4], [2]), privacy="team") is None


def test_a_practice_that_too_few_answered_is_left_out() -> None:
    people = room([3, 3], [3, 3])
    for number in range(3):
        camp: Camp = "business" if number < 2 else "technology"
        people[number] = leader(number, camp, 3, ABC_1="?")
    alignment = found(*people)
    assert alignment is not None
    codes = [p.practice.code for p in alignment.practices]
    assert "ABC-1" not in codes
    assert "ABC-2" in codes


@pytest.mark.parametrize(
    ("privacy", "business", "technology"), [("by_camp", [4, 5], [1]), ("team", [5, 4, 4], [1])]
)
def test_while_one_side_is_one_person_no_single_spread_is_told(
    privacy: Privacy, business: list[int], technology: list[int]
) -> None:
    alignment = found(*room(business, technology), privacy=privacy)
    assert alignment is not None
    assert alignment.practices == ()
    assert alignment.deviation is None
    assert {section.deviation for section in alignment.sections} == {None}
    assert headline_sentence(alignment) == WITHHELD


def test_a_hidden_disagreement_is_found_only_when_enough_people_predicted() -> None:
    people = room([4, 4], [2, 2])

    def expecting(numbers: set[int]) -> list[Respondent]:
        return [
            r.model_copy(update={"predictions": {PREDICTED: 4 if r.camp == "business" else 2}})
            if n in numbers
            else r
            for n, r in enumerate(people)
        ]

    everybody = found(*expecting({0, 1, 2, 3}))
    assert everybody is not None
    assert [p.practice.code for p in everybody.hidden] == [PREDICTED]
    alone = found(*expecting({0}))
    assert alone is not None
    assert alone.hidden == ()


def test_decisions_are_told_with_their_share_and_collisions_are_picked_out() -> None:
    code = TOY.decisions[0].code

    def naming(*roles: str | None) -> Alignment:
        people = [
            r.model_copy(update={"decisions": {code: role} if role else {}})
            for r, role in zip(room([3, 3], [3, 3]), roles, strict=True)
        ]
        alignment = found(*people)
        assert alignment is not None
        return alignment

    settled = naming("COO", "COO", "COO", "COO")
    assert decision_sentence(settled.decisions[0]).endswith("named by 4 of 4.")
    assert settled.collisions == ()
    but_one = naming("COO", "COO", "COO", "nobody")
    assert decision_sentence(but_one.decisions[0]).endswith("named by more than half.")
    assert but_one.decisions[0].named is None
    single = naming("COO", "CIO", "nobody", "CFO")
    assert (single.decisions[0].role, decision_sentence(single.decisions[0])) == (None, "Claimed by several.")
    orphan = naming("COO", "nobody", "dont_know", "CIO")
    assert [d.code for d in orphan.collisions] == [code]
    assert decision_sentence(orphan.collisions[0]).startswith("No owner, or nobody knows who")
    several = naming("COO", "COO", "CIO", "CIO")
    assert decision_sentence(several.collisions[0]).startswith("Claimed by several")
    assert naming("COO", None, None, None).decisions == ()


def test_the_ledger_says_what_became_of_the_spread() -> None:
    people = [
        r.model_copy(update={"second_vote": {"ABC-1": Response(kind="scored", level=3)}})
        for r in room([4, 4], [2, 2])
    ]
    alignment = found(*people, agreed={"ABC-1": Agreed(level=3)})
    assert alignment is not None
    entry = next(p.ledger for p in alignment.practices if p.practice.code == "ABC-1")
    assert entry is not None
    assert (entry.first, entry.second, entry.agreed) == (1, 0, 3)
    half = [people[0], *(r.model_copy(update={"second_vote": {}}) for r in people[1:])]
    cut = found(*half, agreed={"ABC-1": Agreed(level=3)})
    assert cut is not None
    entry = next(p.ledger for p in cut.practices if p.practice.code == "ABC-1")
    assert entry is not None
    assert (entry.first, entry.second) == (1, None), "the second vote of one person is not in it"


def test_levels_are_worded_with_one_decimal_at_most() -> None:
    assert levels_in_words(0.44) == "0.4 levels"
    assert levels_in_words(1.25) == "1.2 levels"


def test_a_unanimous_room_is_told_so() -> None:
    alignment = found(*room([3, 3, 3], [3, 3]))
    assert alignment is not None
    assert headline_sentence(alignment).startswith("Your leaders gave the same answer to every question.")
    assert "less than half a level in every section" in headline_sentence(alignment)
