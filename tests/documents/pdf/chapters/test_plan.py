"""The playbook on what to close first and the cheapest way up."""

import re
from typing import Any

from assessment.plan.records import Roadmap, RoadmapMove
from report.model.report import Report
from report.text.alignment.findings import value_text
from report.text.plan.gaps import tag_words
from tests import reports, texts
from tests.documents.reading import annex_pages, pages
from tests.words import WITHHELD

CAMPS = (("CEO", "business"), ("CFO", "business"), ("CIO", "technology"), ("CISO", "technology"))


def said(report: Report) -> str:
    return " ".join(annex_pages(report))


def level_two(*numbers: int, roadmap: Roadmap | None = None, **first: int) -> Report:
    """Leaders who say 2 everywhere; the first of them differs where told."""
    answers: dict[str, Any] = dict.fromkeys(texts.real_instrument().practices, 2)
    own = answers | {code.replace("_", "-"): level for code, level in first.items()}
    people = [reports.leader(*CAMPS[n], own if n == 0 else answers) for n in numbers]
    return reports.report_on(people, roadmap=roadmap)


def test_each_gap_stands_with_both_sides_the_question_and_the_evidence() -> None:
    report = reports.northgate()
    whole = said(report)
    assert len(report.gaps) == 3
    for gap in report.gaps:
        assert gap.question in whole
        assert gap.practice.evidence in whole
        assert f"{value_text(gap.business)} on average, so level" in whole
        assert tag_words(gap.tags) in whole
    assert "The overall level depends on who is right: 2 if business is, 1 if technology is." in whole
    assert "a close call" in whole
    assert "Settled in the room" in whole


def test_gaps_that_may_not_be_shown_are_the_one_sentence() -> None:
    report = level_two(0, 1, 2, STR_1=5)
    assert report.gaps == ()
    assert f"What to settle first {WITHHELD!s}" in said(report)


def test_the_way_up_stands_with_its_sum_its_proof_and_the_next_best_plan() -> None:
    report = reports.northgate()
    whole = said(report)
    assert (
        "Least effort to level 3 Five moves, about 30 days, plus 55 from others. It needs the fewest days of the organiser: 6.0 person-weeks. The organiser carries a move out; others give their time, such as being interviewed or trained. The efforts are our estimates."
        in whole
    )
    assert re.search(r"The next best plan needs about \d+ days? more, with “", whole)
    assert "not yet the cheapest" not in whole


def test_another_target_and_an_effort_of_ones_own_are_printed() -> None:
    first = level_two(0, 1).next_moves[0]
    roadmap = Roadmap(target=4, moves=[RoadmapMove(move=first.key, effort=7.5)])
    whole = said(level_two(0, 1, roadmap=roadmap))
    assert "Least effort to level 4" in whole
    assert "37.5, yours + " in whole
    assert "One effort is yours, the others are our estimates." in whole


def test_a_target_that_is_reached_says_so_where_the_board_is_asked() -> None:
    report = level_two(0, 1, roadmap=Roadmap(target=2))
    assert "Level 2 is reached: you describe level 2. Choose a higher one." in pages(report)[1]
