"""Slides: the argument in ten of them, adapted to what a company has to say, and the same bytes each time."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from PIL import Image
from pptx import Presentation
from pptx.util import Inches

from documents.pdf.engine.styles import ACCENT
from documents.slides.engine.master import WIDE
from documents.slides.render import render_slides
from report.text.playbook.alignment.questions import questions_title
from report.text.playbook.board.cover import cover_title
from report.text.playbook.board.decisions import decisions_finding
from report.text.playbook.board.staircase import staircase_words
from scoring.value.verdicts import VERDICTS as IN_ORDER
from tests import reports
from tests.documents.pdf.scripts.companies import TEXTS, company_in
from tests.documents.slides.decks import (
    COMPANIES,
    alternative,
    charts,
    deck,
    drawn,
    notes,
    read,
    slides,
    tables,
    title,
    words,
)


def test_the_example_has_ten_slides_each_with_a_finding_of_its_own() -> None:
    titles = [title(slide) for slide in slides("example")]
    assert len(titles) == 10
    assert len(set(titles)) == 10
    report = reports.northgate()
    assert titles[0] == cover_title(report).rstrip(".")
    assert titles[1] == decisions_finding(report)


def test_a_presentation_is_wide_and_has_four_layouts_of_our_own() -> None:
    made = deck("example")
    assert round(made.slide_width / made.slide_height, 2) == 1.78  # type: ignore[operator]
    assert [one.name for one in made.slide_layouts] == ["Title", "Finding", "Chart", "Two columns"]
    assert {slide.slide_layout.name for slide in made.slides} == {"Title", "Finding", "Chart", "Two columns"}


@pytest.mark.parametrize("company", COMPANIES)
def test_every_slide_has_a_title_a_number_and_something_to_say(company: str) -> None:
    for number, slide in enumerate(slides(company), 1):
        assert title(slide)
        assert str(slide.shapes[-1].text_frame.text) == str(number)  # type: ignore[attr-defined]
        assert title(slide) in notes(slide)


@pytest.mark.parametrize("company", COMPANIES)
def test_charts_and_tables_are_said_in_words(company: str) -> None:
    shown = [shape for slide in slides(company) for shape in slide.shapes if not shape.has_text_frame]
    assert all(alternative(shape) for shape in shown)


@pytest.mark.parametrize("company", COMPANIES)
def test_slides_are_read_from_top_to_bottom_and_column_by_column(company: str) -> None:
    middle, foot = Inches(WIDE / 2), Inches(6.3)
    for slide in slides(company):
        body = [shape for shape in slide.shapes if shape.top < foot]
        places = [(shape.left > middle, shape.top) for shape in body]
        assert places == sorted(places)


@pytest.mark.parametrize("company", COMPANIES)
def test_every_run_of_text_is_in_the_language_of_the_report(company: str) -> None:
    for slide in slides(company):
        runs = slide._element.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}r")
        assert {run.rPr.get("lang") for run in runs} == {"en-GB"}


@pytest.mark.parametrize("company", COMPANIES)
def test_the_same_report_gives_the_same_bytes_and_no_day_but_its_own(company: str) -> None:
    content = drawn(company)
    assert content == render_slides(COMPANIES[company]())
    with ZipFile(BytesIO(content)) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    about = deck(company).core_properties
    assert (about.created.date(), about.modified.date()) == (reports.AS_OF, reports.AS_OF)  # type: ignore[union-attr]


def test_the_staircase_marks_the_level_described() -> None:
    (chart,) = charts(slides("example")[0])
    assert list(chart.plots[0].series[0].values) == [1, 2, 3, 4, 5]
    assert alternative(slides("example")[0].shapes[4]) == staircase_words(reports.northgate())


def test_each_decision_has_its_owner_and_boxes_to_tick() -> None:
    rows = list(tables(slides("example")[1])[0].rows)[1:]
    asked = reports.northgate().decisions_asked
    assert [row.cells[1].text for row in rows] == [one.card.move.title for one in asked]
    assert all(row.cells[5].text.count("☐") == 3 for row in rows)


def test_the_grid_has_every_practice_with_its_level_and_marks_what_limits_it() -> None:
    report = reports.northgate()
    grid = tables(slides("example")[2])[0]
    said = {cell.text.replace("\xa0", " "): cell for row in grid.rows for cell in list(row.cells)[1:]}
    marked = {text.removeprefix("● ") for text in said if text.startswith("●")}
    expected = {
        f"{p.title}: {report.result.practices[code].level}" for code, p in report.instrument.practices.items()
    }
    assert {text.removeprefix("● ") for text in said} == expected
    holders = [code for code in report.result.held_by if code in report.instrument.practices]
    assert {text.rpartition(":")[0] for text in marked} == {
        report.instrument.practices[code].title for code in holders
    }
    assert all(sides(cell) == {ACCENT[1:]} for text, cell in said.items() if text.startswith("●"))


def sides(cell: Any) -> set[str]:
    """The colours of the four lines around a cell."""
    lines = [cell._tc.tcPr.find(f"{{*}}{side}") for side in ("lnL", "lnR", "lnT", "lnB")]
    return {line.find(".//{*}srgbClr").get("val") for line in lines}


def test_the_dumbbell_has_the_ten_largest_differences_as_printed() -> None:
    (chart,) = charts(slides("example")[3])
    shown = [one for one in reports.northgate().alignment.practices if one.difference][:10]  # type: ignore[union-attr]
    base, business, technology = chart.plots[0].series
    assert list(chart.plots[0].categories) == [one.practice.title for one in shown]
    for place, one in enumerate(shown):
        assert abs(business.values[place] - (one.business or 0)) < 0.1
        assert abs(technology.values[place] - (one.technology or 0)) < 0.1
        assert base.values[place] == min(business.values[place], technology.values[place])


def test_verdicts_begin_with_what_is_to_be_decided() -> None:
    report = reports.northgate()
    rows = list(tables(slides("example")[6])[0].rows)[1:]
    names = [row.cells[1].text for row in rows]
    places = {one.name: IN_ORDER.index(one.verdict) for one in report.verdicts}
    assert names == sorted(names, key=lambda name: places[name])
    assert set(names) == set(places)


def test_one_leader_alone_sees_whom_to_ask_in_place_of_differences() -> None:
    report = reports.alone()
    slide = next(one for one in slides("alone") if "What to ask next" in words(one))
    assert title(slide) == questions_title(report)
    asked, expected = tables(slide)
    assert [row.cells[0].text for row in asked.rows][1:] == [one.practice.title for one in report.errands]
    assert [row.cells[2].text for row in expected.rows][1:] == [
        str(one.expected) for one in report.predictions
    ]


def test_at_the_highest_level_the_practices_to_keep_take_the_place_of_decisions() -> None:
    kept = words(slides("level 5")[1]) + notes(slides("level 5")[1])
    practices = reports.everyone_at(5, "number").instrument.practices.values()
    assert all(one.title in kept for one in practices if one.key)


def test_below_half_of_the_answers_the_slides_say_what_is_known() -> None:
    said = " ".join(map(words, slides("half answered")))
    assert "Strategy: level 2; Value: level 2" in said
    assert "no answer" in said
    assert not any(charts(slide) for slide in slides("half answered"))


def test_what_is_withheld_is_on_no_slide() -> None:
    said = " ".join(words(slide) + notes(slide) for slide in slides("withheld"))
    assert not any(one.title in said for one in reports.withheld().instrument.practices.values())


def test_rows_without_room_are_counted_and_are_in_the_notes() -> None:
    report = reports.everyone_at(1)
    slide = slides("level 1")[1]
    shown = len(tables(slide)[0].rows) - 1
    assert shown < len(report.decisions_asked)
    assert "more in the playbook" in words(slide)
    assert all(one.card.move.title in notes(slide) for one in report.decisions_asked)


def test_a_logo_is_on_the_first_slide_with_what_it_is() -> None:
    picture = BytesIO()
    Image.new("RGB", (400, 100), "navy").save(picture, "PNG")
    made = Presentation(BytesIO(render_slides(reports.northgate(), picture.getvalue())))
    (logo,) = [shape for shape in made.slides[0].shapes if shape.shape_type == 13]
    assert alternative(logo) == "Northgate Tools Ltd"


def test_a_logo_that_cannot_be_read_is_left_out() -> None:
    assert render_slides(reports.northgate(), b"no picture") == drawn("example")


def test_a_report_without_use_cases_has_no_slide_on_their_value() -> None:
    said = [title(slide) for slide in read(reports.northgate_without("use_cases"))]
    assert len(said) == 9


def test_a_text_from_right_to_left_is_one_on_slides_and_a_name_in_a_sentence_keeps_its_place() -> None:
    found = [
        paragraph
        for slide in read(company_in("Arabic"))
        for shape in slide.shapes
        for frame in frames(shape)
        for paragraph in frame.paragraphs
    ]
    organisation = TEXTS["Arabic"][0]
    backward = {
        paragraph.text
        for paragraph in found
        if (properties := paragraph._p.pPr) is not None and properties.get("rtl")
    }
    assert TEXTS["Arabic"][2] in backward
    assert any(f"{organisation} \u200e· 22" in paragraph.text for paragraph in found)


def frames(shape: Any) -> list[Any]:
    """The texts of a shape, those of a table cell by cell."""
    if shape.has_table:
        return [cell.text_frame for row in shape.table.rows for cell in row.cells]
    return [shape.text_frame] if shape.has_text_frame else []
