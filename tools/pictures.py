"""Takes the README's pictures from the running app: `make pictures`, or `python -m tools.pictures`.

The app runs on a temporary folder; the example, a half-finished assessment and a workshop are opened in a real
browser, and the playbook's first page is rendered from the downloaded PDF. PLUMBLINE_CHROMIUM names the browser,
as in the tests.
"""

import io
import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image
from playwright.sync_api import Browser, Page, expect, sync_playwright

from assessment.answers.records import Organisation
from assessment.instrument.model import Camp
from services.assessments import answering
from services.core import identity
from services.core.identity import DEVICE_COOKIE
from services.core.installation import Installation, open_installation
from services.core.settings import Settings
from services.workshop import facilitation, voting
from tests import prepare
from tests.device_cookies import cookie_for
from tests.server import Server, running_app
from tools.find_browser import ADVICE, find_installed, playwright_chromium

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "pictures"
ARGS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
SCREEN = {"viewport": {"width": 1920, "height": 1080}}
DESKTOP = {"viewport": {"width": 1280, "height": 800}}
PHONE = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}
TO_THE_TOP = "heading => { heading.style.scrollMarginTop = '1.5rem'; heading.scrollIntoView(); }"
ADDRESS = "https://plumbline.example.org"
"""What the pictures of a workshop tell people to type."""
COLOURS, AT_MOST = 256, 300_000
PDF_SCALE = 1.5
QUESTION = "OWN-2"
LEADERS: tuple[tuple[str, Camp], ...] = (
    ("CEO", "business"), ("CFO", "business"), ("COO", "business"), ("CSO", "business"),
    ("CIO", "technology"), ("CISO", "technology"), ("CDO", "technology"),
)  # fmt: skip
TALKED_ABOUT = "VAL-3"
FIRST_VOTES, SECOND_VOTES = (4, 5, 3, 4, 1, 2, 2), (3, 3, 3, 3, 2, 2, 2)


@dataclass(frozen=True)
class Shot:
    """One picture: its name, the window, whose browser it is, and how one gets there."""

    name: str
    window: dict[str, Any]
    arrive: Callable[[Page, str], None]
    whose: str = ""
    dark: bool = False


def part(height: int) -> dict[str, Any]:
    """A window as high as what is to be seen of a long screen."""
    return {"viewport": {"width": 1280, "height": height}}


def welcome(page: Page, url: str) -> None:
    page.goto(url)
    expect(page.get_by_role("button", name="Start the assessment")).to_be_visible()


def question(page: Page, url: str) -> None:
    page.goto(f"{url}/ownership")
    expect(page.get_by_text("What evidence could you show?")).to_be_visible()


def results(page: Page, url: str) -> None:
    welcome(page, url)
    page.get_by_role("button", name="Open the example").click()
    expect(page.get_by_role("heading", name="Practices by section")).to_be_visible()
    expect(page.get_by_role("img").first).to_be_visible()


def of_the_plan(screen: str, heading: str) -> Callable[[Page, str], None]:
    """The way to a screen of the example that begins, in the picture, with this heading."""

    def arrive(page: Page, url: str) -> None:
        results(page, url)
        page.goto(f"{url}/{screen}")
        found = page.get_by_role("heading", name=heading)
        expect(found).to_be_visible()
        expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
        found.evaluate(TO_THE_TOP)

    return arrive


def wall(page: Page, url: str) -> None:
    page.goto(f"{url}/wall")
    expect(page.get_by_text("First vote", exact=True).first).to_be_visible()


def console(page: Page, url: str) -> None:
    page.goto(f"{url}/console")
    expect(page.get_by_text("What to say")).to_be_visible()


def phone(page: Page, url: str) -> None:
    page.goto(f"{url}/room")
    expect(page.get_by_text("second vote")).to_be_visible()


SHOTS = (
    Shot("question-phone", PHONE, question, whose="alone"),
    Shot("results", SCREEN, results),
    Shot("results-dark", SCREEN, results, dark=True),
    Shot("plan-roadmap", part(1400), of_the_plan("plan-roadmap", "The first 180 days")),
    Shot("plan-value", part(740), of_the_plan("plan-value", "What to do next")),
    Shot("progress", part(790), of_the_plan("progress", "Of ten practices compared")),
    Shot("workshop-wall", SCREEN, wall, whose="facilitator"),
    Shot("workshop-console", DESKTOP, console, whose="facilitator"),
    Shot("workshop-phone", PHONE, phone, whose="leader"),
)


def half_finished(inst: Installation) -> str:
    """A chief executive's assessment, stopped at the second question on ownership: the browser's token."""
    token, today = identity.new_token(), date.today()  # noqa: DTZ011 - a document's date
    company = Organisation(name="Harbour & Field Ltd")
    owned = answering.start(inst, token, company, "CEO", "business", today).owned
    codes = list(inst.instrument.practices)
    for number, code in enumerate(codes[: codes.index(QUESTION) + 1]):
        level = 3 if code == QUESTION else 2 + number % 2
        answering.change_answer(inst, owned, code, level=level)
    answering.save_place(inst, owned, f"ownership/{QUESTION}")
    return token


def in_a_room(inst: Installation, *, revealed: bool) -> tuple[str, str]:
    """A workshop of seven in its second vote, open or shown: the facilitator's browser, and the first leader's."""
    token, now = identity.new_token(), datetime.now(UTC)
    company = Organisation(name="Harbour & Field Ltd")
    owned = facilitation.set_up(
        inst, token, company, way="ten", minutes=60, privacy="by_camp", today=now.date()
    ).owned
    code = facilitation.open_room(inst, owned, now)
    tokens = [identity.new_token() for _leader in LEADERS]
    people = [
        prepare.join(inst, mine, code, "192.0.2.1", now, function=function, camp=camp).participant
        for mine, (function, camp) in zip(tokens, LEADERS, strict=True)
    ]
    facilitation.act(inst, owned, "start", now)
    asked = [practice.code for practice in inst.instrument.practices.values() if practice.key]
    for person, level in zip(people, FIRST_VOTES, strict=True):
        for number, question in enumerate(asked):
            given = level if question == TALKED_ABOUT else 1 + (level * number) % 4
            voting.vote(inst, person, 1, question, {"level": given})
    facilitation.act(inst, owned, "overview", now)
    facilitation.act(inst, owned, "jump", now, code=TALKED_ABOUT)
    facilitation.act(inst, owned, "vote_again", now)
    if revealed:
        for person, level in zip(people, SECOND_VOTES, strict=True):
            voting.vote(inst, person, 2, TALKED_ABOUT, {"level": level})
        facilitation.act(inst, owned, "reveal", now)
    return token, tokens[0]


def take(browser: Browser, shot: Shot, server: Server, cookie: str) -> bytes:
    """One picture as PNG; the pointer is out of it and nothing moves."""
    scheme = "dark" if shot.dark else "light"
    with closing(browser.new_context(**shot.window, color_scheme=scheme, reduced_motion="reduce")) as context:
        if cookie:
            context.add_cookies([{"name": DEVICE_COOKIE, "value": cookie, "url": server.url}])
        page = context.new_page()
        shot.arrive(page, server.url)
        if shot.arrive is not phone:
            expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
            expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
            page.wait_for_load_state("networkidle")
        page.evaluate("document.activeElement?.blur()")
        return page.screenshot(animations="disabled", caret="hide")


def first_page(browser: Browser, server: Server) -> bytes:
    """The first page of the example's playbook, from the file a person would download."""
    with closing(browser.new_context(accept_downloads=True)) as context:
        page = context.new_page()
        results(page, server.url)
        page.get_by_role("link", name="Playbook", exact=True).click()
        with page.expect_download() as waiting:
            page.get_by_role("link", name="Download the PDF").click()
        with closing(pypdfium2.PdfDocument(waiting.value.path().read_bytes())) as pdf:
            drawn = pdf[0].render(scale=PDF_SCALE).to_pil()
    out = io.BytesIO()
    drawn.save(out, "PNG")
    return out.getvalue()


def keep(name: str, picture: bytes) -> None:
    """Writes the picture with an adaptive palette. Raises SystemExit if the file is too large."""
    file = FOLDER / f"{name}.png"
    with Image.open(io.BytesIO(picture)) as drawn:
        drawn.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)
    size = file.stat().st_size
    if size > AT_MOST:
        raise SystemExit(f"{file} has {size:,} bytes, more than {AT_MOST:,}")
    print(f"{file.relative_to(FOLDER.parent.parent)}  {size // 1000} kB")


def main() -> int:
    chromium = os.environ.get("PLUMBLINE_CHROMIUM") or find_installed() or playwright_chromium(fetch=False)
    if not chromium:
        print(ADVICE, file=sys.stderr)
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        running_app(Path(folder), PLUMBLINE_BASE_URL=ADDRESS) as server,
        sync_playwright() as p,
    ):
        inst = open_installation(Settings(var=server.folder / "var"))
        with (
            closing(inst.database),
            closing(p.chromium.launch(executable_path=chromium, args=ARGS)) as browser,
        ):
            tokens = {"alone": half_finished(inst)}
            tokens["facilitator"], _leader = in_a_room(inst, revealed=True)
            _facilitator, tokens["leader"] = in_a_room(inst, revealed=False)
            cookies = {whose: cookie_for(inst, token) for whose, token in tokens.items()}
            for shot in SHOTS:
                keep(shot.name, take(browser, shot, server, cookies.get(shot.whose, "")))
            keep("playbook", first_page(browser, server))
    return 0


if __name__ == "__main__":
    sys.exit(main())
