"""Coming back: after a reload, another day, on another device, after a crash, from a phone that slept."""

import signal
from pathlib import Path

import pytest

from services.core.installation import Installation
from tests.browser.person import Person, Someone
from tests.browser.prepared import half_way, prepare
from tests.browser.watch import CONNECTION_LOST, Watch
from tests.server import running_app

pytestmark = pytest.mark.browser


def answers_two_and_stops_at_the_third(person: Person, organisation: str) -> str:
    """Returns the resume code."""
    person.goes()
    code = person.sets_up(organisation)
    first, second, third = person.asked[:3]
    person.answers(first, 4)
    person.moves_on(second)
    person.answers(second, 2)
    person.moves_on(third)
    return code


def assert_at_the_third_with_both_answers(person: Person) -> None:
    first, second, third = person.asked[:3]
    person.sees_question(third)
    person.sees_text("2 of 25 answered")
    person.taps(person.button("Back"))
    person.sees_question(second)
    person.sees_answer(second, 2)
    person.taps(person.button("Back"))
    person.sees_question(first)
    person.sees_answer(first, 4)


def test_a_reload_leads_to_the_same_question_with_the_same_answers(someone: Someone) -> None:
    person = someone()
    answers_two_and_stops_at_the_third(person, "Reload Ltd")
    person.page.reload()
    assert_at_the_third_with_both_answers(person)


def test_a_closed_browser_comes_back_from_the_first_screen(someone: Someone, tmp_path: Path) -> None:
    person = someone(phone=True)
    answers_two_and_stops_at_the_third(person, "Tomorrow Ltd")
    kept = person.context.storage_state(path=tmp_path / "profile.json")
    person.context.close()
    again = someone(phone=True, state=kept)
    again.goes()
    again.taps(again.button("Continue: Tomorrow Ltd, 2 of 25 answered"))
    assert_at_the_third_with_both_answers(again)


def test_a_double_click_on_start_begins_one_assessment(someone: Someone) -> None:
    person = someone()
    person.goes()
    person.taps(person.button("Start the assessment"))
    person.types("Organisation", "Twice Ltd")
    person.rests()
    person.button("Create the assessment").dblclick()
    person.reads_code()
    person.taps(person.button("Continue"))
    person.sees_question(person.asked[0])
    person.goes()
    person.sees(person.button("Continue: Twice Ltd"))
    assert person.button("Continue").count() == 1


def test_another_device_comes_back_with_the_resume_code(someone: Someone) -> None:
    person = someone()
    code = answers_two_and_stops_at_the_third(person, "Two devices Ltd")
    other = someone(phone=True)
    other.goes()
    other.follows("Enter a code or open a file")
    other.types("Resume code", code.lower().replace("-", " "))
    other.taps(other.button("Come back"))
    assert_at_the_third_with_both_answers(other)


def test_a_browser_that_was_removed_is_at_the_start_again(someone: Someone) -> None:
    person = someone()
    code = answers_two_and_stops_at_the_third(person, "Removed Ltd")
    phone = {"user_agent": "Mozilla/5.0 (Android 15; Mobile; rv:143.0) Gecko/143.0 Firefox/143.0"}
    other = someone(phone=True, **phone)
    other.goes("resume")
    other.types("Resume code", code)
    other.taps(other.button("Come back"))
    other.sees_question(other.asked[2])
    other.page.reload()
    other.sees_question(other.asked[2])  # by its new cookie
    person.goes("owner")
    person.taps(person.button("Remove Firefox on Android"))
    person.sees_text("Firefox on Android no longer has access.")
    other.taps(other.card(other.asked[2], 5))
    other.sees(other.heading("No assessment is open in this browser"))
    person.goes("strategy")
    person.sees_text("2 of 25 answered")
    other.goes()
    other.sees(other.button("Start the assessment"))
    assert not other.button("Continue").count()


def test_a_crash_of_the_server_loses_nothing_and_the_open_page_recovers(
    someone: Someone, watch: Watch, tmp_path: Path
) -> None:
    with running_app(tmp_path) as server:
        person = someone(url=server.url)
        answers_two_and_stops_at_the_third(person, "Crash Ltd")
        watch.expect(*CONNECTION_LOST)
        server.stop(signal.SIGKILL)
        with running_app(tmp_path, port=server.port):
            third, fourth = person.asked[2:4]
            person.answers(third, 3)
            person.moves_on(fourth)
            person.sees_text("3 of 25 answered")
            person.page.reload()
            person.sees_question(fourth)
            person.sees_text("3 of 25 answered")


def test_a_phone_that_slept_goes_on_where_it_was(
    someone: Someone, installation: Installation, watch: Watch
) -> None:
    prepared = prepare(installation, half_way, name="Sleep Ltd")
    person = someone(phone=True, token=prepared.token)
    person.goes("ownership")
    first, second = person.asked[10:12]
    person.answers(first, 2)
    watch.expect(*CONNECTION_LOST)
    person.context.set_offline(True)
    person.page.wait_for_function("() => !navigator.onLine")
    person.context.set_offline(False)
    person.moves_on(second)
    person.answers(second, 3)
    person.sees_text("12 of 25 answered")
