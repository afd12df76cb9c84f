"""What governs AI: uses tapped through, lines decided and signed, a charter kept, evidence for standards."""

from assessment.plan.records import AiUse, Charter
from services.core.installation import Installation
from services.plan import ai_uses, ownership, roadmap
from services.plan.charter import change_charter
from storage.repositories import plan_parts
from tests import prepare
from tests.reports import AS_OF
from tests.ui.fields import shown
from tests.ui.filled import answered, everywhere, imported, owned_by
from tests.ui.visit import Visit

LINE = "Customer data in tools without a contract"
CODE = "customer_data_outside"


def at(inst: Installation, part: str = "uses") -> Visit:
    visit = answered(inst, everywhere(3))
    visit.open("plan-governance")
    if part != "uses":
        visit.choose("Look at", part)
    return visit


def add(visit: Visit, name: str) -> None:
    visit.type("Add an AI use case", name)
    visit.press("Add AI use case")


def answers_of(inst: Installation, visit: Visit) -> list[str]:
    (use,) = roadmap.plan_of(inst, owned_by(inst, visit)).ai_uses
    return list(use.answers.values())


def test_an_empty_list_asks_for_the_first_use(inst: Installation) -> None:
    visit = at(inst)
    assert visit.heading == "AI governance"
    assert "No AI use case is listed yet." in visit.text
    assert "not legal advice" in visit.text


def test_a_use_is_added_and_its_questions_are_answered_tap_by_tap(inst: Installation) -> None:
    visit = at(inst)
    add(visit, "Sorting applications")
    questions = inst.governance.ai_uses.questions
    assert f"Question 1 of {len(questions)}" in visit.text
    for question in questions:
        assert question.question in visit.text
        visit.press("Yes" if question.code == "hires_or_rates_people" else "No")
    assert "Looks high-risk, because it helps to choose, rate or manage staff or applicants." in visit.text
    assert "A person who can overrule it (Art. 26(2))" in visit.text
    assert "From when Under the law as published, it applies from 2 December 2027" in " ".join(
        visit.text.split()
    )
    assert "Check before relying; not legal advice." in visit.text
    assert answers_of(inst, visit).count("yes") == 1


def test_an_answer_is_changed_from_the_list_of_answers(inst: Installation) -> None:
    visit = at(inst)
    add(visit, "Chat")
    for _question in inst.governance.ai_uses.questions:
        visit.press("I don’t know")
    assert "Not yet clear" in visit.text
    visit.press("Talking to people")
    visit.press("Yes")
    assert answers_of(inst, visit).count("yes") == 1


def test_what_a_use_is_called_and_whose_it_is_is_changed_in_place(inst: Installation) -> None:
    visit = at(inst)
    add(visit, "Chat")
    visit.type("Name", "Chat on the website")
    visit.choose("Owner", "SALES")
    (use,) = roadmap.plan_of(inst, owned_by(inst, visit)).ai_uses
    assert (use.name, use.owner) == ("Chat on the website", "SALES")
    visit.press("Return to the list")
    assert "One AI use case is listed." in visit.text


def test_a_name_that_stands_already_is_refused_and_stays_in_its_field(inst: Installation) -> None:
    visit = at(inst)
    add(visit, "Chat")
    visit.press("Return to the list")
    add(visit, "Chat")
    assert "A use case of this name is already on the list." in visit.text
    assert shown(visit, "Add an AI use case") == "Chat"


def test_a_use_is_taken_off_the_list_only_when_asked_twice(inst: Installation) -> None:
    visit = at(inst)
    add(visit, "**<b>Chat</b>**")
    assert "**<b>Chat</b>**" in visit.text
    visit.press("Remove this AI use case")
    visit.press("Keep it")
    visit.press("Remove this AI use case")
    visit.press("Remove it")
    assert roadmap.plan_of(inst, owned_by(inst, visit)).ai_uses == ()


def test_two_hundred_uses_come_ten_at_a_time_and_no_more_fit(inst: Installation) -> None:
    visit = answered(inst, everywhere(3))
    with inst.database.writing() as unit:
        many = [AiUse(name=f"Use {n}") for n in range(200)]
        plan_parts.replace(unit, owned_by(inst, visit).assessment_id, plan_parts.AI_USES, many)
    visit.open("plan-governance")
    assert "1 to 10 of 200" in visit.text
    add(visit, "One more")
    assert "can have up to 200 lines" in visit.text


def signs(visit: Visit, *roles: str, how: str | None = None, note: str | None = None) -> None:
    """Signs the open line in these names."""
    (field,) = [f for f in visit.app.multiselect if f.label == "Signing for"]
    field.set_value(list(roles))
    visit.run()
    if how:
        visit.choose("Choose how they sign", how)
    if note:
        visit.type("Reason" if how == "refused" else "Condition", note)
    visit.press("Sign this line")


def test_a_line_is_decided_limited_and_signed_and_a_changed_line_loses_its_signatures(
    inst: Installation,
) -> None:
    visit = at(inst, "risk")
    assert "None of the 13 lines is decided yet." in visit.text
    visit.press(LINE)
    visit.choose("What do we decide here?", "with_limit")
    assert "Still to write: a limit" in visit.text
    assert "Sign this line" not in visit.buttons
    visit.press("Use the example")
    signs(visit, "SALES", "OWNER")
    assert "Signed by: Counter; Owner." in visit.text
    assert (
        "Two signatures on one decided line: Two accepted, none with a condition, none refused, none open."
        in visit.text
    )
    assert "Not signed yet" not in visit.text
    assert "Limit" not in [area.label for area in visit.app.text_area]
    visit.press("Change what was decided")
    visit.type("Limit", "Made-up data only")
    assert "Signed by" not in visit.text
    assert any("no longer count" in block.value and "<s>" in block.value for block in visit.app.html)
    (line,) = roadmap.plan_of(inst, owned_by(inst, visit)).risk_statement.lines
    assert (line.decision, line.limit, line.signed) == ("with_limit", "Made-up data only", ())
    assert "Nothing signed yet by: Owner." in visit.text


def test_a_condition_not_signed_yet_is_there_after_a_reload_and_gone_once_it_is(inst: Installation) -> None:
    def open_line() -> Visit:
        again = Visit(token, screen="plan-governance")
        again.choose("Look at", "risk")
        again.press(LINE)
        return again

    visit = at(inst, "risk")
    token = visit.token
    visit.press(LINE)
    visit.choose("What do we decide here?", "free")
    visit.choose("Choose how they sign", "with_condition")
    visit.type("Condition", "Only on weekdays")
    again = open_line()
    assert shown(again, "Condition") == "Only on weekdays"
    signs(again, "SALES")
    (line,) = roadmap.plan_of(inst, owned_by(inst, again)).risk_statement.lines
    assert [(found.stance, found.note) for found in line.signed] == [("with_condition", "Only on weekdays")]
    after = open_line()
    assert "Condition" not in [area.label for area in after.app.text_area]
    after.choose("Choose how they sign", "with_condition")
    assert after.app.text_area[0].value == ""


def test_a_line_of_ones_own_is_there_after_a_reload_until_it_is_added(inst: Installation) -> None:
    visit = at(inst, "risk")
    visit.type("Add a line", "Chat with customers at night")
    again = Visit(visit.token, screen="plan-governance")
    again.choose("Look at", "risk")
    assert [area.value for area in again.app.text_area] == ["Chat with customers at night"]
    again.press("Add the line")
    (line,) = roadmap.plan_of(inst, owned_by(inst, again)).risk_statement.lines
    assert line.text == "Chat with customers at night"
    assert shown(again, "Add a line") == ""


def test_one_accepts_one_asks_for_something_one_refuses_and_one_is_missing(inst: Installation) -> None:
    visit = at(inst, "risk")
    visit.app.multiselect(key="risk_signers").set_value(["OWNER", "SALES", "BENCH", "Aunt May"])
    visit.run()
    assert "Saved" in visit.text
    visit.press(LINE)
    visit.choose("What do we decide here?", "free")
    signs(visit, "OWNER")
    signs(visit, "SALES", how="with_condition", note="Only on weekdays")
    assert "Not signed yet by: Head of the workshop; Aunt May." in visit.text
    signs(visit, "BENCH", how="refused", note="It breaks the machine")
    (line,) = roadmap.plan_of(inst, owned_by(inst, visit)).risk_statement.lines
    assert [(found.role, found.stance) for found in line.signed] == [
        ("OWNER", "accepted"),
        ("SALES", "with_condition"),
        ("BENCH", "refused"),
    ]
    assert (
        "Signed by: Owner. Signed with a condition by: Counter. Refused by: Head of the workshop."
        in visit.text
    )
    assert "Accepted with a condition, " in visit.text
    assert ": Only on weekdays. Withdraw" in visit.text
    assert (
        "Four signatures on one decided line: One accepted, one with a condition, one refused, one open."
        in visit.text
    )
    assert "Not signed yet by: Aunt May." in visit.text


def test_a_condition_without_words_is_asked_for_and_nothing_is_signed(inst: Installation) -> None:
    visit = at(inst, "risk")
    visit.press(LINE)
    visit.choose("What do we decide here?", "free")
    assert "Saved" in visit.text
    signs(visit, "OWNER", how="with_condition")
    assert "Write the condition, then sign. Nothing was signed" in visit.text
    assert "Saved" not in visit.text
    assert visit.app.multiselect(key=f"risk_who_{CODE}").value == ["OWNER"]
    signs(visit)
    assert "Choose who signs, then sign" in visit.text


def test_a_signature_is_taken_back(inst: Installation) -> None:
    visit = at(inst, "risk")
    visit.press(LINE)
    visit.choose("What do we decide here?", "never")
    signs(visit, "OWNER")
    visit.press("Owner Accepted, ")
    (line,) = roadmap.plan_of(inst, owned_by(inst, visit)).risk_statement.lines
    assert line.signed == ()


def test_a_length_that_no_meeting_has_is_refused_in_its_place(inst: Installation) -> None:
    visit = at(inst, "forum")
    visit.press("Edit the charter")
    visit.app.text_input(key="forum_minutes").set_value("45")
    visit.run()
    assert "Saved" in visit.text
    visit.app.text_input(key="forum_minutes").set_value("481")
    visit.run()
    assert "a length of 5 to 480 minutes" in visit.text
    assert "Saved" not in visit.text
    assert visit.app.text_input(key="forum_minutes").value == "481"
    assert roadmap.plan_of(inst, owned_by(inst, visit)).charter.minutes == 45


def test_who_is_asked_first_is_named(inst: Installation) -> None:
    visit = at(inst, "risk")
    visit.press(LINE)
    visit.choose("What do we decide here?", "ask_first")
    assert "Ask first: nobody named yet." in visit.text
    visit.choose("Who approves or refuses", "SALES")
    assert "Ask first: Counter." in visit.text


def test_the_leaders_add_a_line_of_their_own_decide_it_and_take_it_out(inst: Installation) -> None:
    visit = at(inst, "risk")
    visit.type("Add a line", "AI prices a repair <b>alone</b>.")
    visit.press("Add the line")
    assert "AI prices a repair <b>alone</b>." in visit.text
    visit.choose("What we decide", "never")
    (line,) = roadmap.plan_of(inst, owned_by(inst, visit)).risk_statement.lines
    assert (line.text, line.decision, line.code) == ("AI prices a repair <b>alone</b>.", "never", None)
    visit.press("Remove this line")
    assert roadmap.plan_of(inst, owned_by(inst, visit)).risk_statement.lines == []


def test_the_charter_is_drafted_from_the_grid_and_the_first_change_keeps_it(inst: Installation) -> None:
    visit = answered(inst, everywhere(3))
    owned = owned_by(inst, visit)
    ownership.change_owners(inst, owned, "order_parts", {"accountable": "OWNER"})
    visit.open("plan-governance")
    visit.choose("Look at", "forum")
    assert "Draft from the decision owners." in visit.text
    assert "Owner: Owner." in visit.text
    assert roadmap.plan_of(inst, owned).charter == Charter()
    visit.press("Edit the charter")
    visit.type("Rhythm", "Every Friday")
    charter = roadmap.plan_of(inst, owned).charter
    assert (charter.cadence, charter.members) == ("Every Friday", ["OWNER"])
    visit.press("Read as a page")
    assert "Every Friday" in visit.text


def test_a_kept_charter_says_where_the_grid_has_moved_and_is_drafted_again_only_when_asked_twice(
    inst: Installation,
) -> None:
    visit = answered(inst, everywhere(3))
    owned = owned_by(inst, visit)
    ownership.change_owners(inst, owned, "order_parts", {"accountable": "OWNER"})
    change_charter(inst, owned, AS_OF, {"name": "The bench"})
    ownership.change_owners(inst, owned, "refuse_repair", {"accountable": "BENCH"})
    visit.open("plan-governance")
    visit.choose("Look at", "forum")
    assert "Head of the workshop owns a decision and has no seat here." in visit.text
    visit.press("Redraft from the decision owners")
    visit.press("Keep my edits")
    assert roadmap.plan_of(inst, owned).charter.name == "The bench"
    visit.press("Redraft from the decision owners")
    visit.press("Replace my edits")
    charter = roadmap.plan_of(inst, owned).charter
    assert (charter.name, charter.members) == ("AI forum", ["OWNER", "BENCH"])


def test_the_first_meeting_begins_with_what_is_parked_and_open(inst: Installation) -> None:
    visit = imported(
        inst,
        "open",
        "bt",
        parked=["ALP-1"],
        commitments=[
            {"move": "ALP-2:2", "owner": "OWNER", "due": "2027-03-31"},
            {"move": "BET-1:2", "status": "kept"},
        ],
    )
    visit.open("plan-governance")
    visit.choose("Look at", "forum")
    assert "(Owner, due 31 March 2027)" in visit.text
    assert f"Parked: {inst.instrument.practices['ALP-1'].stem}" in visit.text
    assert inst.instrument.practices["BET-1"].move(2).title not in visit.text


def test_the_standards_say_what_the_evidence_is_useful_for_and_never_that_one_is_met(
    real: Installation,
) -> None:
    visit = imported(real, "open", "bbt")
    visit.open("plan-governance")
    visit.choose("Look at", "standards")
    for name in ("NIST AI RMF 1.0", "ISO/IEC 42001:2023", "EU AI Act"):
        assert name in visit.text
    assert "usually useful for" in visit.text
    assert "compliant" not in visit.text


def test_the_standards_wait_where_nothing_may_be_shown(inst: Installation) -> None:
    visit = imported(inst, "team", "bt")
    visit.open("plan-governance")
    visit.choose("Look at", "standards")
    assert "Available once the result may be shown." in visit.text


def test_the_initiatives_of_the_pilot_register_come_onto_the_list_by_one_tap(inst: Installation) -> None:
    visit = answered(inst, everywhere(3))
    owned = owned_by(inst, visit)
    prepare.initiatives(inst, owned, [{"name": "Repair forecast", "owner": "OWNER"}, {"name": "Bell shop"}])
    ai_uses.add_ai_use(inst, owned, "Bell shop")
    visit.open("plan-governance")
    visit.press("Add one initiative from the pilot register")
    found = roadmap.plan_of(inst, owned).ai_uses
    assert [(use.name, use.owner) for use in found] == [("Bell shop", None), ("Repair forecast", "OWNER")]
    assert "pilot register" not in visit.text


def test_a_forum_beside_the_charter_is_added_edited_and_taken_out(inst: Installation) -> None:
    visit = at(inst, "forum")
    visit.press("Value-stream review")
    visit.type("What comes out, one per line", "One change\nOne transfer")
    (forum,) = roadmap.plan_of(inst, owned_by(inst, visit)).charter.forums
    assert (forum.kind, forum.leaves) == ("value_stream_review", ["One change", "One transfer"])
    visit.press("Remove this forum")
    assert roadmap.plan_of(inst, owned_by(inst, visit)).charter.forums == []
    assert "remove its longest wait" in visit.text


def test_a_forum_of_a_kind_that_is_not_offered_here_is_shown_by_its_name(inst: Installation) -> None:
    forums = [{"kind": "book_club", "name": "Book <b>club</b>", "minutes": 60, "members": ["Aunt May"]}]
    visit = imported(inst, "open", "bt", charter={"forums": forums})
    visit.open("plan-governance")
    visit.choose("Look at", "forum")
    visit.press("Book <b>club</b>")
    assert "Nobody here has the role “Aunt May”." in visit.text
    visit.type("Name", "Reading circle")
    assert roadmap.plan_of(inst, owned_by(inst, visit)).charter.forums[0].name == "Reading circle"


def test_without_an_owner_the_charter_sends_to_the_grid_first(inst: Installation) -> None:
    visit = at(inst, "forum")
    assert "Nobody is named yet" in visit.text
    assert "Name the owners" in visit.links


def test_a_charter_that_says_little_opens_with_empty_fields(inst: Installation) -> None:
    visit = answered(inst, everywhere(3))
    owned = owned_by(inst, visit)
    with inst.database.writing() as unit:
        plan_parts.replace(unit, owned.assessment_id, plan_parts.CHARTER, [Charter(name="The bench")])
    visit.open("plan-governance")
    visit.choose("Look at", "forum")
    visit.press("Edit the charter")
    minutes = visit.app.text_input(key="forum_minutes")
    assert minutes.value == ""
    minutes.set_value("45")
    visit.run()
    assert roadmap.plan_of(inst, owned).charter == Charter(name="The bench", minutes=45)


def test_who_has_left_is_named_where_they_sign_sit_or_own(inst: Installation) -> None:
    visit = imported(
        inst,
        "open",
        "bt",
        charter={"members": ["OWNER", "Aunt May"], "chair": "Aunt May"},
        use_cases=[{"name": "Bell shop", "owner": "Uncle Ben"}],
    )
    gone = "Nobody here has the role “Aunt May”. Check that it still exists."
    visit.open("plan-governance")
    visit.choose("Look at", "forum")
    assert visit.text.count(gone) == 1
    visit.choose("Look at", "risk")
    assert visit.text.count(gone) == 1
    visit.open("plan-value")
    assert "Nobody here has the role “Uncle Ben”." in visit.text
