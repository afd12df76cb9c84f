"""The playbook PDF: what stands on which page, and what the file says of itself."""

from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader

from documents.pdf import render_playbook
from report.text.plan.path import asked_by_owner
from report.text.playbook.board.cover import cover_title
from report.text.playbook.board.decisions import decisions_finding, effort_words, when_words
from report.text.playbook.board.staircase import blockers
from tests import reports
from tests.documents.reading import annex, annex_pages, fonts, outline, pages, read
from tests.reports import STATES
from tests.words import WITHHELD

every_state = pytest.mark.parametrize("state", STATES)


@every_state
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_board_pages_are_exactly_two(state: str, paper: str) -> None:
    assert len(read(STATES[state](), length="board", paper=paper).pages) == 2


@every_state
def test_the_full_document_opens_with_the_board_pages(state: str) -> None:
    report = STATES[state]()
    board, full = pages(report, length="board"), pages(report)
    for short, long in zip(board, full[:2], strict=True):
        assert short.partition(" Page ")[0] == long.partition(" Page ")[0]


@every_state
def test_every_page_is_numbered_and_none_is_empty(state: str) -> None:
    texts = annex_pages(STATES[state](), appendix=True)
    for number, text in enumerate(texts, 1):
        assert f"Page {number} of {len(texts)}" in text
        assert len(text) > 100


@every_state
def test_the_same_report_gives_the_same_bytes(state: str) -> None:
    report = STATES[state]()
    assert render_playbook(report, appendix=True) == render_playbook(report, appendix=True)


@every_state
def test_all_fonts_are_embedded_and_the_file_stays_small(state: str) -> None:
    data = render_playbook(STATES[state](), appendix=True)
    assert len(data) <= 1_000_000
    found = set(fonts(annex(STATES[state]())))
    latin = {"NotoSans-Regular", "NotoSans-SemiBold", "NotoSans-Bold"}
    assert state == "hostile" or {name.partition("+")[2] for name, _ in found} <= latin
    assert all(embedded for _, embedded in found)


def test_the_file_says_what_it_is() -> None:
    reader = read(reports.northgate())
    about = reader.metadata
    assert about is not None
    assert about.title == "AI readiness: Northgate Tools Ltd"
    assert about.author == "Plumbline"
    assert "22 November 2026" in str(about.subject)
    assert str(about.creation_date_raw).startswith("D:20261122")
    assert reader.root_object["/Lang"] == "en-GB"


def test_every_chapter_is_bookmarked_where_it_begins() -> None:
    reader = annex(reports.northgate())
    texts = [" ".join(page.extract_text().split()) for page in reader.pages]
    marks = outline(reader)
    titles = [title for title, _ in marks]
    assert titles[:2] == ["Annex", "Profile"]
    assert {
        "Strategy",
        "Operational readiness",
        "What to settle first",
        "Least effort to level 3",
        "Appendix: published figures",
        "Method and limits",
    } <= set(titles)
    for title, page in marks[1:]:
        assert title in texts[page - 1]


@pytest.mark.parametrize(("paper", "size"), [("a4", (595.28, 841.89)), ("letter", (612.0, 792.0))])
def test_paper_is_what_was_chosen(paper: str, size: tuple[float, float]) -> None:
    for page in annex(reports.alone(), paper=paper).pages:
        assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(size, abs=0.1)


def test_the_cover_says_level_backing_what_holds_gap_and_what_it_is_not() -> None:
    report = reports.northgate()
    cover, blocked = pages(report, length="board")[0], blockers(report)
    assert blocked is not None
    for sentence in (
        cover_title(report),
        report.headline.level,
        report.headline.backing,
        *blocked.clauses,
        report.headline.gap,
    ):
        assert sentence in cover
    assert "Five people answered: three from business, two from technology." in cover
    assert "This is not an audit" in cover
    assert "Confidential: for the board" in cover


def test_the_second_page_asks_for_the_whole_path_with_owners_and_effort() -> None:
    report = reports.northgate()
    page = pages(report, length="board")[1]
    assert "Approve five moves to reach level 3: 30 days, plus 55 from others" in page
    assert {one.card.key for one in report.decisions_asked} == {card.key for card in report.next_moves}
    assert [one.due for one in report.decisions_asked] == sorted(
        one.due for one in report.decisions_asked if one.due
    )
    for one in report.decisions_asked:
        facts = f"{one.owner} {effort_words(one)} {when_words(one)}"
        assert f"{one.card.move.title} Evidence: {one.card.move.evidence} {facts} ☐ ☐ ☐" in page
    assert "Next review 8 February 2027" in page


def test_beyond_five_the_decisions_are_grouped_by_owner() -> None:
    report = reports.everyone_at(2, "document")
    page = pages(report, length="board")[1]
    assert len(report.decisions_asked) > 5
    assert decisions_finding(report) in page
    assert page.count("☐ ☐ ☐") == len(asked_by_owner(report))
    for owner, asked in asked_by_owner(report).items():
        assert owner in page
        assert effort_words(*asked) in page
        for one in asked:
            assert f"{one.card.move.title} ({effort_words(one)}; {when_words(one)})" in page
    assert all(exposure in page for exposure in report.exposures)


def test_every_section_has_its_page_in_the_instruments_own_words() -> None:
    report = reports.northgate()
    whole = " ".join(annex_pages(report))
    for section in report.sections:
        assert section.sentence in whole
        for view in section.practices:
            assert view.situation is not None
            assert view.situation in whole
            assert view.next_situation is not None
            assert view.next_situation in whole


def test_a_card_is_never_split_over_two_pages() -> None:
    report = reports.everyone_at(2, "document")
    texts = annex_pages(report)
    assert len(report.next_moves) > 4
    for card in report.next_moves[:12]:
        whole = [t for t in texts if card.move.steps[0] in t]
        assert len(whole) == 1
        assert card.move.steps[-1] in whole[0]
        assert card.move.evidence in whole[0]


def test_percentages_are_printed_as_they_are() -> None:
    whole = " ".join(annex_pages(reports.northgate()))
    assert "40 % of IT leaders" in whole


def test_figures_are_context_with_source_and_interest() -> None:
    report = reports.northgate()
    whole = " ".join(annex_pages(report))
    assert "Context, not a ranking" in whole
    for section in report.sections:
        for figure in section.figures:
            assert figure.statement in whole
            assert figure.interest in whole


def test_the_plausible_range_stands_on_the_method_page_only() -> None:
    texts = annex_pages(reports.northgate())
    (method,) = [i for i, text in enumerate(texts) if "From answers to a level" in text]
    (found,) = [i for i, text in enumerate(texts) if "Plausible range" in text]
    assert found in (method, method + 1), "the chapter may go on to a second page"
    assert not any("Plausible range" in text for text in annex_pages(reports.alone()))


def test_the_crosswalk_warns() -> None:
    text = " ".join(annex_pages(reports.northgate()))
    assert "Check before relying; not legal advice." in text.rpartition("Appendix: standards cross-walk")[2]
    assert "GOVERN 2.1, 2.3" in " ".join(annex_pages(reports.northgate()))


def test_answers_are_an_appendix_that_is_off_by_default() -> None:
    report = reports.northgate()
    assert "Appendix: all answers" not in " ".join(annex_pages(report))
    with_answers = annex_pages(report, appendix=True)
    assert "Appendix: all answers" in " ".join(with_answers)
    assert sum("Helen Ashworth, Chief executive" in text for text in with_answers) > 2


def test_answers_that_may_not_be_shown_are_withheld_in_the_usual_words() -> None:
    last = annex_pages(reports.everyone_at(2), appendix=True)[-1]
    assert "Appendix: all answers" in last
    assert WITHHELD in last


def _images(reader: PdfReader) -> int:
    return len(reader.pages[0].images)


@pytest.mark.parametrize(("kind", "mode"), [("PNG", "RGBA"), ("JPEG", "RGB"), ("PNG", "P")])
def test_a_logo_stands_on_page_one(kind: str, mode: str) -> None:
    picture = BytesIO()
    Image.new(mode, (900, 200), 90 if mode == "P" else None).save(picture, kind)
    reader = read(reports.alone(), logo=picture.getvalue(), length="board")
    assert _images(reader) == 1


@pytest.mark.parametrize(
    "logo", [b"", b"not a picture", b"\x89PNG\r\n\x1a\n" + b"\0" * 40, b"\xff\xd8\xff\xe0broken"]
)
def test_a_broken_logo_is_left_out(logo: bytes) -> None:
    reader = read(reports.alone(), logo=logo, length="board")
    assert _images(reader) == 0
    assert len(reader.pages) == 2


@every_state
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_largest_sentence_is_never_cut(state: str, paper: str) -> None:
    report = STATES[state]()
    assert report.headline.level in pages(report, length="board", paper=paper)[0]
