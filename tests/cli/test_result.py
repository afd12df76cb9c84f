"""The result of `score --json`: what is shown, what is withheld, and why."""

import json
from typing import Any

import pytest

from assessment.answers.records import Respondent
from assessment.instrument.model import Camp
from report.json.result import result_json
from tests.reports import assert_explained, report_on
from tests.toy import everyone, toy_instrument, toy_respondent
from tests.words import WITHHELD

TOY = toy_instrument()
ALL: dict[str, Any] = dict.fromkeys(TOY.practices, (3, "document"))
ACTIVITY = {f"ACT-{n}": 4 for n in range(1, 5)}


def result(people: list[Respondent], **fields: Any) -> dict[str, Any]:
    found = result_json(report_on(people, TOY, **fields))
    assert_explained(found)
    parsed: dict[str, Any] = json.loads(json.dumps(found, allow_nan=False))
    return parsed


def person(name: str, camp: Camp, **answers: Any) -> Respondent:
    codes = {code.replace("_", "-"): answer for code, answer in answers.items()}
    return toy_respondent(name, camp, ALL | codes, activity=ACTIVITY)


def four(**first: Any) -> list[Respondent]:
    """Two people of each side; the answers named are the first one's only, the others leave them out."""
    codes = {code.replace("_", "-") for code in first}
    others = {code: answer for code, answer in ALL.items() if code not in codes}
    return [
        person("b1", "business", **first),
        toy_respondent("b2", "business", others, activity=ACTIVITY),
        toy_respondent("t1", "technology", others, activity=ACTIVITY),
        toy_respondent("t2", "technology", others, activity=ACTIVITY),
    ]


def test_values_are_the_methods_rounded() -> None:
    found = result(everyone(3, "document"))
    level = found["level"]
    assert (level["described"], level["name"], level["shown"], level["average"]) == (3, "Settled", 3, 3.0)
    assert (found["index"], found["coverage"]) == (50.0, 1.0)
    assert level["backed"] == {"recorded": 11, "evidenced": 11, "of": 11}
    assert level["range"][0] <= 3 <= level["range"][1]
    assert set(level["at_least"]) == {"2", "3", "4", "5"}
    assert found["pillars"]["alpha"]["held_by"] == ["ABC-1", "ABC-2", "mean"]
    assert found["practices"]["ABC-1"] == {
        "state": "scored", "described": 3.0, "shown": 3.0, "level": 3, "agreed": None,
        "average_deviation": 0.0, "difference": 0.0, "delta": 0.0, "flag": None,
    }  # fmt: skip


def test_thirds_keep_three_decimals() -> None:
    people = [person("b1", "business", ABC_1=1), person("b2", "business"), person("b3", "business")]
    assert result(people)["practices"]["ABC-1"]["described"] == 2.333


def test_one_person_alone_sees_the_level_but_no_range_and_no_sides() -> None:
    found = result([person("b1", "business")])
    level = found["level"]
    assert level["described"] == 3
    assert level["range"] is level["label"] is level["variants"] is level["if_business"] is None
    assert "One person answered" in level["withheld"]
    assert WITHHELD not in json.dumps(found, ensure_ascii=False)


def test_without_enough_backing_no_level_could_be_shown_and_the_count_says_why() -> None:
    found = result(everyone(3))
    for part in (found["level"], found["pillars"]["alpha"]):
        assert (part["described"], part["shown"]) == (3, None)
        assert "0 of 11 practices" in part["withheld"]


def test_too_few_answers_are_said_in_the_reports_words() -> None:
    some = {code: 3 for code in TOY.practices if code.startswith("ABC")}
    found = result([toy_respondent("b1", "business", some), toy_respondent("t1", "technology", some)])
    assert found["index"] is None
    assert "Not enough answers" in found["withheld"]
    assert found["level"]["ceiling"] == {"level": 3, "others": 7, "held_by": ["ABC-1", "ABC-2", "mean"]}
    assert found["pillars"]["alpha"]["described"] == 3
    assert found["practices"]["DEF-1"]["withheld"] == "No answer yet."
    assert found["strategy_gap"]["gap"] is None


def test_a_practice_that_does_not_apply_says_so() -> None:
    found = result([person("b1", "business", ABC_3="-"), person("b2", "business", ABC_3="-")])
    practice = found["practices"]["ABC-3"]
    assert (practice["state"], practice["level"]) == ("not_applicable", None)
    assert "Does not apply" in practice["withheld"]


def test_an_answer_only_one_person_gave_is_withheld_with_the_one_sentence() -> None:
    practice = result(four(ABC_3=5))["practices"]["ABC-3"]
    assert practice == {
        "state": "missing", "described": None, "shown": None, "level": None, "withheld": WITHHELD, "agreed": None,
        "average_deviation": None, "difference": None, "delta": None, "flag": None,
    }  # fmt: skip


def test_no_other_figure_depends_on_an_answer_that_is_withheld() -> None:
    results = [result(four(ABC_3=level)) for level in (1, 3, (5, "number"), "?", "-")]
    assert all(found == results[0] for found in results)


def test_an_activity_answer_only_one_person_gave_changes_nothing() -> None:
    def found(level: int) -> dict[str, Any]:
        people = [p.model_copy(update={"activity": {}}) for p in four()]
        return result([people[0].model_copy(update={"activity": {"ACT-1": level}}), *people[1:]])

    assert found(1) == found(5)
    assert found(1)["strategy_gap"]["activity"] is None


def test_a_level_that_rests_on_one_person_is_withheld_though_two_answered() -> None:
    people = four(ABC_3=5)
    people[1] = person("b2", "business", ABC_3="-")
    assert result(people)["practices"]["ABC-3"]["withheld"] == WITHHELD


def test_what_the_room_agreed_is_shown_however_few_had_voted() -> None:
    practice = result(four(ABC_3=4), agreed={"ABC-3": {"level": 4}})["practices"]["ABC-3"]
    assert (practice["agreed"], practice["described"]) == (4, 4.0)


def test_sides_are_shown_from_two_people_each_and_both_or_neither() -> None:
    level = result(everyone(3, "document", business=2, technology=1))["level"]
    assert level["if_business"] is level["if_technology"] is None
    assert level["withheld"] == WITHHELD
    assert result(everyone(3))["level"]["if_technology"] == 3


def test_a_sections_dont_knows_are_withheld_where_one_side_is_one_person() -> None:
    people = everyone(3)
    alpha = {code: r for code, r in people[0].responses.items() if not code.startswith("ABC")}
    found = result([people[0].model_copy(update={"responses": alpha}), *people[1:]])
    assert found["pillars"]["alpha"]["dont_know"] == {
        "business": None,
        "technology": None,
        "withheld": WITHHELD,
    }
    assert found["pillars"]["beta"]["dont_know"] == {"business": 0.0, "technology": 0.0}


@pytest.mark.parametrize("privacy", ["by_camp", "team", "open"])
def test_the_file_is_open_about_single_answers_only_in_open_mode(privacy: str) -> None:
    practice = result(four(ABC_3=5), privacy=privacy)["practices"]["ABC-3"]
    assert (practice["described"] == 5.0) == (privacy == "open")


def test_a_team_of_two_sees_nothing_but_who_answered() -> None:
    found = result(everyone(3, "document", business=1, technology=1), privacy="team")
    assert found["respondents"] == {"business": 1, "technology": 1}
    assert found["withheld"] == WITHHELD
    assert found["coverage"] is found["index"] is None
    assert {v for k, v in found["level"].items() if k != "withheld"} == {None}
    assert {p["withheld"] for p in found["practices"].values()} == {WITHHELD}
    assert found["strategy_gap"]["withheld"] == WITHHELD


def test_a_team_never_sees_sides() -> None:
    found = result(everyone(3), privacy="team")
    assert found["level"]["described"] == 3
    assert found["level"]["if_business"] is None
    assert found["pillars"]["alpha"]["dont_know"]["withheld"] == WITHHELD


def test_nobody_yet_is_a_result_too() -> None:
    found = result([])
    assert found["level"]["described"] is None


def test_two_sides_that_differ_are_told_apart_with_their_expected_count() -> None:
    people = [person(f"b{n}", "business", **dict.fromkeys(("ABC_1", "DEF_1"), 4)) for n in range(3)]
    people += [person(f"t{n}", "technology", **dict.fromkeys(("ABC_1", "DEF_1"), 2)) for n in range(2)]
    found = result(people)
    practice = found["practices"]["ABC-1"]
    assert (practice["average_deviation"], practice["difference"]) == (0.8, -2.0)
    assert (practice["delta"], practice["flag"]) == (-1.0, "clear")
    assert found["agreement"]["gaps_counted"] == 2
    assert 0 < found["agreement"]["gaps_expected"] <= 2
    assert found["pillars"]["alpha"]["difference"] == -0.5


def test_agreement_of_one_person_is_null_with_the_reason() -> None:
    found = result([person("b1", "business")])
    assert found["agreement"]["average_deviation"] is None
    assert "One person answered" in found["agreement"]["withheld"]
    assert "One person answered" in found["pillars"]["alpha"]["withheld"]


def test_no_difference_is_told_where_a_side_is_one_person() -> None:
    people = [person("b1", "business"), person("b2", "business"), person("t1", "technology", ABC_1=1)]
    found = result(people)
    practice = found["practices"]["ABC-1"]
    assert practice["described"] is not None
    assert (practice["average_deviation"], practice["difference"]) == (None, None)
    assert practice["withheld"] == WITHHELD
    assert found["agreement"]["gaps_counted"] is None
