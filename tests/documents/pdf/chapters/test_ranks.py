"""Outcomes and barriers in the alignment chapter: findings, averages and published figures, as far as they may be shown."""

import json
from typing import Any

import pytest

from assessment.answers.records import Assessment
from report.build.report import build_report
from report.model.report import Report
from report.text.alignment.ranks import ranks_finding, widest_sentence
from tests import paths, reports
from tests.documents.pdf.aligned import whole
from tests.documents.reading import annex_pages
from tests.texts import instrument_at
from tests.words import WITHHELD

ASKS_BARRIERS = instrument_at(paths.ROOT / "data" / "instrument" / "2026.2")
BARRIERS = [choice.code for choice in ASKS_BARRIERS.barriers]


def northgate(ranked: int = 5, **changes: Any) -> Report:
    """The example in the edition with barriers; so many of its people put things in order."""
    data = json.loads(paths.EXAMPLE.read_text(encoding="utf-8")) | {"edition": "2026.2"} | changes
    people = sorted(data["respondents"], key=lambda person: person["camp"])
    for number, person in enumerate(people):
        person |= {"barriers": [*BARRIERS[number:], *BARRIERS[:number]]}
        if number >= ranked:
            person |= {"barriers": [], "ranking": []}
        if data["privacy"] != "open":
            person.pop("name", None)
    return build_report(ASKS_BARRIERS, Assessment.model_validate(data), reports.AS_OF)


def test_both_findings_stand_with_their_averages_and_the_published_figures() -> None:
    report = northgate()
    text = whole(report)
    assert report.alignment is not None
    for seen in (report.alignment.outcomes, report.alignment.barriers):
        assert seen is not None
        assert f"{ranks_finding(seen)}. {widest_sentence(seen)}" in text
        for figure in seen.figures:
            assert figure.statement in text
            assert f"asked: {figure.population}" in text
    assert {"A3", "A4", "A5"} <= {
        figure.id
        for seen in (report.alignment.outcomes, report.alignment.barriers)
        if seen
        for figure in seen.figures
    }


def test_in_team_mode_only_the_order_of_all_is_printed() -> None:
    text = whole(northgate(privacy="team"))
    assert "Your leaders want “" in text
    assert "Business wants “" not in text
    assert "Average place" in text


@pytest.mark.parametrize("privacy", ["by_camp", "team"])
def test_where_one_person_of_a_side_ranked_nothing_is_printed_but_the_sentence(privacy: str) -> None:
    report = northgate(ranked=4, privacy=privacy)
    text = whole(report)
    assert "What AI should bring, by side" in text
    assert WITHHELD in text
    assert "Average place" not in text
    assert (
        "want" not in text.partition("What AI should bring, by side")[2].partition("What gets in the way")[0]
    )


def test_evidence_is_printed_in_the_appendix_of_answers_only() -> None:
    data = json.loads(paths.EXAMPLE.read_text(encoding="utf-8")) | {"edition": "2026.2"}
    data["respondents"][0]["responses"]["STR-1"] = {
        "level": 4,
        "backing": "document",
        "evidence": "Board paper 7",
    }
    report = build_report(ASKS_BARRIERS, Assessment.model_validate(data), reports.AS_OF)
    assert "Board paper 7" not in " ".join(annex_pages(report))
    assert "named: Board paper 7" in " ".join(annex_pages(report, appendix=True))
