"""Two people at one plan, each at their own screen: who comes second sees what the first has stored, and is told."""

from datetime import date

from services.core.installation import Installation
from services.plan import acceptable_risk, ai_uses, roadmap, use_cases
from tests import prepare
from tests.ui.fields import enters, shown
from tests.ui.filled import answered, everywhere, owned_by
from tests.ui.visit import Visit

THEIRS = "You now see their version"
MOST_LIKELY = "Investment: most likely"
POINTS = (100.0, 200.0, 300.0)


def test_an_estimate_of_somebody_else_is_shown_and_not_overwritten(inst: Installation) -> None:
    mine = answered(inst, everywhere(3))
    owned = owned_by(inst, mine)
    prepare.use_cases(inst, owned, [{"name": "Quotes"}])
    use_cases.save_estimate(inst, owned, "Quotes", "investment", (1.0, 2.0, 3.0))
    mine.open("plan-value")
    use_cases.save_estimate(inst, owned, "Quotes", "investment", POINTS)
    enters(mine, MOST_LIKELY, "2.5")
    assert THEIRS in mine.text
    assert shown(mine, MOST_LIKELY) == "200"
    enters(mine, MOST_LIKELY, "250")
    assert THEIRS not in mine.text
    assert "Saved" in mine.text
    estimate = roadmap.plan_of(inst, owned).use_cases[0].investment
    assert estimate is not None
    assert estimate.likely == 250


def test_odds_and_effort_of_somebody_else_stand(inst: Installation) -> None:
    mine = answered(inst, everywhere(3))
    owned = owned_by(inst, mine)
    prepare.use_cases(inst, owned, [{"name": "Quotes"}])
    mine.open("plan-value")
    use_cases.save_success(inst, owned, "Quotes", 0.5)
    enters(mine, "Chance of success", 90)
    assert THEIRS in mine.text
    assert shown(mine, "Chance of success") == "50"
    use_cases.save_effort(inst, owned, "Quotes", 4)
    enters(mine, "Effort", 9)
    assert shown(mine, "Effort") == "4"
    use = roadmap.plan_of(inst, owned).use_cases[0]
    assert (use.success_probability, use.effort_weeks) == (0.5, 4)


def test_the_first_day_of_somebody_else_stands(inst: Installation) -> None:
    mine = answered(inst, everywhere(2))
    owned = owned_by(inst, mine)
    mine.open("plan-roadmap")
    roadmap.set_start(inst, owned, date(2027, 1, 4))
    mine.app.date_input("road_start").set_value(date(2027, 2, 1))
    mine.run()
    assert THEIRS in mine.text
    assert mine.app.date_input("road_start").value == date(2027, 1, 4)
    assert roadmap.plan_of(inst, owned).start == date(2027, 1, 4)


def test_two_tabs_edit_two_fields_of_the_charter_and_both_stay(inst: Installation) -> None:
    mine = answered(inst, everywhere(3))
    tabs = mine, Visit(mine.token)
    for tab in tabs:
        tab.open("plan-governance")
        tab.choose("Look at", "forum")
        tab.press("Edit the charter")
    tabs[0].app.text_input(key="forum_minutes").set_value("45")
    tabs[0].run()
    tabs[1].type("Name", "AI board")
    tabs[0].type("Name", "AI council")
    assert THEIRS in tabs[0].text
    tabs[0].type("Agenda", "Open commitments\nNew pilots")
    charter = roadmap.plan_of(inst, owned_by(inst, mine)).charter
    assert (charter.name, charter.minutes, charter.agenda) == (
        "AI board",
        45,
        ["Open commitments", "New pilots"],
    )


def test_the_target_of_somebody_else_stands(inst: Installation) -> None:
    mine = answered(inst, everywhere(2))
    owned = owned_by(inst, mine)
    mine.open("plan")
    roadmap.set_target(inst, owned, 5)
    mine.app.segmented_control(key="plan_target").set_value(4)
    mine.run()
    assert THEIRS in mine.text
    assert mine.taken("Target level") == 5
    assert roadmap.plan_of(inst, owned).roadmap.target == 5


def test_a_fact_about_an_ai_use_that_somebody_else_has_entered_stands(inst: Installation) -> None:
    mine = answered(inst, everywhere(3))
    owned = owned_by(inst, mine)
    ai_uses.add_ai_use(inst, owned, "Chat")
    mine.open("plan-governance")
    mine.press("Chat")
    ai_uses.change_ai_use(inst, owned, "Chat", {"vendor": "Theirs Ltd"})
    mine.type("Supplier", "Mine Ltd")
    assert THEIRS in mine.text
    assert shown(mine, "Supplier") == "Theirs Ltd"
    mine.type("Note", "Beside it")
    (use,) = roadmap.plan_of(inst, owned).ai_uses
    assert (use.vendor, use.note) == ("Theirs Ltd", "Beside it")


def test_a_limit_that_somebody_else_has_set_stands(inst: Installation) -> None:
    mine = answered(inst, everywhere(3))
    owned = owned_by(inst, mine)
    acceptable_risk.add_risk_line(inst, owned, "data", "AI sets a price.")
    (line,) = acceptable_risk.risk_now(inst, owned, date(2026, 11, 26)).own
    acceptable_risk.decide_own_line(inst, owned, line, {"decision": "with_limit", "limit": "Up to 10"})
    mine.open("plan-governance")
    mine.choose("Look at", "risk")
    mine.press("AI sets a price.")
    acceptable_risk.decide_own_line(inst, owned, line, {"decision": "with_limit", "limit": "Up to 20"})
    mine.type("Limit", "Up to 30")
    assert THEIRS in mine.text
    assert shown(mine, "Limit") == "Up to 20"
