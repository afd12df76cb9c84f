"""What an edit of the plan feels like: from the key or the tap to the changed words, in a real browser.

Every kind of edit of the plan’s screens, on the finished example. The time begins with the event that ends the
edit (Enter, or the press) and ends with the frame that shows other words, which come only after the commit.
The same round trip on a bare Streamlit page of the same run stands beside it.
"""

import os
import statistics
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import psutil
from playwright.sync_api import Page, sync_playwright

from bench.edit_actions import REST, Act, cell, chosen, enter, opened, tap, typed, use_answered, use_in_front
from bench.screen_costs import bare_page, wait_until_warm
from bench.tap_latency import ARGUMENTS
from services.assessments import commitment_review, example
from services.core import identity
from services.core.identity import DEVICE_COOKIE, Owned
from services.core.installation import Installation, open_installation
from services.core.settings import Settings
from services.plan import commitments
from tests.device_cookies import cookie_for
from tests.server import running_app

TIMES = 9
BUDGET = 300
PATIENCE = 20_000
BUDGET_FIELD, LIKELY = "How far would a budget in days take you?", "Investment: most likely"
EFFORT = "Days: Sort thirty real cases into never, ask first and free"
CHIEF, FINANCE = "Chief executive", "Chief financial officer"
FRONT = ".st-key-pl_road_front"
TWO_DECISIONS = [f".st-key-pl_own_{code} .pl-status" for code in ("pick_use_cases", "fund")]
BARE = 'import streamlit as st\nn = st.number_input("Number", key="n")\nst.text(f"It is {n}")\n'
WATCH = """([selectors, patience]) => {
    const read = () => selectors.map(one => [...document.querySelectorAll(one)].map(part => part.innerHTML)).join('|');
    const before = read();
    let begun = null;
    const begin = event => {
        if (event.type === 'keydown' && event.key !== 'Enter') return;
        begun ??= performance.now();
    };
    for (const kind of ['keydown', 'pointerdown']) window.addEventListener(kind, begin, {capture: true});
    window.answered = new Promise((done, fail) => {
        const late = setTimeout(() => { look.disconnect(); fail(new Error('nothing changed: ' + selectors)); }, patience);
        const look = new MutationObserver(() => {
            if (begun === null || read() === before) return;
            look.disconnect();
            clearTimeout(late);
            for (const kind of ['keydown', 'pointerdown']) window.removeEventListener(kind, begin, {capture: true});
            requestAnimationFrame(() => done(performance.now() - begun));
        });
        look.observe(document.body, {subtree: true, childList: true, characterData: true, attributes: true});
    });
}"""


@dataclass(frozen=True)
class Edit:
    """A kind of edit: where, what has to be there before, what is done the nth time, and what must change."""

    name: str
    screen: str
    act: Act
    changes: Sequence[str]
    ready: Act = lambda _page, _n: None


@dataclass(frozen=True)
class EditTiming:
    """Milliseconds from the edit to its answer on screen, and what the server worked for it."""

    name: str
    median: float
    worst: float
    cpu: float


EDITS = (
    Edit("Plan: level aimed at", "plan", tap("Target level", "4", "3"), ["h2"]),
    Edit("Plan: what if", "plan", tap("New level", "5", "3", "4"), [".pl-before-after"]),
    Edit("Plan: budget", "plan", typed("spinbutton", BUDGET_FIELD, "3", "20", "60"), [".pl-p[role=status]"]),
    Edit("Plan: effort of a move", "plan", typed("spinbutton", EFFORT, "4", "3"), ["h2"]),
    Edit(
        "Roadmap: a field",
        "plan-roadmap",
        typed("textbox", "Target", "all", "every"),
        [f"{FRONT} dd"],
    ),
    Edit(
        "Roadmap: capacity",
        "plan-roadmap",
        typed("textbox", "Chief operating officer", "20", "15"),
        [".pl-still"],
    ),
    Edit("Roadmap: a cell", "plan-roadmap", enter, [".pl-gantt"], cell(920, "4", "3")),
    Edit(
        "Value: discount rate",
        "plan-value",
        typed("spinbutton", "Discount rate per year, in %", "12", "8"),
        [".pl-lead"],
    ),
    Edit("Value: an estimate", "plan-value", typed("textbox", LIKELY, "90000", "50000"), [".pl-lead"]),
    Edit("Value: a cell", "plan-value", enter, [".pl-nexts"], cell(60, "One", "Two", "Three")),
    Edit(
        "Owners: who answers",
        "plan-owners",
        chosen(FINANCE, CHIEF, CHIEF, FINANCE),
        TWO_DECISIONS,
        opened,
    ),
    Edit("Governance: an answer", "plan-governance", use_answered, [".pl-asking"], use_in_front),
)
BARE_EDIT = Edit(
    "a bare page’s number", "", typed("spinbutton", "Number", "1", "2"), ["[data-testid=stText]"]
)
COMMITMENT = Edit(
    "Progress: a commitment",
    "progress",
    lambda page, _n: page.get_by_role("button", name="Kept").click(),
    ["h2"],
)


def timed(page: Page, edit: Edit, times: int = TIMES) -> list[float]:
    """Milliseconds of every edit but the first, which loads what a field is made of."""
    found = []
    for n in range(times + 1):
        edit.ready(page, n)
        page.wait_for_timeout(REST)
        page.evaluate(WATCH, [edit.changes, PATIENCE])
        edit.act(page, n)
        found.append(float(page.evaluate("window.answered")))
    page.wait_for_timeout(REST)
    return found[1:]


def time_edit(page: Page, url: str, edit: Edit, server: psutil.Process) -> EditTiming:
    page.goto(f"{url}/{edit.screen}")
    page.locator("h1").first.wait_for()
    page.wait_for_timeout(3 * REST)
    before = sum(server.cpu_times()[:2])
    found = timed(page, edit)
    cpu = (sum(server.cpu_times()[:2]) - before) / (len(found) + 1) * 1_000
    return EditTiming(edit.name, statistics.median(found), max(found), cpu)


def commitment_kept(
    page: Page, url: str, inst: Installation, owned: Owned, server: psutil.Process
) -> EditTiming:
    """“Kept”, tapped on the one commitment that is due; taken back beside the browser each time."""
    due = next(
        one for one in commitment_review.all_commitments(inst, owned) if one.asked(datetime.now(UTC).date())
    )
    there = replace(owned, assessment_id=due.assessment_id)
    answers = []
    for _time in range(TIMES):
        commitments.mark_commitment(inst, there, due.position, due.commitment.move, "open")
        page.goto(f"{url}/{COMMITMENT.screen}")
        page.get_by_role("button", name="Kept").wait_for()
        page.wait_for_timeout(3 * REST)
        before = sum(server.cpu_times()[:2])
        page.evaluate(WATCH, [COMMITMENT.changes, PATIENCE])
        COMMITMENT.act(page, 0)
        took = float(page.evaluate("window.answered"))
        page.wait_for_timeout(REST)
        answers.append((took, (sum(server.cpu_times()[:2]) - before) * 1_000))
    times = [took for took, _cpu in answers]
    return EditTiming(
        COMMITMENT.name, statistics.median(times), max(times), statistics.mean(cpu for _took, cpu in answers)
    )


@contextmanager
def browser_at(url: str, cookie: str = "") -> Iterator[Page]:
    """A fresh browser, with this device cookie."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=os.environ["PLUMBLINE_CHROMIUM"], args=ARGUMENTS)
        context = browser.new_context(viewport={"width": 1280, "height": 800})
        if cookie:
            context.add_cookies([{"name": DEVICE_COOKIE, "value": cookie, "url": url}])
        yield context.new_page()
        browser.close()


def bare(folder: Path) -> EditTiming:
    """A number on a bare page under our configuration, and the line that repeats it."""
    with bare_page(folder, ours=True, script=BARE) as (url, process), browser_at(url) as page:
        page.goto(url)
        page.get_by_role("spinbutton").wait_for()
        before = sum(process.cpu_times()[:2])
        found = timed(page, BARE_EDIT)
        cpu = (sum(process.cpu_times()[:2]) - before) / (len(found) + 1) * 1_000
    return EditTiming(BARE_EDIT.name, statistics.median(found), max(found), cpu)


def editing(folder: Path, only: str = "") -> Iterator[EditTiming]:
    """The bare page, then every kind of edit whose name holds `only`."""
    yield bare(folder / "bare")
    inst, token = open_installation(Settings(var=folder / "app" / "var")), identity.new_token()
    owned = example.open_example(inst, token, datetime.now(UTC).date())
    with running_app(folder / "app") as server, browser_at(server.url, cookie_for(inst, token)) as page:
        process = psutil.Process(server.process.pid)
        wait_until_warm(server)
        for edit in EDITS:
            if only in edit.name:
                yield time_edit(page, server.url, edit, process)
        if only in COMMITMENT.name:
            yield commitment_kept(page, server.url, inst, owned, process)
    inst.database.close()
