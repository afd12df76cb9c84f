"""Screens in a language that is 40 % longer than English: nothing runs out of its box, nothing is cut off."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect

from language.translation import set_default_language
from services.assessments.example import open_example
from services.core import identity
from services.core.installation import Installation, open_installation
from services.core.settings import Settings
from tests.browser.layout import cut_off, too_wide
from tests.browser.person import Someone
from tests.pseudo_language import installed
from tests.server import Server, running_app
from tests.ui.screens.workshop.led import Led
from tools.pseudo import LANGUAGE

pytestmark = pytest.mark.browser
SCREENS = (
    *(
        "results",
        "governance",
        "activity",
        "check",
        "decisions",
        "plan",
        "plan-roadmap",
        "plan-value",
        "plan-owners",
    ),
    *("plan-governance", "progress", "playbook", "method", "owner", "invite", "setup", "workshop", "resume"),
)
WIDE = {"viewport": {"width": 1440, "height": 900}}


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return installed(tmp_path_factory.mktemp("pseudo"))


@pytest.fixture(scope="module")
def pseudo_server(settings: Settings) -> Iterator[Server]:
    """The app in the pseudo-language."""
    folder = settings.var.parent
    named = ("instrument", "governance", "catalogues", "language")
    variables = {f"PLUMBLINE_{name.upper()}": str(getattr(settings, name)) for name in named}
    with running_app(folder, **variables) as running:
        yield running


@pytest.fixture(scope="module")
def pseudo(settings: Settings, pseudo_server: Server) -> Iterator[Installation]:
    """The same database as the app's, opened beside it."""
    assert Path(pseudo_server.folder) == settings.var.parent
    opened = open_installation(settings)
    yield opened
    opened.database.close()
    set_default_language("en")


@pytest.fixture(scope="module")
def owner(pseudo: Installation) -> str:
    """The token of a browser that has the example open."""
    token = identity.new_token()
    open_example(pseudo, token, date.today())  # noqa: DTZ011 - the date on the visitor's calendar
    return token


@pytest.mark.parametrize("phone", [False, True], ids=["1440", "390"])
@pytest.mark.parametrize("screen", SCREENS)
def test_nothing_on_a_screen_is_cut_off_or_too_wide(
    someone: Someone, pseudo_server: Server, pseudo: Installation, owner: str, screen: str, phone: bool
) -> None:
    person = someone(url=pseudo_server.url, token=owner, inst=pseudo, phone=phone, **({} if phone else WIDE))
    person.goes(screen)
    person.sees(person.page.locator("h1, h2"))
    expect(person.page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    expect(person.page.locator("html")).to_have_attribute("lang", LANGUAGE)
    assert too_wide(person.page) == []
    assert cut_off(person.page) == []


def test_nothing_on_a_phone_in_a_room_is_cut_off_or_too_wide(
    someone: Someone, pseudo_server: Server, pseudo: Installation
) -> None:
    led = Led(pseudo, "ten", minutes=120)
    person = someone(url=pseudo_server.url, phone=True)
    person.page.goto(f"{pseudo_server.url}/join/{led.code}")
    person.page.locator("input[name=function]").first.check(force=True)
    person.page.locator("form button").last.click()
    found = {}
    led.act("start")
    for path in ("room", "room/list", "room/activity", "room/decisions", "room/ranking", "room/leave"):
        person.page.goto(f"{pseudo_server.url}/{path}")
        found[path] = [*too_wide(person.page), *cut_off(person.page)]
    assert {path: wrong for path, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("screen", ["wall", "console"])
def test_nothing_on_wall_and_console_is_cut_off_or_too_wide(
    someone: Someone, pseudo_server: Server, pseudo: Installation, screen: str
) -> None:
    led = Led(pseudo, "ten", minutes=120)
    led.four()
    person = someone(url=pseudo_server.url, token=led.token, inst=pseudo, **WIDE)
    found = {}
    for phase in ("lobby", "question"):
        person.goes(screen)
        person.sees(person.page.locator("h1, h2"))
        expect(person.page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
        found[phase] = [*too_wide(person.page), *cut_off(person.page)]
        if phase == "lobby":
            led.act("start")
    assert {phase: wrong for phase, wrong in found.items() if wrong} == {}
