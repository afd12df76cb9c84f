"""What the alignment chapter gives the leaders to talk about: pictures, decisions, the ledger, what is next."""

from dataclasses import replace
from typing import Any

import pytest

from documents.pdf.engine.geometry import CONTENT, SHEETS
from documents.pdf.render import lay_out
from report.text.alignment.findings import next_meeting
from report.text.alignment.sentences import decision_sentence
from scoring.levels.rules import practice_level
from tests import reports
from tests.documents.pdf.aligned import example, two, whole
from tests.documents.reading import read


def _reads(sentence: str, text: str) -> bool:
    """Do the words come in this order, with those of the column beside it in between?"""
    words = iter(text.split())
    return all(word in words for word in sentence.split())


def test_what_nobody_was_asked_has_no_head() -> None:
    text = whole(two())
    assert not any(head in text for head in ("hidden disagreement", "Who decides", "What the room agreed"))
    assert "For the next meeting" in text


def test_a_hidden_disagreement_shows_both_pictures_and_the_question_for_the_room() -> None:
    report = reports.northgate()
    assert report.alignment is not None
    text = whole(report)
    assert "Two hidden disagreements" in text
    assert len(report.alignment.hidden) == 2
    for found in report.alignment.hidden:
        assert found.prompt is not None
        assert found.prompt in text
        for mean in (found.business, found.technology):
            assert mean is not None
            assert _reads(found.practice.situation(practice_level(mean)), text)
    assert "The sides expect to differ and do not Measured before the start" in text


def test_decisions_without_a_single_holder_are_named_and_the_others_listed() -> None:
    report = example(ownership={})
    assert report.alignment is not None
    text = whole(report)
    assert "four of eight decisions have no single holder" in text
    for seen in report.alignment.collisions:
        assert f"{seen.title} {decision_sentence(seen)}" in text
    assert "Who releases the money? Finance." in text


def test_decisions_are_told_once_where_the_plan_names_who_owns_what() -> None:
    text = whole(reports.northgate())
    assert "four of eight decisions have no single holder" in text
    assert "Each stands under “Who owns what”, with what is settled now." in text
    assert "Nobody holds it" not in text


def test_the_ledger_says_as_voted_as_agreed_and_prints_dissent_as_it_was_typed() -> None:
    dissent = "<b>Finance</b> & </para> IT: not yet."
    report = example(agreed={"STR-1": {"level": 3, "dissent": dissent}})
    text = whole(report)
    assert "As voted As agreed" in text
    assert "The outcomes AI should serve 2.8 3 0.8, then 0.2" in text
    assert dissent in text


def test_the_next_meeting_takes_up_the_largest_differences_that_were_not_agreed() -> None:
    report = reports.northgate()
    assert report.alignment is not None
    asked = [p.practice.code for p in next_meeting(report, report.alignment)]
    assert asked == ["OPS-2", "VAL-1", "GOV-4"]
    last = whole(report).partition("For the next meeting")[2]
    for found in next_meeting(report, report.alignment):
        assert found.prompt is not None
        assert found.prompt in last


def test_an_agreement_with_reservations_stays_on_the_list() -> None:
    report = reports.northgate()
    assert report.alignment is not None
    first, *others = report.alignment.practices
    assert first.ledger is not None
    doubted = replace(first, ledger=replace(first.ledger, reservations=True))
    alignment = replace(report.alignment, practices=(doubted, *others))
    assert next_meeting(report, alignment)[0].practice.code == "STR-1"
    assert "Agreed with reservations." in whole(replace(report, alignment=alignment))


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("text", ["word " * 200, "x" * 1000, "<b>\ud800\u202e & " * 60])
def test_the_worst_dissent_stays_on_its_page(text: str, paper: Any) -> None:
    report = reports.northgate()
    assert report.alignment is not None
    practices = tuple(
        replace(p, ledger=replace(p.ledger, dissent=text)) if p.ledger else p
        for p in report.alignment.practices
    )
    decisions = tuple(replace(d, title=text, role=text) for d in report.alignment.decisions)
    worst = replace(report, alignment=replace(report.alignment, practices=practices, decisions=decisions))
    for page in lay_out(worst, length="full", paper=paper):
        for placed in page:
            assert placed.down + placed.piece.height(CONTENT) <= SHEETS[paper].available + 0.1
    assert len(read(worst, paper=paper).pages) > 10
