"""axe-core on a page as it stands, with what is Streamlit's own and out of our reach set aside by name."""

from typing import Any

from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import Page

GRAVE = ("serious", "critical")
OPTIONS: dict[str, Any] = {"resultTypes": ["violations"]}
NOT_OURS: dict[tuple[str, str], str] = {}
"""(rule, part of the element’s HTML) → why we cannot mend it."""

_source: list[str] = []


def grave_findings(page: Page) -> list[str]:
    """Every serious or critical finding of ours: rule, what it asks for, and the element."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_axe())
    found = page.evaluate("options => axe.run(document, options)", OPTIONS)
    return [
        f"{violation['id']} ({violation['impact']}): {violation['help']}: {node['html'][:300]}"
        for violation in found["violations"]
        for node in violation["nodes"]
        if violation["impact"] in GRAVE and not _is_streamlits(violation["id"], node["html"])
    ]


def _is_streamlits(rule: str, html: str) -> bool:
    return any(rule == other and part in html for other, part in NOT_OURS)


def _axe() -> str:
    if not _source:
        _source.append(AXE_FILE_PATH.read_text(encoding="utf-8"))
    return _source[0]
