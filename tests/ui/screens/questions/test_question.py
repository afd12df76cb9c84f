"""The questions: one at a time, stored when tapped, never moving on by themselves."""

from pathlib import Path

import pytest
from sqlalchemy import text

from services.assessments import answering
from services.core import identity
from services.core.installation import Installation
from tests.ui.visit import Visit, set_up
from tests.words import NOTHING_OPEN

FIRST, SECOND = (
    "When is a customer told the day of collection?",
    "When does a customer learn the price of a repair?",
)
THIRD = "How are hire bicycles checked before they go out?"
STEADY = "3 Every repair gets a day at the counter, written on the ticket."


def answers(inst: Installation, visit: Visit) -> dict[str, dict[str, object]]:
    owned = identity.current_assessment(inst, visit.token)
    assert owned is not None
    found = answering.answers(inst, owned).responses
    return {code: given.model_dump(exclude_none=True) for code, given in found.items()}


def test_a_question_shows_where_one_is_and_five_situations(inst: Installation) -> None:
    visit = set_up()
    assert visit.heading == FIRST
    assert "Counter · question 1 of 3 · 0 of 5 answered" in visit.text
    assert [words[0] for words in visit.buttons[:5]] == ["1", "2", "3", "4", "5"]
    assert visit.chosen == []
    assert "Saved" not in visit.text


def test_a_tap_is_stored_and_says_so_and_the_screen_stays(inst: Installation) -> None:
    visit = set_up()
    visit.press("3")
    assert answers(inst, visit) == {"ALP-1": {"kind": "scored", "level": 3}}
    assert visit.chosen == [STEADY]
    assert "Saved" in visit.text
    assert "1 of 5 answered" in visit.text
    assert visit.heading == FIRST


def test_another_tap_takes_the_place_of_the_first(inst: Installation) -> None:
    visit = set_up()
    visit.press("3")
    visit.press("1")
    assert answers(inst, visit) == {"ALP-1": {"kind": "scored", "level": 1}}


def test_dont_know_is_an_answer(inst: Installation) -> None:
    visit = set_up()
    visit.press("I don’t know")
    assert answers(inst, visit) == {"ALP-1": {"kind": "dont_know"}}
    assert visit.chosen == ["I don’t know"]


def test_backing_is_asked_from_level_three_up(inst: Installation) -> None:
    visit = set_up()
    visit.press("2")
    assert "What evidence could you show?" not in visit.text
    visit.press("4")
    visit.choose("What evidence could you show", "A document")
    assert answers(inst, visit)["ALP-1"]["backing"] == "document"
    visit.press("5")
    assert answers(inst, visit)["ALP-1"] == {"kind": "scored", "level": 5, "backing": "document"}
    visit.press("1")
    assert answers(inst, visit)["ALP-1"] == {"kind": "scored", "level": 1}


@pytest.mark.parametrize(
    ("function", "other"),
    [("Owner (business side)", "technology"), ("Head of the workshop (technology side)", "business")],
)
def test_on_predicted_practices_one_says_what_the_other_side_will_choose(
    inst: Installation, function: str, other: str
) -> None:
    visit = set_up(function=function)
    visit.press("2")
    visit.choose(f"Which answer will the {other} side choose?", "4")
    owned = identity.current_assessment(inst, visit.token)
    assert owned is not None
    assert answering.answers(inst, owned).predictions == {"ALP-1": 4}
    visit.press("Next")
    visit.press("2")
    assert "Which answer will" not in visit.text


def test_a_note_stays_with_the_answer_whatever_is_chosen_later(inst: Installation) -> None:
    visit = set_up()
    assert "Note" not in visit.text, "a note belongs to an answer"
    visit.press("2")
    visit.type("Note (up to 1,000 characters)", "Ask Anne. <b>*Really*</b>")
    visit.press("I don’t know")
    assert answers(inst, visit)["ALP-1"] == {"kind": "dont_know", "note": "Ask Anne. <b>*Really*</b>"}
    visit.type("Note", "")
    assert answers(inst, visit)["ALP-1"] == {"kind": "dont_know"}


def test_does_not_apply_is_offered_where_allowed_and_needs_a_reason(inst: Installation) -> None:
    visit = set_up()
    assert "Does not apply" not in visit.text
    visit.press("3 Hire bicycles")
    assert visit.heading == THIRD
    visit.press("Does not apply to us")
    assert answers(inst, visit) == {}
    visit.type("Why does it not apply?", "We hire nothing out")
    assert answers(inst, visit) == {"ALP-3": {"kind": "not_applicable", "reason": "We hire nothing out"}}
    assert visit.chosen == ["Does not apply to us"]


def test_a_reason_left_empty_is_refused_with_a_sentence(inst: Installation) -> None:
    visit = set_up()
    visit.press("3 Hire bicycles")
    visit.press("Does not apply to us")
    visit.type("Why does it not apply?", "  ")
    assert "Not saved." in visit.text
    assert "Saved" not in visit.text


def test_back_and_next_lose_nothing(inst: Installation) -> None:
    visit = set_up()
    visit.press("3")
    visit.press("Next")
    assert visit.heading == SECOND
    assert "Saved" not in visit.text
    visit.press("4")
    visit.press("Back")
    assert (visit.heading, visit.chosen) == (FIRST, [STEADY])
    visit.press("Next")
    assert visit.chosen[0].startswith("4 Always before")


def test_next_after_the_last_question_of_a_section_opens_the_next_section(inst: Installation) -> None:
    visit = set_up()
    visit.press("3 Hire bicycles")
    visit.press("Next")
    assert visit.heading == "How do we know which spare parts are on the shelf?"
    assert "Workshop · question 1 of 2" in visit.text
    visit.press("Back")
    assert visit.heading == THIRD


def test_the_contents_tell_how_far_each_part_is_and_lead_there(inst: Installation) -> None:
    visit = set_up()
    visit.press("3")
    visit.press("Next")
    assert "1 Collection day answered" in visit.buttons
    assert "3 Hire bicycles open" in visit.buttons
    assert "Workshop 0 of 2" in visit.buttons
    visit.press("Workshop 0 of 2")
    assert "1 of 5 answered" in visit.text
    assert "Counter 1 of 3" in visit.buttons


def test_technology_words_ask_the_same_question_and_are_remembered(inst: Installation) -> None:
    visit = set_up()
    visit.app.toggle[0].set_value(True)
    visit.run()
    assert visit.heading == "When does the bench commit to a finishing day?"
    visit.press("Next")
    assert visit.heading == "When does the bench estimate parts and hours?"


def test_somebody_from_technology_reads_technology_words_first(inst: Installation) -> None:
    visit = set_up(function="Head of the workshop (technology side)")
    assert visit.heading == "When does the bench commit to a finishing day?"


def test_why_evidence_and_words_with_two_meanings_stand_beside_the_question(inst: Installation) -> None:
    visit = set_up()
    assert "A day named is a day remembered." in visit.text
    assert "The repair tickets of last week" in visit.text


def test_a_reload_shows_the_same_question(inst: Installation) -> None:
    visit = set_up()
    visit.press("Next")
    reloaded = Visit(visit.token, screen="alpha")
    assert reloaded.heading == SECOND


def test_a_section_opened_by_its_address_begins_at_its_first_open_question(inst: Installation) -> None:
    visit = set_up()
    visit.press("3")
    visit.open("beta")
    assert visit.heading == "How do we know which spare parts are on the shelf?"
    assert Visit(visit.token, screen="alpha").heading == SECOND


def test_without_an_assessment_it_says_so_and_leads_to_the_start(inst: Installation) -> None:
    visit = Visit(screen="alpha")
    assert visit.heading == NOTHING_OPEN
    assert "Go to the home page" in visit.links


def test_a_closed_assessment_refuses_answers_and_nothing_is_called_saved(inst: Installation) -> None:
    from services.assessments import owner

    visit = set_up()
    visit.press("3")
    owned = identity.current_assessment(inst, visit.token)
    assert owned is not None
    owner.close(inst, owned)
    visit.press("5")
    assert "Not saved." in visit.text
    assert "Saved" not in visit.text
    assert visit.chosen == [STEADY]


def test_nothing_is_said_to_be_saved_while_the_database_is_away(inst: Installation, tmp_path: Path) -> None:
    visit = set_up()
    visit.press("3")
    assert "Saved" in visit.text
    file = tmp_path / "var" / "plumbline.db"
    away = file.rename(tmp_path / "away.db")
    visit.press("4")
    assert "The database is not available." in visit.text
    assert "Saved" not in visit.text
    away.rename(file)
    visit.run()
    assert "Not saved" in visit.text
    assert "Saved" not in visit.text
    assert [chosen[0] for chosen in visit.chosen] == ["3"]


def test_a_table_that_is_missing_shows_a_sentence_and_nothing_of_the_database(inst: Installation) -> None:
    visit = set_up()
    with inst.database.altering() as connection:
        connection.execute(text("DROP TABLE response"))
    visit.run()
    assert "The database is not ready for this version of Plumbline." in visit.text
    assert "no such table" not in visit.text
    assert not visit.app.exception
