"""The chapters about ownership and governance: what they say, what they leave out, and that they fit."""

from io import BytesIO

import pikepdf
import pytest
from docx import Document
from reportlab.pdfgen.canvas import Canvas

from documents.html.page import render_html
from documents.pdf.engine.canvas import Painter
from documents.pdf.engine.styles import STRUCK, glyphs, width_of
from documents.word.chapters import render_word
from report.json.result import result_json
from report.model.report import Report
from tests import reports, texts
from tests.documents.reading import annex, annex_pages, outline


def plain(**plan: object) -> Report:
    answers = dict.fromkeys(texts.real_instrument().practices, 3)
    people = [
        reports.leader("CEO", "business", answers),
        reports.leader("CFO", "business", answers),
        reports.leader("CIO", "technology", answers),
    ]
    return reports.report_on(people, privacy="open", **plan)


def titles(report: Report) -> list[str]:
    return [title for title, _page in outline(annex(report))]


def chapter(report: Report, title: str) -> str:
    """The text from this heading to that of the next chapter; the first mention is in the contents."""
    text = " ".join(annex_pages(report))
    begun = text.index(f"{title} ", text.index("Page 3 of"))
    after = [text.find(f" {other} ", begun + 1) for other in titles(report) if other != title]
    return text[begun : min((place for place in after if place > 0), default=None)]


def test_the_example_says_who_owns_what_and_what_was_said_of_it() -> None:
    text = chapter(reports.northgate(), "Who owns what")
    assert (
        "Who accepts the risk? Claimed by several; most named is Chief financial officer, by 2 of 5. Chief financial officer Chief information officer"
        in text
    )
    assert "Nobody accepts the risk of “Camera inspection of ground edges, line 2”." in text


def test_the_example_lists_its_ai_uses_with_class_duties_and_dates() -> None:
    report = reports.northgate()
    text = " ".join(annex_pages(report))
    assert "Looks high-risk, because it helps to choose, rate or manage staff or applicants." in text
    assert "Sorting applications for the shop floor: Looks high-risk" in text
    assert "Applies from" in text
    first = texts.governance().ai_uses.classes[2].first_step
    assert f"{first} Under the law as published, it applies from 2 December 2027 for high-risk uses" in text
    assert "not legal advice" in chapter(report, "AI in use and its rules")


def test_the_risk_statement_says_line_by_line_who_has_signed_and_has_room_for_the_names() -> None:
    text = " ".join(annex_pages(reports.northgate())).partition("The AI risk we accept")[2]
    assert (
        "Signed on paper: name and day Chief executive Chief financial officer Chief operating officer Chief information officer"
        in text
    )
    assert (
        "Signed by Chief executive; Chief financial officer; Chief operating officer; Chief information officer, 17 November 2026."
        in text
    )
    assert (
        "Chief financial officer: Accepted with a condition, 17 November 2026: Before a department starts"
        in text
    )
    assert (
        "Chief financial officer: Refused, 17 November 2026: A promised delivery date costs us money" in text
    )
    assert (
        "Signed by Chief operating officer, 19 November 2026. One accepted, none with a condition, none refused, three open. "
        "Not signed yet by: Chief executive; Chief financial officer; Chief information officer."
    ) in text
    assert (
        "Not signed yet by: Chief executive; Chief financial officer; Chief operating officer; Chief information officer."
        in text
    )
    assert "not decided yet" in text


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_every_line_of_ones_own_is_printed_whole_however_many_and_however_long(paper: str) -> None:
    roles = [f"Member {n} " + "W" * 45 for n in range(40)]
    signatures = [
        {"role": role, "day": "2026-11-17", "stance": "refused", "note": f"{'WHY ' * 240} end of {n}"}
        for n, role in enumerate(roles)
    ]
    lines: list[dict[str, object]] = [
        {"area": "ethics", "text": f"Line number {n} " + "W" * 900 + f" ends {n}.", "decision": "free"}
        for n in range(59)
    ]
    lines.append(
        {
            "area": "data",
            "text": "The one with a limit.",
            "decision": "with_limit",
            "limit": "W " * 480 + "ends the limit",
            "signatures": signatures,
        }
    )
    found = " ".join(annex_pages(plain(risk_statement={"lines": lines, "signers": roles}), paper=paper))
    text = found.partition("The AI risk we accept")[2]
    assert "more in the app" not in text
    for n in range(59):
        assert f"Line number {n} " in text
        assert f"ends {n}." in text
    assert "ends the limit." in text
    for n in range(40):
        assert f"end of {n}." in text
    assert text.partition("Signed on paper")[2].count("Member ") == 40


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_charter_is_one_page_however_much_it_says(paper: str) -> None:
    long = {
        "name": "Forum " + "x" * 114,
        "purpose": "why " * 250,
        "members": [f"Member {n} " + "y" * 40 for n in range(40)],
        "rights": ["right " * 99] * 20,
        "agenda": ["point " * 99] * 20,
        "cadence": "often " * 20,
        "minutes": 60,
        "forums": [
            {"kind": f"kind_{n}", "members": ["z" * 60] * 40, "brings": ["in " * 190] * 20} for n in range(12)
        ],
    }
    found = [p for p in annex_pages(plain(charter=long), paper=paper) if p.startswith("Forum ")]
    assert len(found) == 1
    assert "Put a decision off twice." in found[0]


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("kept", [True, False], ids=["kept", "draft"])
def test_nothing_is_cut_from_the_examples_charter_and_it_says_what_the_board_gets(
    paper: str, *, kept: bool
) -> None:
    report = reports.northgate() if kept else reports.northgate_without("charter")
    (page,) = [
        page
        for page in annex_pages(report, paper=paper)
        if page.startswith(("Northgate AI forum", "AI forum: a draft"))
    ]
    assert "…" not in page
    text = " ".join(page.split())
    assert f"Board or owners {texts.governance().charter.board}" in text
    assert ("Question one: new AI use cases, 25 minutes." in text) is not kept


def test_what_was_never_entered_has_no_chapter_and_no_key() -> None:
    report = plain()
    assert not {"Who owns what", "AI in use and its rules", "The AI risk we accept"} & set(titles(report))
    assert not {"ownership", "ai_uses", "risk_statement", "charter", "forums"} & set(result_json(report))


def test_a_forum_beside_the_charter_is_a_short_paragraph_of_its_page_and_in_the_result() -> None:
    forum = {"kind": "book_club", "name": "Book club", "minutes": 60, "cadence": "Every Friday",
             "members": ["CEO", "Aunt May"], "brings": ["One book."], "leaves": ["One idea"]}  # fmt: skip
    report = plain(charter={"forums": [forum]})
    (page,) = [page for page in annex_pages(report) if page.startswith("AI forum: a draft")]
    words = "Book club. Every Friday, 60 minutes. Members: Chief executive; Aunt May. In: One book. Out: One idea."
    assert words in " ".join(page.split())
    found = result_json(report)
    assert "charter" not in found
    assert found["forums"][0]["leaves"] == ["One idea"]


def test_a_draft_charter_says_that_it_is_one() -> None:
    report = plain(ownership={"decisions": {"fund": {"accountable": "CFO"}}})
    assert any(page.startswith("AI forum: a draft") for page in annex_pages(report))
    assert "charter" not in result_json(report)


def test_hostile_and_countless_names_neither_break_the_document_nor_fill_it() -> None:
    names = [reports.HOSTILE.replace("\x00", "")[:100] + f" {n}" for n in range(200)]
    report = plain(
        ai_uses=[{"name": name, "owner": "x" * 60, "answers": {"talks_to_public": "yes"}} for name in names],
        use_cases=[{"name": name, "lever": "cost"} for name in names],
        ownership={
            "decisions": {
                "fund": {"accountable": "all of us", "consulted": [f"role {n}" * 6 for n in range(40)]}
            },
            "use_cases": {name: {"accountable": "CEO", "risk_owner": "CEO"} for name in names},
        },
        risk_statement={"lines": [{"area": "data", "text": "t " * 500, "decision": "free"}] * 60},
    )
    found = annex(report)
    assert len(found.pages) < 80
    assert "… and 176 more in the app." in " ".join(page.extract_text() for page in found.pages)


def test_the_result_holds_classes_duties_signatures_and_what_is_to_be_settled() -> None:
    found = result_json(reports.northgate())
    uses = {use["name"]: use for use in found["ai_uses"]}
    high = uses["Sorting applications for the shop floor"]
    assert (high["class"], high["reasons"]) == ("high_risk", ["hires_or_rates_people"])
    assert "Art. 26" in high["duties"]
    unclear = uses["Marketing texts and translations"]
    assert (unclear["class"], unclear["at_most"]) == ("unclear", "transparency")
    assert found["risk_statement"]["undecided"] == ["borrowed_content", "acts_alone"]
    assert found["charter"]["chair"] == "CEO"
    assert len(found["ownership"]["to_settle"]) == 5


def test_the_appendix_says_what_the_evidence_of_today_is_useful_for() -> None:
    text = " ".join(annex_pages(reports.northgate()))
    assert "evidence is usually useful for" in text
    assert "compliant" not in text


EARLIER = {
    "until": "2026-11-20",
    "decision": "never",
    "signatures": [{"day": "2026-11-17", "role": "CFO", "stance": "refused", "note": "Pay data is in there"}],
}


def test_signatures_of_an_earlier_version_are_struck_through_and_said_to_count_no_longer() -> None:
    line = {"area": "data", "text": "Staff ask AI about pay.", "decision": "free", "history": [EARLIER]}
    report = plain(risk_statement={"lines": [line], "signers": ["CFO"]})
    text = " ".join(annex_pages(report))
    said = "Given to an earlier version of this line, replaced on 20 November 2026; these signatures no longer count:"
    gone = "Never. Chief financial officer: Refused, 17 November 2026: Pay data is in there."
    assert f"{said} {gone}" in text
    assert f"<s>{gone}</s>" in render_html(report, appendix=True).decode()
    paragraphs = Document(BytesIO(render_word(report, "risk"))).paragraphs
    struck = {p.text: [bool(run.font.strike) for run in p.runs] for p in paragraphs if p.text in (said, gone)}
    assert struck == {said: [False], gone: [True]}


def test_a_struck_text_has_a_line_through_all_of_it_on_paper() -> None:
    out = BytesIO()
    canvas = Canvas(out)
    glyphs()
    Painter(canvas).line_of_text("No longer valid", STRUCK, 100, 200)
    canvas.save()
    with pikepdf.open(BytesIO(out.getvalue())) as file:
        drawn = {
            str(op): [float(n) for n in given]
            for given, op in pikepdf.parse_content_stream(file.pages[0], "m l")
        }
    (left, height), (right, other) = drawn["m"], drawn["l"]
    assert (left, height) == (100, other)
    assert right - left == pytest.approx(width_of("No longer valid", STRUCK), abs=0.01)
    assert 200 - STRUCK.leading < height < 200
