"""Latency from the tap to "Saved" in a real browser."""

import os
import statistics
import time

from playwright.sync_api import Page, sync_playwright

from services.core.identity import DEVICE_COOKIE
from tests.server import Server

TAPS = 25
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
WATCH = """() => new Promise(done => {
    const begun = performance.now();
    const card = document.querySelector('[class*="st-key-pl_card_card-GOV-1-%d"] button');
    const look = new MutationObserver(() => {
        const here = document.querySelector('[class*="st-key-pl_card_card-GOV-1-%d"]');
        if (here && here.textContent.includes('Your answer')) { look.disconnect(); done(performance.now() - begun); }
    });
    look.observe(document.body, {subtree: true, childList: true, characterData: true, attributes: true});
    card.click();
})"""


def tap(page: Page, level: int) -> float:
    """Milliseconds from the click until the card says “Your answer”, which it does only after the commit."""
    return float(page.evaluate(WATCH.replace("%d", str(level))))


def tapping(server: Server, cookie: str) -> tuple[float, float, float]:
    """Median and worst tap in ms, and the seconds until a first visit shows its question."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=os.environ["PLUMBLINE_CHROMIUM"], args=ARGUMENTS)
        context = browser.new_context(viewport={"width": 1280, "height": 800})
        context.add_cookies([{"name": DEVICE_COOKIE, "value": cookie.split("=", 1)[1], "url": server.url}])
        page = context.new_page()
        begun = time.perf_counter()
        page.goto(server.url + "/governance")
        page.get_by_role("button", name="Next").wait_for()
        visit = time.perf_counter() - begun
        page.wait_for_timeout(1_000)
        times = [tap(page, 1 + (n + 1) % 5) for n in range(TAPS)][3:]
        browser.close()
    return statistics.median(times), max(times), visit
