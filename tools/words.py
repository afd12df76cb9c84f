"""Counts the words a reader sees, screen by screen and page by page: `make words`, or `python -m tools.words`.

The app runs on a temporary folder with the example open, in a real browser; the playbook is rendered from the same
example. A word is whatever is set off by white space and holds a letter. Counted is what can be seen on the whole
screen without a tap: not what is folded away, not what only a screen reader says, not what fields hold, and not what
people typed (`TYPED`). Writes docs/words.md. PLUMBLINE_CHROMIUM names the browser, as in the tests.

The same code gives the same table on the same day: a screen counts due dates from the day it is read.
"""

import io
import json
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2
from playwright.sync_api import Browser, Page, sync_playwright

from documents.pdf.render import render_playbook
from services.assessments.example import EXAMPLE, open_example
from services.core import identity
from services.core.installation import Installation, open_installation
from services.core.settings import Settings
from tests.browser.rest import WATCHED, wait_until_at_rest
from tests.device_cookies import cookie_for
from tests.reports import northgate
from tests.server import Server, running_app
from tools.find_browser import ADVICE, find_installed, playwright_chromium
from ui.navigation import WELCOME, screens

TABLE = Path(__file__).resolve().parent.parent / "docs" / "words.md"
ARGS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
WINDOW = {"viewport": {"width": 1280, "height": 800}}
RESULTS, PLAN = "results", "plan"
AIMS = {RESULTS: 900, PLAN: 450}
"""At most so many words: on all screens of the result together, and on each tab of the plan."""
ELSEWHERE = {"setup", "workshop", "console", "people", "invite", "resume", "wall"}
"""Screens that belong to no finished assessment of one's own, or show a room."""
TYPED = {
    *(
        "name",
        "sector",
        "country",
        "note",
        "dissent",
        "owner",
        "kpi",
        "metric",
        "baseline",
        "goal",
        "milestone",
    ),
    *(
        "text",
        "limit",
        "purpose",
        "cadence",
        "rights",
        "agenda",
        "brings",
        "leaves",
        "result",
        "expected_result",
    ),
    *("blocked_by", "used_by", "vendor", "chair", "members", "evidence"),
}
"""Fields of the interchange file that hold what somebody typed."""
SHORTEST = 4
"""Shorter texts are codes of functions, or words that the product uses itself."""
VISIBLE = """root => {
  const seen = element => {
    if (!element.checkVisibility({opacityProperty: true, visibilityProperty: true})) return false;
    for (let at = element; at; at = at.parentElement) {
      if (at.tagName === 'DETAILS' && !at.open && !element.closest('summary')) return false;
      const style = getComputedStyle(at), box = at.getBoundingClientRect();
      const cut = style.overflow !== 'visible' || style.clip !== 'auto' || style.clipPath !== 'none';
      if (cut && style.display !== 'contents' && (box.width <= 1 || box.height <= 1)) return false;
    }
    return true;
  };
  const found = [], walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const silent = 'style, script, noscript, template, textarea, title, desc, option';
  while (walker.nextNode()) {
    const text = walker.currentNode, parent = text.parentElement;
    if (text.data.trim() && !parent.closest(silent) && seen(parent)) found.push(text.data);
  }
  return found.join(' ');
}"""
"""The text a reader sees inside an element, in the order of the page."""


class Counted(NamedTuple):
    """One screen or page, and how many words are on it."""

    name: str
    words: int


def count(text: str, typed: Iterable[str] = ()) -> int:
    """The words of a text without what people typed."""
    plain = " ".join(text.split())
    for own in sorted({" ".join(one.split()) for one in typed}, key=lambda one: (-len(one), one)):
        if len(own) >= SHORTEST:
            plain = plain.replace(own, " ")
    return sum(any(sign.isalpha() for sign in word) for word in plain.split())


def visible_text(page: Page, within: str = "body") -> str:
    """What a reader sees of a page, or of the part that a selector names."""
    found: str = page.locator(within).first.evaluate(VISIBLE)
    return found


def typed_in(data: Any, field: str = "") -> Iterator[str]:
    """Everything in an interchange file that somebody typed."""
    if isinstance(data, dict):
        for name, value in data.items():
            yield from typed_in(value, name)
    elif isinstance(data, list):
        for value in data:
            yield from typed_in(value, field)
    elif isinstance(data, str) and field in TYPED:
        yield data


def on_screens(browser: Browser, server: Server, inst: Installation, typed: Sequence[str]) -> list[Counted]:
    """Every screen of the example, by its address."""
    token = identity.new_token()
    open_example(inst, token, date.today())  # noqa: DTZ011 - a document's date
    with closing(browser.new_context(**WINDOW, reduced_motion="reduce")) as context:
        context.add_cookies(
            [{"name": identity.DEVICE_COOKIE, "value": cookie_for(inst, token), "url": server.url}]
        )
        context.add_init_script(WATCHED)
        page = context.new_page()
        found = []
        for path in sorted(set(screens(inst.instrument)) - ELSEWHERE):
            page.goto(f"{server.url}/{'' if path == WELCOME else path}")
            wait_until_at_rest(page)
            page.wait_for_load_state("networkidle")
            found.append(Counted(path, count(visible_text(page, '[data-testid="stMain"]'), typed)))
    return found


def on_pages(typed: Sequence[str]) -> list[Counted]:
    """Every page of the example's full playbook, by its number."""
    pdf = render_playbook(northgate())
    with closing(pypdfium2.PdfDocument(io.BytesIO(pdf))) as document:
        texts = [page.get_textpage().get_text_bounded() for page in document]
    return [Counted(str(number), count(text, typed)) for number, text in enumerate(texts, 1)]


def written(found: Sequence[Counted], pages: Sequence[Counted]) -> str:
    """The table as Markdown."""
    result = [one for one in found if one.name.startswith(RESULTS)]
    lines = [
        "# Visible words",
        "",
        "Written by `make words`: the example in the app and in print. Words people typed, folded text and the contents of",
        "fields do not count. Aims: at most 900 words on all Results screens together, 450 on each tab of the plan.",
        "",
        "| screen | words | aim |",
        "|---|---:|---:|",
        *(f"| {one.name} | {one.words:,} | {_aim(one.name)} |" for one in found),
        f"| **all Results screens** | **{sum(one.words for one in result):,}** | **{AIMS[RESULTS]}** |",
        f"| **all screens** | **{sum(one.words for one in found):,}** | |",
        "",
        "| page of the playbook | words |",
        "|---:|---:|",
        *(f"| {one.name} | {one.words:,} |" for one in pages),
        f"| **all {len(pages)}** | **{sum(one.words for one in pages):,}** |",
        "",
    ]
    return "\n".join(lines)


def _aim(name: str) -> str:
    return str(AIMS[PLAN]) if name == PLAN or name.startswith(f"{PLAN}-") else ""


def main() -> int:
    chromium = os.environ.get("PLUMBLINE_CHROMIUM") or find_installed() or playwright_chromium(fetch=False)
    if not chromium:
        print(ADVICE, file=sys.stderr)
        return 1
    typed = list(typed_in(json.loads(EXAMPLE.read_text(encoding="utf-8"))))
    with (
        tempfile.TemporaryDirectory() as folder,
        running_app(Path(folder)) as server,
        sync_playwright() as p,
    ):
        inst = open_installation(Settings(var=server.folder / "var"))
        with (
            closing(inst.database),
            closing(p.chromium.launch(executable_path=chromium, args=ARGS)) as browser,
        ):
            found = on_screens(browser, server, inst, typed)
    TABLE.write_text(written(found, on_pages(typed)), encoding="utf-8")
    print(TABLE.read_text(encoding="utf-8"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
