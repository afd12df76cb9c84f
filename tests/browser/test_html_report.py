"""The playbook as a web page, in a browser: accessible, on a phone too, and printed without its contents."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from documents.html.page import render_html
from tests import reports
from tests.browser.axe import grave_findings

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [390, 1280])
def test_it_has_no_fault_and_fits_the_width(chrome: Browser, tmp_path: Path, width: int) -> None:
    (tmp_path / "report.html").write_bytes(render_html(reports.northgate(), appendix=True))
    page = chrome.new_page(viewport={"width": width, "height": 900})
    page.goto((tmp_path / "report.html").as_uri())
    assert grave_findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_text("Contents").click()
    expect(page.get_by_role("link", name="Approve five moves to reach level 3")).to_be_visible()
    page.close()
