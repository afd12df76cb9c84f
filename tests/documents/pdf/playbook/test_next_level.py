"""The pages on the next level: every practice has its step, and the title says what the level needs."""

from typing import Any

import pytest

from documents.pdf.engine.geometry import SHEETS
from documents.pdf.playbook.next_level import PAGES_AT_MOST, next_level_pages
from report.model.report import Report
from report.text.narrative import count
from report.text.playbook.next_level import NextStep, next_steps
from scoring.levels.results import MEAN
from tests import reports
from tests.documents.pdf.longest import longest_instrument
from tests.documents.pdf.playbook.registers import PAPERS, file, printed, sheets, title
from tests.documents.pdf.structure_walk import walk
from tests.properties.companies import companies
from tests.reports import STATES

LEVELS = (1, 2, 3, 4, 5)


def steps_of(report: Report) -> list[NextStep]:
    return [step for section in report.sections for step in next_steps(report, section)]


def test_the_example_says_what_level_3_needs() -> None:
    assert title(reports.northgate(), next_level_pages) == (
        "Level 3 needs the next step in four practices and a higher average in Governance"
    )


def test_the_title_counts_what_keeps_the_level_and_says_what_is_not_known() -> None:
    for company in companies():
        result, said = company.report.result, title(company.report, next_level_pages)
        if result.level in (None, 5) or not said:
            continue
        held = [result.practices[code].state for code in result.held_by if code != MEAN]
        known, unknown = held.count("scored"), held.count("not_known")
        assert said.startswith(f"Level {(result.level or 0) + 1} needs ")
        assert (f"the next step in {count(known)} practice" in said) == bool(known)
        assert (f"to {count(unknown)} question" in said) == bool(unknown)
        assert ("a higher average in" in said) == (MEAN in result.held_by)
        assert sum(step.keeps for step in steps_of(company.report)) == len(held)


def test_every_practice_with_an_answer_has_a_row_and_the_others_are_counted() -> None:
    for company in companies():
        report = company.report
        states = [view.result.state for section in report.sections for view in section.practices]
        rows, away = len(steps_of(report)), states.count("missing") + states.count("not_applicable")
        assert rows + away == len(states)
        if rows:
            assert ("Of the other practices" in printed(report, next_level_pages)) == bool(away)


def test_at_level_1_only_the_outcome_of_the_next_level_is_said() -> None:
    report = reports.everyone_at(1)
    text = printed(report, next_level_pages)
    for practice in report.instrument.practices.values():
        assert practice.move(2).lacking not in text.lower()
        assert not any(practice.situation(level)[:40] in text for level in (1, 2))
        assert practice.move(2).evidence in text
    for company in companies():
        if company.report.result.level == 1:
            assert not any(step.today for step in steps_of(company.report))


def test_at_the_highest_level_it_says_what_must_stay_true() -> None:
    report = reports.everyone_at(5, "number")
    assert title(report, next_level_pages) == "All 25 practices are at the highest level, and must stay there"
    text = printed(report, next_level_pages)
    assert all(practice.situation(5) in text for practice in report.instrument.practices.values())


def test_one_level_up_is_the_situation_of_the_instrument() -> None:
    for company in companies():
        for section in company.report.sections:
            for view in section.practices:
                level = view.result.level
                if view.result.state == "scored" and level in (2, 3, 4):
                    steps = next_steps(company.report, section)
                    (step,) = [one for one in steps if one.title == view.practice.title]
                    assert step.ahead == view.practice.situation((level or 0) + 1)


def test_without_a_level_practices_are_counted() -> None:
    said = title(reports.half_answered(), next_level_pages)
    assert said == "Twelve practices can go up a level"


def test_what_is_not_known_is_hollow_and_says_whom_to_ask() -> None:
    report = reports.alone()
    text = printed(report, next_level_pages)
    assert "not known" in text
    for errand in report.errands:
        assert f"Ask {errand.ask}: {errand.practice.stem}" in text


def test_without_answers_there_is_no_page() -> None:
    assert title(reports.nobody(), next_level_pages) == ""


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("level", LEVELS)
def test_twenty_five_practices_fit_on_two_pages_and_no_word_is_cut(level: int, paper: Any) -> None:
    for backing in (None, "document"):
        report = reports.everyone_at(level, backing)
        assert sheets(report, next_level_pages, paper) == PAGES_AT_MOST
        assert "…" not in printed(report, next_level_pages, paper)


@pytest.mark.parametrize("paper", PAPERS)
def test_an_instrument_at_every_limit_is_printed_whole(paper: Any) -> None:
    asked = longest_instrument()
    answers = dict.fromkeys(asked.practices, 2)
    people = [reports.leader("CEO", "business", answers), reports.leader("CIO", "technology", answers)]
    report = reports.report_on(people, asked)
    assert sheets(report, next_level_pages, paper) > PAGES_AT_MOST
    assert "…" not in printed(report, next_level_pages, paper)


def test_each_section_is_a_table_whose_rows_are_its_practices() -> None:
    report = reports.northgate()
    heard = walk(file(report, next_level_pages))
    assert heard.faults == []
    assert len(heard.texts("Table")) == len(report.sections)
    assert len(heard.texts("TR")) == len(report.sections) + len(steps_of(report))


def test_what_keeps_the_level_and_its_evidence_are_words_too() -> None:
    heard = " ".join(walk(file(reports.northgate(), next_level_pages)).texts("TD"))
    kept = [code for code in reports.northgate().result.held_by if code != MEAN]
    assert heard.count("limits the level") == len(kept)
    assert all(word in heard for word in ("document", "number", "opinion", "not recorded"))


@pytest.mark.parametrize("state", STATES)
def test_every_state_has_pages_that_fit(state: str) -> None:
    report = STATES[state]()
    for paper in PAPERS:
        assert sheets(report, next_level_pages, paper) <= PAGES_AT_MOST
    assert bool(list(next_level_pages(report, SHEETS["a4"]))) == bool(steps_of(report))
