"""The playbook as a web page: the same words as the PDF, in the same order, and nothing it needs from elsewhere."""

import re
from html.parser import HTMLParser

import pytest

from documents.html.page import render_html
from documents.pdf import render_playbook
from documents.pdf.engine.pages import note_on_marks
from report.model.report import Report
from tests import reports
from tests.documents.pdf.structure_walk import walk
from tests.reports import STATES

every_state = pytest.mark.parametrize("state", STATES)
CONTENTS = ("Annex", "What the findings of the playbook rest on, in detail.")
"""What the PDF has and the page says with a list of links."""
ONLY_IN_PDF = ("TOC", "TOCI", "Reference", "Link", "Lbl")


class Reader(HTMLParser):
    """The words of a page, those of figures from their label, and every address it asks for."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.asks: list[str] = []
        self.tags: set[str] = set()
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.add(tag)
        self._silent += tag in ("svg", "nav", "head", "footer")
        if tag == "svg":
            self.words.append(str(given["aria-label"]))
        self.asks += [str(value) for name, value in attrs if name in ("src", "href", "xlink:href", "srcset")]

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in ("svg", "nav", "head", "footer")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.words.append(data)


def read(report: Report) -> Reader:
    found = Reader()
    found.feed(render_html(report, appendix=True).decode())
    return found


def packed(words: list[str]) -> str:
    return re.sub(r"\s+|_{32}|\u200e", "", "".join(words))


@every_state
def test_it_says_what_the_pdf_says_in_the_same_order(state: str) -> None:
    report = STATES[state]()
    spoken = walk(render_playbook(report, appendix=True)).spoken
    heard = [one.text for one in spoken if one.kind not in ONLY_IN_PDF and one.text.strip() not in CONTENTS]
    note = packed([note_on_marks()])
    assert packed(read(report).words).replace(note, "") == packed(heard).replace(note, "")


@every_state
def test_it_needs_no_script_and_nothing_from_elsewhere(state: str) -> None:
    found = read(STATES[state]())
    assert not found.tags & {"script", "link", "iframe", "object", "form", "b"}
    assert all(address.startswith(("#c", "data:image/png;base64,")) for address in found.asks)


def test_every_line_of_the_contents_leads_to_a_chapter() -> None:
    page = render_html(reports.northgate()).decode()
    assert re.findall(r'href="#(c\d+)"', page) == re.findall(r'<h2 id="(c\d+)"', page)


def test_the_same_report_gives_the_same_bytes() -> None:
    assert render_html(reports.northgate()) == render_html(reports.northgate())
