"""Who owns what: chosen in place, checked in the same run, with what was said in the vote beside it."""

from services.core.installation import Installation
from services.plan import decisions, ownership, roadmap
from tests import prepare
from tests.ui.filled import answered, everywhere, imported, owned_by
from tests.ui.visit import Visit

VOTED = [
    {"decisions": {"order_parts": "OWNER", "refuse_repair": role}} for role in ("BENCH", "OWNER", "nobody")
]


def at_owners(inst: Installation) -> Visit:
    visit = answered(inst, everywhere(3))
    visit.open("plan-owners")
    return visit


def test_before_anybody_is_named_nothing_warns_and_each_decision_says_what_it_is(inst: Installation) -> None:
    visit = at_owners(inst)
    assert visit.heading == "Who owns what"
    assert "Nobody is named yet." in visit.text
    assert "The one whose yes sends the order to the supplier." in visit.text
    assert "Name one role" not in visit.text
    assert "Add use cases under Value" in visit.text


def test_a_role_chosen_is_stored_and_the_checks_react_in_the_same_run(inst: Installation) -> None:
    visit = at_owners(inst)
    visit.app.selectbox(key="owners_order_parts_accountable").select("OWNER")
    visit.run()
    assert "Saved" in visit.text
    found = roadmap.plan_of(inst, owned_by(inst, visit)).ownership
    assert {code: owners.accountable for code, owners in found.decisions.items()} == {"order_parts": "OWNER"}
    assert "Nobody answers for “Who turns a repair away?”. Name one role." in visit.text
    assert "Technology answers for nothing here." in visit.text


def test_two_names_in_one_field_and_all_of_us_are_nobody_in_particular(inst: Installation) -> None:
    visit = at_owners(inst)
    for role in ("Owner and Counter", "all of us"):
        ownership.change_owners(inst, owned_by(inst, visit), "order_parts", {"accountable": role})
        visit.open("plan-owners")
        assert f"“{role}” is entered for “Who orders parts?”, which is nobody in particular." in visit.text


def test_an_owner_who_left_is_asked_about(inst: Installation) -> None:
    visit = at_owners(inst)
    ownership.change_owners(inst, owned_by(inst, visit), "order_parts", {"accountable": "Aunt May"})
    visit.open("plan-owners")
    assert "Nobody here has the role “Aunt May”." in visit.text


def test_a_name_that_looks_like_markup_is_shown_as_it_is(inst: Installation) -> None:
    visit = at_owners(inst)
    ownership.change_owners(inst, owned_by(inst, visit), "order_parts", {"accountable": "**<b>Ltd</b>"})
    visit.open("plan-owners")
    assert "Nobody here has the role “**<b>Ltd</b>”" in visit.text


def test_who_does_it_and_who_is_told_opens_for_one_decision_at_a_time(inst: Installation) -> None:
    visit = at_owners(inst)
    assert len(visit.app.multiselect) == 0
    visit.press("Choose who does it, who is asked and who is told")
    visit.app.multiselect(key="owners_order_parts_consulted").set_value(["SALES"])
    visit.run()
    visit.app.multiselect(key="owners_order_parts_informed").set_value(["BENCH", "SALES"])
    visit.run()
    assert "Asked before: Counter. Told after: Head of the workshop; Counter." in visit.text
    visit.press("Close")
    assert len(visit.app.multiselect) == 0


def test_what_the_vote_settled_is_taken_over_by_one_tap_and_the_collision_stands_beside_it(
    inst: Installation,
) -> None:
    visit = imported(inst, "open", "bbt", extra=VOTED)
    visit.open("plan-owners")
    assert "Your votes: Owner, named by 3 of 3." in visit.text
    assert "Claimed by several" in visit.text
    visit.press("Use the most-named role for one decision")
    found = roadmap.plan_of(inst, owned_by(inst, visit)).ownership
    assert {code: owners.accountable for code, owners in found.decisions.items()} == {"order_parts": "OWNER"}
    assert "Use the most-named role" not in visit.text


def test_what_too_few_said_stays_hidden(inst: Installation) -> None:
    visit = imported(inst, "team", "bt", extra=VOTED[:2])
    visit.open("plan-owners")
    assert "Your votes" not in visit.text
    assert "Use the most-named role" not in visit.text


def test_one_person_alone_reads_their_own_word(inst: Installation) -> None:
    visit = answered(inst, everywhere(3))
    decisions.save_decision(inst, owned_by(inst, visit), "order_parts", "nobody")
    visit.open("plan-owners")
    assert "Your votes: You named: Nobody." in visit.text


def test_whoever_gains_from_a_use_case_should_not_accept_its_risk(inst: Installation) -> None:
    visit = answered(inst, everywhere(3))
    prepare.use_cases(
        inst, owned_by(inst, visit), [{"name": "Repair forecast", "lever": "cost", "owner": "OWNER"}]
    )
    visit.open("plan-owners")
    visit.press("Repair forecast")
    assert "Nobody accepts the risk of “Repair forecast”." in visit.text
    visit.choose("Accepts the risk", "OWNER")
    assert "Owner answers for the result of “Repair forecast” and accepts its risk." in visit.text
    found = roadmap.plan_of(inst, owned_by(inst, visit)).ownership.use_cases["Repair forecast"]
    assert (found.accountable, found.risk_owner) == ("OWNER", "OWNER")


def test_many_use_cases_come_ten_at_a_time(inst: Installation) -> None:
    visit = answered(inst, everywhere(3))
    lines = [{"name": f"Use {number}", "lever": "cost"} for number in range(25)]
    prepare.use_cases(inst, owned_by(inst, visit), lines)
    visit.open("plan-owners")
    assert "1 to 10 of 25" in visit.text
    visit.press("Next")
    visit.press("Next")
    assert "21 to 25 of 25" in visit.text
    assert len([words for words in visit.buttons if words.startswith("Use ")]) == 5
    visit.press("Back")
    assert "11 to 20 of 25" in visit.text
