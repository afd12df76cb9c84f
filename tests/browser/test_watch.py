"""The guard of these tests can fail: it sees what it is there to see."""

import pytest

from tests.browser.axe import grave_findings
from tests.browser.layout import too_small, too_wide
from tests.browser.person import Someone
from tests.browser.watch import Watch

pytestmark = pytest.mark.browser


def test_a_request_to_another_machine_is_stopped_and_noted(someone: Someone, watch: Watch) -> None:
    person = someone()
    person.page.goto("about:blank")
    script = "fetch('http://192.0.2.7/', {mode: 'no-cors'}).then(() => 'reached', () => 'stopped')"
    assert person.page.evaluate(script) == "stopped"
    assert [t for t in watch.unexpected() if t.startswith("left this machine: http://192.0.2.7/")]
    watch.expect("192.0.2.7")


def test_an_error_in_the_console_and_an_uncaught_one_are_noted(someone: Someone, watch: Watch) -> None:
    person = someone()
    person.page.goto("about:blank")
    person.page.evaluate("console.error('a fault'); setTimeout(() => { throw new Error('another') }, 0)")
    person.page.wait_for_function("new Promise(done => setTimeout(done, 0)).then(() => true)")
    assert len(watch.unexpected()) == 2
    watch.expect("a fault", "another")


def test_a_page_that_is_not_there_is_noted(someone: Someone, watch: Watch) -> None:
    person = someone()
    person.page.goto(person.url + "/report/nobody")
    assert any(trouble.startswith("404 ") for trouble in watch.unexpected())
    watch.expect("404")


def test_axe_finds_what_nobody_could_read(someone: Someone) -> None:
    person = someone()
    person.goes("method")
    assert not grave_findings(person.page)
    person.page.evaluate("document.querySelector('h1').style.color = '#ddd8d0'")
    assert any(finding.startswith("color-contrast") for finding in grave_findings(person.page))


def test_a_narrow_window_shows_what_is_too_wide_and_too_small(someone: Someone) -> None:
    person = someone(phone=True)
    person.goes("method")
    assert not too_wide(person.page)
    person.page.evaluate("document.querySelector('h1').style.width = '900px'")
    person.page.evaluate(
        "document.querySelector('summary').style.cssText = 'display: block; height: 20px; min-height: 0'"
    )
    assert too_wide(person.page)
    assert too_small(person.page)
