"""Laws of the playbook's findings, over three hundred made-up companies: each title is true of the figures behind it."""

from collections.abc import Iterator

import pytest

from documents.pdf.engine.geometry import CONTENT, SHEETS, Paper
from documents.pdf.playbook.board.cover import cover_page
from documents.pdf.playbook.board.decisions import decisions_page
from documents.pdf.render import lay_out
from report.model.report import Report
from report.text.narrative import count, sentence
from report.text.playbook.alignment.differences import differences_title, furthest_apart
from report.text.playbook.alignment.expectations import expectations_title, still_open
from report.text.playbook.alignment.questions import questions_title
from report.text.playbook.board.cover import approval, cover_title, money_strip
from report.text.playbook.board.decisions import decisions_finding, effort_words, not_deciding
from report.text.playbook.board.staircase import blockers
from report.text.playbook.practices import practices_title
from report.text.unknown import unknown_holders
from scoring.levels.results import MEAN
from tests.properties.companies import TOY, companies


def reports() -> Iterator[Report]:
    return (company.report for company in companies() if company.report.disclosure.team)


def levelled() -> Iterator[Report]:
    return (report for report in reports() if report.result.level is not None)


def test_the_cover_names_the_level_and_asks_for_the_whole_path() -> None:
    asked = 0
    for report in levelled():
        title = cover_title(report)
        assert f"evel {report.result.level} " in f"{title} ".replace(".", " ").replace(",", " ")
        if not report.decisions_asked or unknown_holders(report.result):
            continue
        assert report.path is not None
        assert title.endswith(f" {approval(report)}.")
        number = count(len(report.decisions_asked))
        assert approval(report).startswith(f"Approve {number} move")
        assert f"to reach level {report.path.found.target}" in approval(report)
        assert decisions_finding(report).startswith(f"Approve {number} move")
        assert decisions_finding(report).endswith(effort_words(*report.decisions_asked))
        assert money_strip(report)[0][0] == effort_words(*report.decisions_asked).partition(",")[0]
        asked += 1
    assert asked > 50


def test_everything_that_keeps_the_level_is_a_blocker_and_nothing_else() -> None:
    for report in reports():
        found, bound = blockers(report), report.ceiling
        held = report.result.held_by if report.result.level or bound is None else bound.held_by
        assert (found.points if found else 0) == len(held)
        if found is not None:
            titles = [TOY.practices[code].title for code in held if code != MEAN]
            assert list(found.in_short[: len(titles)]) == titles


def test_what_goes_on_undecided_begins_with_the_level_that_is_described() -> None:
    for report in levelled():
        assert not_deciding(report)[0].startswith(f"The level stays at {report.result.level}, ")


def test_the_title_of_the_practices_counts_those_that_keep_the_level_and_the_sections_that_do_not() -> None:
    for report in levelled():
        level, codes = report.result.level or 0, [c for c in report.result.held_by if c != MEAN]
        title, binding = practices_title(report), report.result.binding
        if level == 5:
            continue
        number = sentence(count(len(codes)))
        assert title.startswith(f"{number} practice" if codes else "No single practice")
        allow = [p.code for p in TOY.pillars if p.code not in binding]
        assert (f"{count(len(allow))} of three sections already allow" in title) == bool(allow and codes)
        for code in allow:
            reached = report.result.pillars[code].level or 0
            assert reached > level - (TOY.pillar(code).role == "enabling")


def test_the_title_of_the_differences_is_the_level_of_each_side() -> None:
    named = 0
    for report in reports():
        shown = furthest_apart(report.alignment, 10) if report.alignment else []
        if report.alignment is None or not shown:
            continue
        title, what_if = differences_title(report, report.alignment, shown), report.result.what_if
        assert title
        if title.startswith("Business describes"):
            assert title == (
                f"Business describes level {what_if.business}, technology level {what_if.technology}"
            )
            assert what_if.business != what_if.technology
            named += 1
        if not report.disclosure.sides:
            assert "usiness" not in title
    assert named > 10


def test_the_title_of_expectations_counts_what_is_hidden_and_still_open() -> None:
    hidden = 0
    for report in reports():
        found = report.alignment
        if found is None or not found.hidden:
            continue
        title, left = expectations_title(found), sum(map(still_open, found.hidden))
        assert title.startswith(f"{sentence(count(len(found.hidden)))} disagreement")
        assert title.endswith("settled in the room") == (left == 0)
        hidden += 1
    assert hidden > 5


def test_whom_to_ask_is_said_for_one_leader_alone() -> None:
    for report in reports():
        if report.result.single_view and report.errands:
            assert questions_title(report).startswith(f"{sentence(count(len(report.errands)))} question")


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_every_page_of_every_company_fits(paper: Paper) -> None:
    sheet = SHEETS[paper]
    for company in companies()[::5]:
        for board in (cover_page(company.report, sheet, None), decisions_page(company.report, sheet)):
            assert board.needs(CONTENT) <= sheet.available
        for page in lay_out(company.report, length="full", paper=paper):
            for placed in page:
                assert placed.down + placed.piece.height(CONTENT) <= sheet.available + 0.1
