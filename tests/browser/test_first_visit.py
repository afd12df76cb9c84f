"""The very first request to a fresh server leads anywhere: the frame is there, and nothing unlisted is."""

from pathlib import Path

import pytest

from tests.browser.conftest import Someone
from tests.browser.watch import Watch
from tests.server import running_app

pytestmark = pytest.mark.browser

DEEP = ("governance", "results", "playbook")
UNLISTED = (
    "section",
    "shell",
    "app",
    "ui",
    "ui/shell.py",
    "pages",
    "pages/section",
    "pages/section.py",
    "app.py",
    "manage.py",
    ".streamlit/config.toml",
    "var/plumbline.db",
    "var/secret",
)
CLIMBING = ("..%2fapp.py", "static/..%2f..%2fapp.py", "%2e%2e/%2e%2e/etc/passwd")
SECRETS = ("import streamlit", "need_person", "[server]", "SQLite format", "Traceback")


@pytest.mark.parametrize("address", DEEP)
def test_a_deep_link_first_shows_the_frame_and_a_plain_sentence(
    someone: Someone, tmp_path: Path, address: str
) -> None:
    with running_app(tmp_path) as server:
        person = someone(url=server.url)
        person.goes(address)
        person.sees(person.link("Plumbline"), person.heading("Nothing is open in this browser"))
        person.sees_text("This screen belongs to an assessment")
        assert person.text("Traceback").count() == 0
        person.follows("To the start")
        person.sees(person.button("Begin"))
        assert "Traceback" not in server.log
        person.context.close()


@pytest.mark.parametrize("address", UNLISTED)
def test_what_is_not_listed_is_not_there_and_says_so(someone: Someone, watch: Watch, address: str) -> None:
    person = someone()
    watch.expect(r"\b404\b")
    answer = person.page.goto(f"{person.url}/{address}")
    assert answer is not None
    assert answer.status == 404
    person.sees(person.page.get_by_role("heading", level=1))
    assert not any(secret in person.page.content() for secret in SECRETS)


@pytest.mark.parametrize("address", CLIMBING)
def test_an_address_that_climbs_out_of_the_app_is_refused(someone: Someone, address: str) -> None:
    person = someone()
    answer = person.context.request.get(f"{person.url}/{address}")
    assert answer.status in (400, 404)
    assert not any(secret in answer.text() for secret in SECRETS)
