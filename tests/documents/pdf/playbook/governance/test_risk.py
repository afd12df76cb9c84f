"""The page on risk lines: who accepts, refuses and has yet to sign each, with room to sign by hand."""

from functools import lru_cache
from random import Random
from typing import Any

import pytest

from documents.pdf import render_playbook
from documents.pdf.playbook.governance.risk import risk_page
from report.model.report import Report
from report.text.governance.acceptable_risk import signed_progress
from report.text.playbook.governance.risk import risk_finding, signed_lines
from tests import reports
from tests.documents.pdf.aligned import example
from tests.documents.pdf.playbook.one_page import HALF, ODD, assert_one_page, odd_reports, role, text, title
from tests.documents.pdf.structure_walk import walk

STANCES = ("accepted", "accepted", "accepted", "with_condition", "refused")
SIGNERS = ("CEO", "CFO", "COO", "CIO", "CISO", "CDO", "A role of our own")


@lru_cache(maxsize=1)
def statements() -> tuple[Report, ...]:
    """Forty statements of lines of one’s own, signed in every way by one to seven people."""
    return tuple(_statement(Random(number)) for number in range(40))  # noqa: S311 - no secret


def _statement(chance: Random) -> Report:
    signers = chance.sample(SIGNERS, chance.randint(1, len(SIGNERS)))
    likely, signs = chance.choice([STANCES, ("accepted",)]), chance.choice([0.0, 0.7, 1.0])
    lines = []
    for n in range(chance.choice([1, 3, 11, 40])):
        stances = {role: chance.choice(likely) for role in signers if chance.random() < signs}
        signatures = [
            {"role": role, "day": "2026-11-17", "stance": stance}
            | ({} if stance == "accepted" else {"note": "Not before spring."})
            for role, stance in stances.items()
        ]
        lines.append({"area": "data", "text": f"Line {n}", "decision": "never", "signatures": signatures})
    return example(risk_statement={"signers": signers, "lines": lines})


def test_the_example_counts_what_all_agree_and_names_who_refuses() -> None:
    report = reports.northgate()
    assert title(risk_page, report) == (
        f"Five of eleven risk lines are agreed by all; {role('CFO')} refuses one"
    )
    assert_one_page(risk_page, report, filled=HALF)


@pytest.mark.parametrize("number", range(40))
def test_the_title_agrees_with_the_count_of_signatures(number: int) -> None:
    report = statements()[number]
    assert report.rules is not None
    view, lines = report.rules.risk, signed_lines(report)
    counts = [view.counts(line) for line in view.lines]
    agreed = sum(found.accepted == found.asked for found in counts)
    assert sum(line.agreed for line in lines) == agreed
    said = risk_finding(report, lines)
    refused = sum(found.refused for found in counts)
    assert ("refuse" in said) == bool(refused)
    assert ("All " in said or "The one risk line decided is agreed by all" in said) == (agreed == len(lines))
    assert ("signed yet" in said) == (not any(found.asked - found.open for found in counts))


@pytest.mark.parametrize("number", range(40))
def test_every_signature_is_a_mark_and_lines_that_part_the_leaders_come_first(number: int) -> None:
    report = statements()[number]
    assert report.rules is not None
    lines = signed_lines(report)
    marks = [mark for line in lines for mark in line.marks.values()]
    whole = report.rules.risk.counts(*report.rules.risk.lines)
    assert marks.count("accepted") == whole.accepted
    assert marks.count("with_condition") == whole.with_condition
    assert marks.count("refused") == whole.refused
    assert marks.count("open") == whole.open
    assert [line.urgency for line in lines] == sorted(line.urgency for line in lines)
    assert_one_page(risk_page, report)


def test_the_four_counts_are_those_said_everywhere() -> None:
    report = reports.northgate()
    assert report.rules is not None
    assert signed_progress(report.instrument, report.rules.risk) in text(risk_page, report)


def test_it_is_a_table_in_which_everybody_hears_the_word_of_each_mark() -> None:
    report = reports.northgate()
    spoken = walk(render_playbook(report)).spoken
    heads = [one.text.strip() for one in spoken if one.kind == "TH"]
    at = heads.index("Line and decision")
    assert heads[at : at + 5] == ["Line and decision", *map(role, ("CEO", "CFO", "COO", "CIO"))]
    words = [one.text.strip() for one in spoken if one.kind == "TD"]
    assert (words.count("accepted"), words.count("condition"), words.count("refused"), words.count("open")) == (
        29,
        1,
        1,
        13,
    )  # fmt: skip


def test_who_refuses_says_why() -> None:
    found = text(risk_page, reports.northgate())
    assert (
        f"{role('CFO')} on “Messages no one has read”: Refused, 17 November 2026: A promised delivery date"
        in found
    )


def test_with_many_signers_each_column_is_a_way_to_sign() -> None:
    lines: list[dict[str, Any]] = [{"area": "data", "text": "Ours", "decision": "free", "signatures": []}]
    report = example(risk_statement={"signers": [*SIGNERS, "OT", "CMO", "CSO"], "lines": lines})
    assert f"{role('CEO')}, {role('CFO')}, {role('COO')}, {role('CIO')} and six more" in text(
        risk_page, report
    )


def test_the_longest_lines_are_one_page_and_the_rest_is_counted() -> None:
    lines = [
        {
            "area": "data",
            "text": f"{n} " + "It goes on. " * 80,
            "decision": "with_limit",
            "limit": "limit " * 150,
            "signatures": [{"role": "CFO", "day": "2026-11-01", "stance": "refused", "note": "never " * 150}],
        }
        for n in range(30)
    ]
    report = example(risk_statement={"signers": ["CEO", "CFO"], "lines": lines})
    assert_one_page(risk_page, report)
    assert "more lines are in the annex." in text(risk_page, report)


@pytest.mark.parametrize("name", ODD)
def test_before_a_line_is_decided_there_is_no_page(name: str) -> None:
    report = odd_reports()[name]
    assert_one_page(risk_page, report)
    assert bool(title(risk_page, report)) == bool(report.rules and report.rules.risk.lines)
