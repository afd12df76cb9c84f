"""Check your answers: everything in words, nothing stops anybody."""

from services.core import identity
from services.core.installation import Installation
from tests.ui.visit import Visit, set_up


def answered(*levels: int) -> Visit:
    """A visitor who answered the first questions with these levels and went to the check."""
    visit = set_up()
    for level in levels:
        visit.press(str(level))
        visit.press("Next")
    visit.open("check")
    return visit


def test_every_answer_is_shown_in_words(inst: Installation) -> None:
    visit = answered(3, 1)
    assert "2 of 5 questions answered." in visit.text
    assert (
        "Collection day 3 · Every repair gets a day at the counter, written on the ticket. Change"
        in visit.buttons
    )
    assert "Hire bicycles Not answered yet Answer" in visit.buttons


def test_what_the_result_will_lack_is_said(inst: Installation) -> None:
    visit = answered(3)
    assert "No level yet for: Counter, Workshop." in visit.text
    assert "needs the activity questions" in visit.text


def test_dont_knows_are_counted(inst: Installation) -> None:
    visit = set_up()
    visit.press("I don’t know")
    visit.open("check")
    assert "1 of 5 questions answered, 1 of them “I don’t know”." in visit.text


def test_answers_that_rarely_go_together_are_named(inst: Installation) -> None:
    visit = set_up()
    visit.press("3 Hire bicycles")
    visit.press("4")
    visit.press("Next")
    visit.press("1")
    visit.open("check")
    assert "“Hire bicycles” at level 3 usually needs “Spare parts” at level 2" in visit.text


def test_a_line_leads_to_its_question_and_back_here(inst: Installation) -> None:
    visit = answered(3)
    visit.press("Collection day")
    assert visit.heading == "When is a customer told the day of collection?"
    visit.press("5")
    visit.press("Check your answers")
    assert visit.heading == "Check your answers"
    assert "Collection day 5 · The day moves with the load" in visit.text


def test_one_button_leads_to_the_first_open_question(inst: Installation) -> None:
    visit = answered(3)
    visit.press("Answer the next open question")
    assert visit.heading == "When does a customer learn the price of a repair?"


def test_results_are_shown_whatever_is_missing(inst: Installation) -> None:
    visit = answered(3)
    visit.press("See your results")
    owned = identity.current_assessment(inst, visit.token)
    assert owned is not None
    assert owned.status == "submitted"
    assert owned.place == "results"


def test_a_reload_stays_at_the_check(inst: Installation) -> None:
    visit = answered(3)
    again = Visit(visit.token)
    again.press("Continue")
    assert again.heading == "Check your answers"


def test_notes_and_evidence_are_shown_beside_their_answers(inst: Installation) -> None:
    visit = set_up()
    visit.press("3")
    visit.choose("What evidence could you show?", "A document")
    visit.type("Which one?", "https://example.com/board?a=1&b=2")
    visit.type("Note", "Ask <b>Ann</b> for it")
    visit.open("check")
    assert "Evidence: https://example.com/board?a=1&b=2" in " ".join(visit.text.split())
    assert "Note: Ask <b>Ann</b> for it" in visit.text
    markup = "".join(block.value for block in visit.app.html)
    assert 'href="https://example.com/board?a=1&amp;b=2"' in markup
    assert "<b>Ann" not in markup


def test_only_an_address_of_the_web_becomes_a_link(inst: Installation) -> None:
    visit = set_up()
    visit.press("3")
    visit.choose("What evidence could you show?", "A number")
    for text in (
        "javascript:alert(1)",
        "ftp://example.com",
        "Board paper https://example.com",
        "\u202ehttps://x.com",
    ):
        visit.type("Which one?", text)
        visit.open("check")
        markup = "".join(block.value for block in visit.app.html)
        assert f"<bdi>{text.lstrip(chr(0x202E))}</bdi>" in markup
        assert "<a href" not in markup
        visit.press("Collection day")
