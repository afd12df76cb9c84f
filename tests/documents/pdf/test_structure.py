"""The playbook for those who hear it: tagged to PDF/UA-1, in reading order, every figure in words."""

from io import BytesIO
from itertools import pairwise

import page
import pikepdf
import pytest
from pikepdf import Name

from documents.pdf import render_playbook
from report.model.report import Report
from report.text.alignment.sentences import headline_sentence
from report.text.playbook.board.cover import cover_title
from report.text.playbook.board.decisions import effort_words, evidence_words, when_words
from report.text.playbook.board.staircase import blockers, staircase_words
from tests import reports
from tests.documents.pdf.structure_walk import Walk, walk
from tests.documents.reading import outline, read
from tests.reports import STATES

HEADINGS = ("H1", "H2", "H3")

every_state = pytest.mark.parametrize("state", STATES)


def heard(report: Report, **choices: bool | str) -> Walk:
    return walk(render_playbook(report, appendix=True, **choices))  # type: ignore[arg-type]


@every_state
@pytest.mark.parametrize("length", ["board", "full"])
def test_it_keeps_every_rule_of_pdf_ua_that_a_machine_can_check(state: str, length: str) -> None:
    data = render_playbook(STATES[state](), length=length, appendix=True)  # type: ignore[arg-type]
    found = page.validate_pdf_bytes(data, profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in found.failures] == []
    assert found.is_compliant


@every_state
def test_every_mark_has_its_element_and_every_element_its_marks(state: str) -> None:
    assert heard(STATES[state]()).faults == []


@every_state
def test_headings_begin_with_the_level_and_skip_no_step(state: str) -> None:
    kinds = [one.kind for one in heard(STATES[state]()).spoken if one.kind in HEADINGS]
    assert kinds[0] == "H1"
    assert kinds.count("H1") == 1
    steps = [HEADINGS.index(now) - HEADINGS.index(then) for then, now in pairwise(kinds)]
    assert max(steps, default=0) <= 1


def test_what_is_read_out_follows_the_order_of_the_report() -> None:
    report = reports.northgate()
    heard_in_order = heard(report, length="board").texts("P", "H1", "H2", "Figure", "LBody")
    texts = [text.strip() for text in heard_in_order]
    head, blocked = report.headline, blockers(report)
    assert blocked is not None
    said = [
        cover_title(report),
        staircase_words(report),
        *blocked.clauses,
        f"{head.level} {head.backing}",
        head.gap,
    ]
    places = [texts.index(sentence.replace(" %", "\xa0%")) for sentence in said]
    assert places == sorted(places)


def test_each_decision_is_read_out_as_a_whole() -> None:
    """One row of the table: what is decided, by whom and when, then the boxes in the order of their heads."""
    report = reports.alone()
    rows: list[list[str]] = []
    for one in heard(report, length="board").spoken:
        if one.kind == "TR":
            rows.append([])
        elif one.kind in ("TH", "TD"):
            rows[-1].append(one.text.strip())
    assert rows[0][-3:] == ["Yes", "No", "Amend"]
    for number, (one, row) in enumerate(zip(report.decisions_asked, rows[1:], strict=True), 1):
        what, facts, *boxes = row
        assert what == f"{number}. {one.card.move.title} {evidence_words(one)}"
        assert facts == f"{one.owner} {effort_words(one)} {when_words(one)}"
        assert boxes == ["☐"] * 3


def test_a_broken_line_does_not_join_two_words() -> None:
    """The sentences of the cover come out of the file as they went in."""
    report = reports.northgate()
    assert report.alignment is not None
    texts = heard(report).texts("P", "H1")
    for sentence in (cover_title(report), report.headline.gap, headline_sentence(report.alignment)):
        assert sentence in texts


def test_chapters_are_headings_and_lines_of_the_contents_lead_to_them() -> None:
    report = reports.northgate()
    found = heard(report)
    titles = [title.replace("\xa0", " ") for title, _page in outline(read(report, appendix=True))]
    assert set(titles) - {"Where we are"} <= {text.replace("\xa0", " ") for text in found.texts("H2")}
    assert len(found.texts("TOCI")) == len(titles[titles.index("Annex") + 1 :])


def test_tables_name_their_columns_once() -> None:
    """A head that is repeated on another page is not read out again."""
    found = heard(reports.northgate())
    tables, heads, kind = 0, 0, ""
    for one in found.spoken:
        tables += one.kind == "Table"
        heads += one.kind == "TH" and kind != "TH"
        kind = one.kind
    assert tables
    assert heads <= tables


@pytest.mark.parametrize("fault", ["swapped", "no words", "open"])
def test_the_walk_finds_a_planted_fault(fault: str) -> None:
    with pikepdf.Pdf.open(BytesIO(render_playbook(reports.northgate(), length="board"))) as pdf:
        owners = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
        if fault == "swapped":
            owners[0], owners[1] = owners[1], owners[0]
        elif fault == "no words":
            figure = next(owner for owner in owners if Name.Figure == owner.S)
            del figure.Alt
        else:
            content = pdf.pages[0].Contents.read_bytes()
            pdf.pages[0].Contents = pdf.make_stream(content.replace(b"EMC", b"", 1))
        out = BytesIO()
        pdf.save(out)
    assert walk(out.getvalue()).faults
