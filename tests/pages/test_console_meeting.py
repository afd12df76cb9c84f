"""A meeting led from the console, question by question, from opening to closing."""


from services.installation import Installation
from tests.pages.led import Led


def test_one_question_from_the_vote_to_the_agreed_level(inst: Installation) -> None:
    led = Led(inst)
    people = led.four()
    console = led.console()
    assert "Before the meeting" in console.text
    console.press("Start: ")
    assert led.view.phase == "question"
    assert "0 of 4 have answered." in console.text
    led.votes(people, [2, 3, 4, 4])
    console.press("Reveal")
    assert "1 business" in console.text
    assert "Somebody say what a person who chose 2 has seen. It need not be you." in console.text
    assert "The chief executive speaks last." in console.text
    console.press("Vote again")
    led.votes(people, [3, 3, 4, 4])
    console.press("Reveal")
    console.app.segmented_control[0].set_value(4)
    console.type("Note", "Seen at the counter.")
    console.press("Agree on this level")
    assert led.view.phase == "agreed"
    assert "Seen at the counter." in console.text
    console.press("Next question: ")
    assert led.view.phase == "question"
