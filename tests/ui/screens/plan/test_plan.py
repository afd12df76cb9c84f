"""Plan: what to close first, the cheapest way, efforts edited in place, a budget, and what if."""

from assessment.amounts import amount_text
from services.core.installation import Installation
from services.plan import roadmap
from tests.ui.filled import answered, everywhere, imported, owned_by
from tests.ui.visit import Visit

APART = [
    {"ALP-1": 5, "ALP-2": 2, "ALP-3": 2, "BET-1": 2, "BET-2": 2},
    {"ALP-1": 4, "ALP-2": 2, "ALP-3": 2, "BET-1": 2, "BET-2": 2},
    {"ALP-1": 1, "ALP-2": 2, "ALP-3": 2, "BET-1": 2, "BET-2": 2},
    {"ALP-1": 2, "ALP-2": 2, "ALP-3": 2, "BET-1": 2, "BET-2": 2},
]


def at_plan(visit: Visit) -> Visit:
    visit.open("plan")
    return visit


def test_one_person_alone_sees_what_holds_the_level_and_what_it_costs(inst: Installation) -> None:
    visit = at_plan(answered(inst, everywhere(2) | {"ALP-1": 1}))
    assert "One person answered, so there is no gap between leaders yet" in visit.text
    practice = inst.instrument.practices["ALP-1"]
    assert practice.title in visit.text
    assert f"{practice.move(2).title}: about" in visit.text
    assert "Least effort to level 2: one move" in visit.text
    assert "no other set of moves needs less effort" in visit.text


def test_what_is_not_known_is_to_be_asked_before_it_is_moved(inst: Installation) -> None:
    visit = at_plan(answered(inst, everywhere(2) | {"ALP-1": {"kind": "dont_know"}}))
    practice = inst.instrument.practices["ALP-1"]
    assert "Not known. It counts as level 1 until someone can say." in visit.text
    assert f"Ask {inst.instrument.function_titles[practice.ask]} first" in visit.text
    assert practice.situation(1) not in visit.text.partition("The cheapest way")[0]


def test_a_gap_says_what_each_side_said_and_what_settles_it(inst: Installation) -> None:
    visit = at_plan(imported(inst, "by_camp", "bbtt", APART))
    practice = inst.instrument.practices["ALP-1"]
    for words in (
        "One gap to close first",
        "Business 3.0 levels higher",
        f"4.5 on average, so level 4: {practice.situation(4)}",
        practice.discussion.business_higher,
        practice.evidence,
        "How this order is calculated",
        "by hand: 100 × 0.7500 ×",
    ):
        assert words in visit.text


def test_sides_that_may_not_be_shown_are_not_named(inst: Installation) -> None:
    visit = at_plan(imported(inst, "team", "bbtt", APART))
    assert "Individual answers are not shown" in visit.text
    assert "Business said" not in visit.text
    visit = at_plan(imported(inst, "by_camp", "bbt", APART[:3]))
    assert "Not shown, so that nobody’s answer can be worked out." in visit.text
    assert "Least effort to level" in visit.text


def effort(visit: Visit, weeks: float | None) -> None:
    """Types the effort of the one move of the path."""
    visit.app.text_input(key="plan_effort_ALP-1:2_effort").set_value(amount_text(weeks))
    visit.run()


def test_a_withheld_result_has_no_plan(inst: Installation) -> None:
    visit = at_plan(imported(inst, "team", "bt"))
    assert visit.heading == "Not shown, so that nobody’s answer can be worked out."
    assert "cheapest" not in visit.text


def test_before_the_first_answer_the_plan_says_where_it_begins(inst: Installation) -> None:
    visit = at_plan(answered(inst, {}))
    assert visit.heading == "Answer a question to start the plan"


def test_without_a_level_the_reason_is_said(inst: Installation) -> None:
    visit = at_plan(answered(inst, {"ALP-1": 2}))
    assert "There is no level yet, so there is no path to the next." in visit.text


def test_another_level_is_stored_and_the_path_leads_there(inst: Installation) -> None:
    visit = at_plan(answered(inst, everywhere(2)))
    visit.choose("Target level", 4)  # type: ignore[arg-type]
    assert "Least effort to level 4" in visit.text
    assert "Saved" in visit.text
    assert roadmap.plan_of(inst, owned_by(inst, visit)).roadmap.target == 4
    visit.choose("Target level", 2)  # type: ignore[arg-type]
    assert "Level 2 is reached: you describe level 2. Choose a higher one." in visit.text


def test_at_the_highest_level_there_is_nothing_to_improve(inst: Installation) -> None:
    visit = at_plan(answered(inst, everywhere(5, "number")))
    assert "Level 5 is reached, the highest." in visit.text


def test_an_edited_effort_says_whose_it_is_and_emptied_it_is_our_estimate_again(inst: Installation) -> None:
    visit = answered(inst, everywhere(2) | {"ALP-1": 1})
    owned, estimate = owned_by(inst, visit), inst.instrument.practices["ALP-1"].move(2).effort
    visit.open("plan")
    effort(visit, estimate + 6.5)
    assert roadmap.plan_of(inst, owned).planned("ALP-1:2").effort == estimate + 6.5
    assert "The efforts are yours." in visit.text
    assert f"one move, about {estimate + 6.5} person-weeks" in visit.text
    assert f"our estimate: {estimate:g}" in visit.text
    effort(visit, None)
    assert roadmap.plan_of(inst, owned).planned("ALP-1:2").effort is None
    assert "The efforts are our estimates." in visit.text
    assert visit.app.text_input(key="plan_effort_ALP-1:2_effort").value == amount_text(estimate)


def test_an_effort_that_nobody_can_have_stays_typed_and_is_answered_in_its_place(inst: Installation) -> None:
    visit = at_plan(answered(inst, everywhere(2) | {"ALP-1": 1}))
    effort(visit, -3)
    assert "This needs 0 to 1,000 person-weeks for “effort”. Nothing was stored yet" in visit.text
    assert visit.app.text_input(key="plan_effort_ALP-1:2_effort").value == "−3"
    assert "The efforts are our estimates." in visit.text
    assert roadmap.plan_of(inst, owned_by(inst, visit)).planned("ALP-1:2").effort is None
    effort(visit, 3)
    assert "Nothing was stored yet" not in visit.text
    assert "Saved" in visit.text


def test_an_effort_changed_elsewhere_meanwhile_stands_and_is_shown(inst: Installation) -> None:
    visit = at_plan(answered(inst, everywhere(2) | {"ALP-1": 1}))
    owned = owned_by(inst, visit)
    roadmap.save_roadmap_move(inst, owned, "ALP-1:2", {"effort": 7})
    effort(visit, 9)
    assert "Someone else changed “effort” to 7. Yours was not stored: 9." in visit.text
    assert roadmap.plan_of(inst, owned).planned("ALP-1:2").effort == 7
    assert visit.app.text_input(key="plan_effort_ALP-1:2_effort").value == "7"
    effort(visit, 9)
    assert roadmap.plan_of(inst, owned).planned("ALP-1:2").effort == 9


def test_a_budget_says_what_it_reaches(inst: Installation) -> None:
    visit = at_plan(answered(inst, everywhere(2) | {"ALP-1": 1}))
    visit.app.text_input(key="plan_budget").set_value("200")
    visit.run()
    assert "With 200 person-weeks you reach level 5" in visit.text
    visit.app.text_input(key="plan_budget").set_value("0")
    visit.run()
    assert "0 person-weeks is not enough for any move." in visit.text
    visit.app.text_input(key="plan_budget").set_value("-5")
    visit.run()
    assert "Enter a budget between 0 and 1,000 person-weeks." in visit.text
    assert "is not enough for any move" not in visit.text


def test_what_if_shows_level_and_path_before_and_after_and_stores_nothing(inst: Installation) -> None:
    visit = at_plan(answered(inst, everywhere(2) | {"ALP-1": 1}))
    title = inst.instrument.practices["ALP-1"].title
    assert f"With “{title}” at level 2 you would describe level 2 instead of 1." in visit.text
    visit.choose("New level", 1)  # type: ignore[arg-type]
    assert "the level stays at 1, and the path needs the same effort" in visit.text
    assert roadmap.plan_of(inst, owned_by(inst, visit)).roadmap.moves == []


def test_the_results_lead_to_the_plan(inst: Installation) -> None:
    visit = answered(inst, everywhere(2))
    visit.open("results")
    assert "Least effort to level 3" in visit.text
    assert "Change the target level or an effort" in visit.links


def test_where_nothing_is_left_to_improve_the_roadmap_does_not_ask_to_aim_higher(inst: Installation) -> None:
    visit = answered(inst, everywhere(5))
    visit.open("plan-roadmap")
    assert "Level 5 is the highest level. Add moves to keep it." in visit.text
    assert "Aim higher" not in visit.text
