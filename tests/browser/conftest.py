"""A real browser in front of the real app: one server for a worker (tests/installations.py), a fresh browser profile for each test.

`someone()` gives a new person in a profile of their own. When the test is over, nothing may have
gone wrong that nobody saw: no error in the console, no failed request, none that left this machine.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, StorageState, expect, sync_playwright

from assessment.instrument.model import Instrument
from services.core.identity import DEVICE_COOKIE
from services.core.installation import Installation
from tests.browser.person import Person, Someone
from tests.browser.rest import PATIENCE, WATCHED
from tests.browser.watch import Watch, lines
from tests.device_cookies import cookie_for
from tests.server import Server
from tests.texts import real_instrument
from tools.find_browser import find_installed, playwright_chromium

ARGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Nothing but this machine can be reached, whatever a page asks for.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]
DESKTOP = {"viewport": {"width": 1280, "height": 800}}
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}


@pytest.fixture(scope="session")
def instrument() -> Instrument:
    return real_instrument()


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the browser; `make test` has found it already and hands it over."""
    path = os.environ.get("PLUMBLINE_CHROMIUM") or find_installed() or playwright_chromium(fetch=False)
    assert path, "no Chromium: run `python tools/find_browser.py`, or set PLUMBLINE_CHROMIUM"
    return path


# Not for the session: while Playwright is there, other tests of the worker could not use asyncio.
@pytest.fixture(scope="package")
def chrome(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=ARGS)
        expect.set_options(timeout=PATIENCE)
        yield opened
        opened.close()


@pytest.fixture
def watch() -> Iterator[Watch]:
    noted = Watch()
    yield noted
    assert not noted.unexpected(), lines(noted.unexpected())


@pytest.fixture
def someone(
    chrome: Browser, server: Server, installation: Installation, instrument: Instrument, watch: Watch
) -> Iterator[Someone]:
    """`someone()`: a person with a fresh profile on the server of the worker.

    phone=True for a phone; url=… for another server; token=… for the owner of a prepared
    assessment, of the installation inst=… where it is another; state=… for a profile kept from earlier; other options are the context's.
    """
    opened = []

    def arrive(
        *,
        phone: bool = False,
        url: str = server.url,
        token: str = "",
        inst: Installation = installation,
        state: StorageState | Path | None = None,
        **options: Any,
    ) -> Person:
        chosen: dict[str, Any] = {**(PHONE if phone else DESKTOP), **options}
        context = chrome.new_context(storage_state=state, accept_downloads=True, **chosen)
        context.set_default_timeout(PATIENCE)
        context.add_init_script(WATCHED)
        watch.follow(context)
        if token:
            context.add_cookies(
                [{"name": DEVICE_COOKIE, "value": cookie_for(inst, token), "url": url, "httpOnly": True}]
            )
        opened.append(context)
        return Person(context.new_page(), url, instrument, phone)

    yield arrive
    for context in opened:
        context.close()
