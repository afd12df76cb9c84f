"""What the alignment chapter gives the leaders to talk about: pictures, decisions, the ledger, what is next."""

from dataclasses import replace
from typing import Any

import pytest

from documents.pdf.engine.geometry import CONTENT, SHEETS
from documents.pdf.render import lay_out
from report.text.alignment.sentences import decision_sentence
from report.text.plan.gaps import tagged_beyond
from tests import reports
from tests.documents.pdf.aligned import example, two, whole
from tests.documents.reading import annex


def test_what_nobody_was_asked_has_no_head() -> None:
    text = whole(two())
    assert not any(head in text for head in ("hidden disagreement", "Who decides", "What the room agreed"))


def test_a_hidden_disagreement_is_a_tag_on_the_one_list_of_what_to_settle() -> None:
    report = reports.northgate()
    assert report.alignment is not None
    text = whole(report)
    assert "Two hidden disagreements" in text
    hidden = {p.practice.code for p in report.alignment.hidden}
    assert len(hidden) == 2
    tagged = {gap.practice.code for gap in report.gaps if "hidden disagreement" in gap.tags}
    assert tagged == hidden & {gap.practice.code for gap in report.gaps}
    assert "The sides expect to differ but agree Measured before the start" in text


def test_decisions_without_a_single_holder_are_named_and_the_others_listed() -> None:
    report = example(ownership={})
    assert report.alignment is not None
    text = whole(report)
    assert "more than one owner, or none, for four of eight decisions" in text
    for seen in report.alignment.collisions:
        assert f"{seen.title} {decision_sentence(seen)}" in text
    assert "Who releases the money? Chief financial officer." in text


def test_decisions_are_told_once_where_the_plan_names_who_owns_what() -> None:
    text = whole(reports.northgate())
    assert "more than one owner, or none, for four of eight decisions" in text
    assert "“Who owns what” shows each with its owner today." in text
    assert "No owner, or nobody knows who" not in text


def test_the_ledger_says_as_voted_as_agreed_and_prints_dissent_as_it_was_typed() -> None:
    dissent = "<b>Finance</b> & </para> IT: not yet."
    report = example(agreed={"STR-1": {"level": 3, "dissent": dissent}})
    text = whole(report)
    assert "Voted Agreed" in text
    assert "The outcomes AI should serve 2.8 3 0.8, then 0.2" in text
    assert dissent in text


def test_an_agreement_with_reservations_is_agreed_and_not_settled() -> None:
    report = reports.northgate()
    assert report.alignment is not None
    first, *others = report.alignment.practices
    assert first.ledger is not None
    doubted = replace(first, ledger=replace(first.ledger, reservations=True, dissent=None))
    alignment = replace(report.alignment, practices=(doubted, *others))
    assert (
        first.practice.title
        in dict(tagged_beyond(replace(report, alignment=alignment)))["Agreed in the room, with reservations"]
    )
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
    assert len(annex(worst, paper=paper).pages) > 10
