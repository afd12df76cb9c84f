"""The paper of a workshop: what is on it, for whichever company, and that it can be heard."""

from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from assessment.workshop.meeting import asked
from documents.pdf.kit.render import render_kit, render_review
from tests import reports
from tests.documents.pdf.structure_walk import walk
from tests.reports import STATES

every_state = pytest.mark.parametrize("state", STATES)


def texts(pdf: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages]


@pytest.mark.parametrize(("way", "questions"), [("ten", 10), ("prepared", 25)])
def test_every_question_asked_has_a_row_on_the_voting_sheet_and_a_card_with_its_five_situations(
    way: Any, questions: int
) -> None:
    report = reports.northgate()
    codes = asked(report.instrument, way)
    assert len(codes) == questions
    found = texts(render_kit(report, way=way))
    sheet = next(page for page in found if page.startswith("Voting sheet"))
    cards = " ".join(found)
    for code in codes:
        practice = report.instrument.practices[code]
        assert practice.title in sheet
        assert all(" ".join(text.split()) in cards for text in (practice.stem, *practice.levels))


def test_the_agenda_adds_up_to_the_meeting() -> None:
    page = texts(render_kit(reports.northgate()))[0]
    assert page.startswith("Agenda Ten questions in 60 minutes, five of them discussed.")
    assert "56 min 4 min Close" in page


def test_the_first_three_moves_have_a_card_and_a_company_without_a_path_has_none() -> None:
    report = reports.northgate()
    found = " ".join(texts(render_kit(report)))
    for card in report.next_moves[:3]:
        assert card.move.steps[-1] in found
    assert report.next_moves[3].move.steps[-1] not in found
    assert "The first moves" not in " ".join(texts(render_kit(reports.nobody())))


def test_the_review_sheet_is_filled_in_with_what_was_agreed_and_what_limits_the_level() -> None:
    report = reports.northgate()
    (page,) = texts(render_review(report))
    assert report.roadmap is not None
    for made in report.roadmap.commitments:
        assert made.title in page
    for code in report.result.held_by:
        if code in report.instrument.practices:
            assert report.instrument.practices[code].title in page


@every_state
def test_both_are_tagged_and_the_same_twice(state: str) -> None:
    report = STATES[state]()
    for render in (render_kit, render_review):
        pdf = render(report)
        assert walk(pdf).faults == []
        assert render(report) == pdf


def test_hostile_names_do_not_break_them() -> None:
    for render in (render_kit, render_review):
        assert walk(render(reports.hostile(), paper="letter")).faults == []
