"""The summary as Markdown: the same sentences as everywhere, and nothing typed becomes markup."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from documents.summary import escaped, summary
from tests import reports
from tests.reports import STATES


def read(text: str) -> str:
    """As a reader of the page sees it: without tags, on one line."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", MarkdownIt().render(text))).split())


@pytest.mark.parametrize("state", STATES)
def test_it_says_what_the_cover_says(state: str) -> None:
    report = STATES[state]()
    found = read(summary(report))
    for sentence in (report.headline.level, report.headline.backing, report.headline.gap):
        assert " ".join((sentence or "").split()) in found


def test_it_names_every_move_of_the_path_with_who_leads_it() -> None:
    report = reports.northgate()
    found = read(summary(report))
    for card in report.next_moves:
        assert f"{card.move.title} ({card.lead})" in found


def test_what_may_not_be_shown_is_not_in_it() -> None:
    report = reports.withheld()
    assert not any(section.pillar.title in summary(report) for section in report.sections)


@given(st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=30))
def test_what_people_typed_is_shown_as_it_is(text: str) -> None:
    shown = MarkdownIt().render(f"- {escaped(text)}")
    assert shown == f"<ul>\n<li>{html.escape(text, quote=False).replace(chr(34), '&quot;')}</li>\n</ul>\n"
