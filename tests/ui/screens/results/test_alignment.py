"""Results on agreement: where the leaders differ, what may be said of it, and every state."""

import re

from services.assessments import example
from services.core.installation import Installation
from tests.reports import AS_OF
from tests.ui.filled import ALL, answered, everywhere, imported
from tests.ui.visit import Visit, charts
from tests.words import WITHHELD

SECTION = "Where your leaders differ"
APART = [4, 4, 2, 2]
CAMPS = "bbtt"


def words(visit: Visit) -> str:
    """What is read, on one line."""
    visit.open("results")
    return re.sub(r"\s+", " ", visit.text)


def cover(visit: Visit) -> str:
    visit.open("results")
    return next(block.value for block in visit.app.html if "pl-cover" in block.value)


def shown_example(real: Installation) -> Visit:
    visit = Visit()
    example.open_example(real, visit.token, AS_OF)
    return visit


def test_the_cover_says_where_the_leaders_differ(real: Installation) -> None:
    first = cover(shown_example(real))
    assert (
        "Your leaders disagree most on Strategy: typically half a level away from the middle answer." in first
    )
    assert "technology on Operational readiness." in first
    assert "If business is right you are at level 2" in first


def test_the_example_shows_every_part_with_its_finding(real: Installation) -> None:
    text = words(shown_example(real))
    for finding in (
        "Seven questions differ by a level or more between the sides; by chance you would expect about four.",
        "The sides differ most on “The outcomes AI should serve”: business 1.7 levels higher",
        "Strategy: business 0.9 higher",
        "Two hidden disagreements",
        "The sides differ unexpectedly The outcomes AI should serve",
        "Leaders name more than one owner, or none, for four of eight decisions",
        "“I don’t know” is most frequent in business on Operational readiness: 13 % of its answers",
        "The room agreed three levels",
        "Three gaps to close first",
    ):
        assert finding in text


def test_what_is_agreed_stands_beside_what_was_voted(real: Installation) -> None:
    text = words(shown_example(real))
    assert "The outcomes AI should serve 2.8 3 0.8, then 0.2 IT: the teams that build" in text


def test_what_to_settle_first_is_the_list_of_the_plan_with_its_tags(real: Installation) -> None:
    text = words(shown_example(real)).split("Three gaps to close first")[1]
    first = real.instrument.practices["GOV-4"]
    assert f"{first.title}: business 1.0 higher decides the level" in text
    assert first.discussion.business_higher in text
    assert "The outcomes AI should serve: business" not in text


def test_every_number_opens_to_how_it_was_made(real: Installation) -> None:
    text = words(shown_example(real))
    assert "answers 2, 2, 3, 4, 4; middle answer 3; 1 + 1 + 0 + 1 + 1 divided by 5 is 0.80" in text
    assert "technology 2.00 − business 3.67 = −1.67" in text
    assert "All 10 such splits were tried" in text
    assert "on average, 3.5 questions differ by a level or more" in text


def test_both_sides_are_drawn_with_name_and_table(inst: Installation) -> None:
    visit = imported(inst, "by_camp", CAMPS, APART)
    text = words(visit)
    assert any("A level or more apart: Collection day, business 2.0 higher" in name for name in charts(visit))
    assert "Collection day 4.0 2.0 business 2.0 higher 1.0 4 of 4" in text
    assert "Counter: business 2.0 higher" in text


def test_single_answers_stay_hidden_in_how_the_distance_was_made(inst: Installation) -> None:
    text = words(imported(inst, "by_camp", CAMPS, APART))
    assert "“Collection day”: Four people gave a level; the distance is 1.00." in text
    assert "middle answer 3;" not in text


def test_below_five_leaders_only_numbers_are_given(inst: Installation) -> None:
    text = words(imported(inst, "by_camp", CAMPS, APART))
    assert "only the number is given" in text
    assert "by chance you would expect" not in text
    five = words(imported(inst, "by_camp", "bbbtt", [4, 4, 4, 2, 2]))
    assert "Five questions differ by a level or more between the sides" in five
    assert "mixed" in five


def test_withheld_sides_leave_plain_distances_and_the_sentence_once(inst: Installation) -> None:
    visit = imported(inst, "team", "bbtt", [4, 3, 1, 2])
    section = words(visit).split(SECTION)[-1]
    assert section.count(WITHHELD) == 1
    assert "Answers differ most on" in section
    assert "higher" not in section.split("Exposure today")[0]
    assert any("Distances in levels: Collection day, 1.0" in name for name in charts(visit))
    assert not any("apart: " in name for name in charts(visit))


def test_two_people_of_one_side_differ_by_distance_alone(inst: Installation) -> None:
    visit = imported(inst, "by_camp", "bb", [4, 2])
    text = words(visit)
    assert "“Collection day”: Two people gave a level; the distance is 1.00." in text
    assert "2 of 2 within a level" in text
    assert "business 2.0 higher" not in text


def test_while_one_side_is_one_person_the_spread_of_single_questions_is_withheld(inst: Installation) -> None:
    visit = imported(inst, "by_camp", "bbt", [4, 5, 1])
    section = words(visit).split(SECTION)[-1]
    assert WITHHELD in section
    assert "the distance is" not in section
    assert not any("Distances in levels" in name for name in charts(visit))


def test_leaders_who_say_the_same_see_no_chart_of_nothing(inst: Installation) -> None:
    visit = imported(inst, "by_camp", CAMPS, 3)
    text = words(visit)
    assert "Your leaders gave the same answer to every question." in text
    assert len(charts(visit)) == 2
    assert "For the next meeting" not in text


def test_without_decisions_predictions_or_agreements_those_parts_are_absent(inst: Installation) -> None:
    text = words(imported(inst, "by_camp", CAMPS, APART))
    for absent in (
        "hidden disagreement",
        "In the leaders’ eyes",
        "The room agreed",
        "I don’t know” is most",
    ):
        assert absent not in text


def test_a_hidden_disagreement_is_a_tag_on_what_to_settle(inst: Installation) -> None:
    guesses = [{"predictions": {"ALP-1": level}} for level in APART]
    text = words(imported(inst, "by_camp", CAMPS, APART, extra=guesses))
    assert "Collection day: business 2.0 higher hidden disagreement: both sides think they agree" in text
    assert inst.instrument.practices["ALP-1"].discussion.business_higher in text


def test_decisions_nobody_holds_are_told_with_their_share(inst: Installation) -> None:
    said = [{"decisions": {"order_parts": role}} for role in ("nobody", "nobody", "OWNER", "BENCH")]
    text = words(imported(inst, "by_camp", CAMPS, APART, extra=said))
    assert "Leaders name more than one owner, or none, for every decision" in text
    assert "No owner, or nobody knows who: 2 of 4." in text


def test_one_person_alone_sees_nothing_of_it(inst: Installation) -> None:
    visit = answered(inst, everywhere(3, "document"))
    text = words(visit)
    assert SECTION not in text
    assert "Where leaders differ" not in text
    assert "How distance is calculated" not in text


def test_one_side_alone_is_told_so_and_the_other_not_named(inst: Installation) -> None:
    text = words(imported(inst, "by_camp", "bbb", [4, 3, 2]))
    assert "Three people answered, all from business" in text
    assert "no from technology" not in text
    assert "there is nothing to compare" in text


def test_a_withheld_practice_does_not_read_as_unanswered(inst: Installation) -> None:
    """One of four says something about it: too few to be shown, yet not nothing."""
    others = {code: 3 for code in ALL if code != "ALP-1"}
    text = words(imported(inst, "by_camp", CAMPS, [dict.fromkeys(ALL, 3), others, others, others]))
    assert "Not enough answers for a level: 2 of 3 can be shown." in text
    assert "Collection day yes not shown" in text
    assert "no answer yet" not in text
    assert "No answer yet." not in text
    assert "Answer every open question" not in text


def test_what_somebody_calls_things_cannot_become_markup(inst: Installation) -> None:
    agreed = {"ALP-1": {"level": 3, "dissent": "<b>Not me</b>"}}
    visit = imported(inst, "open", CAMPS, APART, agreed=agreed)
    assert "<b>Not me</b>" in words(visit)
    assert "<b>Not me" not in "".join(block.value for block in visit.app.html)


ORDERS = [
    {"ranking": ["joy", "safety", "speed"], "barriers": ["rain"]},
    {"ranking": ["joy", "speed", "safety"], "barriers": ["rain"]},
    {"ranking": ["speed", "safety", "joy"], "barriers": ["money"]},
    {"ranking": ["speed", "joy", "safety"], "barriers": ["money"]},
]


def test_what_each_side_wants_and_what_gets_in_the_way_is_drawn_with_its_table(inst: Installation) -> None:
    visit = imported(inst, "by_camp", CAMPS, APART, extra=ORDERS)
    text = words(visit)
    assert "Business wants “Joy” most, technology “Speed”." in text
    assert "Business puts “Rain” first among the barriers, technology “Money”." in text
    assert "With so few people, treat this as a question, not a finding." in text
    assert any("Order of business: Joy; " in drawn for drawn in charts(visit))
    assert "business 1.5 higher" in text, "the table beside the slope"


def test_an_order_that_one_person_would_give_away_is_withheld(inst: Installation) -> None:
    text = words(imported(inst, "by_camp", CAMPS, APART, extra=[*ORDERS[:3], {}]))
    assert "What AI should bring, by side " + WITHHELD in text
    assert "“Joy”" not in text
