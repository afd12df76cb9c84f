"""The workbook: numbers that are numbers, texts that are texts, and only what may be shown."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest

from documents.workbook.render import render_workbook
from report.json.result import result_json
from tests import reports
from tests.documents.workbook.books import COMPANIES, book, cells, opened, table, written
from tests.reports import leader, report_on

TEXTS = ["=1+1", "+cmd", "@x", "-1", "=cmd|' /C calc'!A0"]
A_NUMBER = re.compile(r"[-+−]?\d[\d.,  ]*%?")
LIST_SHEET = "Lists"


def test_the_example_has_a_sheet_for_everything_and_says_what_each_is_for() -> None:
    workbook = book("example")
    assert workbook.sheetnames == [
        "Read me", "Results", "Practices", "Gaps", "Plan", "Commitments", "Value model", "Cash flows",
        "Inputs of the simulation", "Answers", "AI register", "Lists",
    ]  # fmt: skip
    links = {cell.value: cell.hyperlink.location for cell in cells(workbook) if cell.hyperlink}
    assert links == {name: f"'{name}'!A1" for name in workbook.sheetnames[1:]}


@pytest.mark.parametrize("company", COMPANIES)
def test_the_same_report_gives_the_same_bytes_and_no_day_but_its_own(company: str) -> None:
    content = written(company)
    assert content == render_workbook(COMPANIES[company]())
    with ZipFile(BytesIO(content)) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert book(company).properties.created.date() == reports.AS_OF  # type: ignore[union-attr]


@pytest.mark.parametrize("company", COMPANIES)
def test_levels_and_values_are_those_of_the_score_command(company: str) -> None:
    report = COMPANIES[company]()
    if "Practices" not in book(company).sheetnames:
        assert not report.basis.answered or not report.disclosure.team
        return
    told, titles = result_json(report)["practices"], report.instrument.practices
    rows = table(book(company)["Practices"], "Needed for the next level")
    assert [row["Level"] for row in rows] == [told[code]["level"] for code in titles]
    known = [
        (row["Technology minus business"], told[code].get("difference"))
        for row, code in zip(rows, titles, strict=True)
    ]
    assert all((one is None) == (other is None) for one, other in known)
    assert all(abs(one - other) < 0.1 for one, other in known if one is not None)


@pytest.mark.parametrize("company", COMPANIES)
def test_no_figure_is_written_as_a_text(company: str) -> None:
    """A text that looks like a number is read by the signs of each computer, or not at all."""
    typed = {"Answers", "AI register"}
    found = [
        f"{cell.parent.title}!{cell.coordinate}: {cell.value}"
        for cell in cells(book(company))
        if cell.data_type == "s" and cell.parent.title not in typed and A_NUMBER.fullmatch(str(cell.value))
        and cell.column_letter not in ("M", "N")
    ]  # fmt: skip
    assert found == []


@pytest.mark.parametrize("company", COMPANIES)
def test_drop_downs_offer_words_from_the_list_sheet(company: str) -> None:
    workbook = book(company)
    rules = [
        rule for sheet in workbook for rule in sheet.data_validations.dataValidation if rule.type == "list"
    ]
    assert all(rule.formula1.startswith(f"'{LIST_SHEET}'!") for rule in rules)
    words = [cell for cell in cells(workbook) if cell.parent.title == LIST_SHEET]
    assert {cell.data_type for cell in words} <= {"s"}
    assert not any(A_NUMBER.fullmatch(str(cell.value)) for cell in words)


@pytest.mark.parametrize("company", COMPANIES)
def test_no_formula_depends_on_the_signs_of_a_computer(company: str) -> None:
    formulas = [str(cell.value) for cell in cells(book(company)) if cell.data_type == "f"]
    banned = re.compile(r"\b(TEXT|VALUE|NUMBERVALUE|FIXED|DOLLAR|DATEVALUE|INDIRECT)\(|\"-?\d[\d.,]*\"")
    assert [formula for formula in formulas if banned.search(formula)] == []


def test_a_text_that_looks_like_a_formula_stays_a_text() -> None:
    pilots = [{"name": text, "owner": text, "effort_weeks": 1.0} for text in TEXTS]
    answers = dict.fromkeys(reports.northgate().instrument.practices, 2)
    report = report_on(
        [leader("CEO", "business", answers)], name="=1+1", use_cases=pilots, privacy="open",
        ai_uses=[{"name": text, "vendor": text} for text in TEXTS],
    )  # fmt: skip
    content = render_workbook(report)
    found = [cell for cell in cells(opened(content)) if cell.value in TEXTS and cell.data_type == "s"]
    assert {cell.value for cell in found} == set(TEXTS)
    typed = [cell for cell in found if cell.parent.title != "Cash flows"]
    assert all(cell.quotePrefix for cell in typed if cell.row > 1)


@pytest.mark.parametrize("company", COMPANIES)
def test_formulas_are_ours_alone(company: str) -> None:
    """Every formula is on a sheet that calculates, and none has a typed text in it."""
    found = {cell.parent.title for cell in cells(book(company)) if cell.data_type == "f"}
    assert found <= {"Plan", "Value model", "Cash flows"}
    assert not any("cmd" in str(cell.value) for cell in cells(book(company)) if cell.data_type == "f")


def test_answers_are_there_only_where_they_may_be_shown() -> None:
    rows = table(book("example")["Answers"], "Shown by")
    assert len(rows) == len(reports.northgate().answers)
    assert "Answers" not in book("withheld").sheetnames
    assert "Answers" not in book("level 1").sheetnames
    said = " ".join(str(cell.value) for cell in cells(book("level 1")) if cell.parent.title == "Read me")
    assert "individual answers are not in this workbook" in said


def test_plan_and_register_can_be_filtered_and_change_their_look_with_their_state() -> None:
    workbook = book("example")
    for name in ("Practices", "Gaps", "Plan", "AI register", "Answers"):
        assert workbook[name].auto_filter.ref
    for name in ("Practices", "Gaps", "Plan", "Value model", "AI register"):
        assert len(workbook[name].conditional_formatting) > 0


def test_the_days_of_the_plan_follow_from_the_first_day() -> None:
    view = reports.northgate().roadmap
    assert view is not None
    rows = table(opened(written("example"))["Plan"], "Evidence of completion")
    dated = [row["Ends"].date() for row in rows if row["Ends"]]
    assert dated == [one.end_on for one in view.items]


def test_every_ai_use_is_in_the_register_with_its_class() -> None:
    rules = reports.northgate().rules
    assert rules is not None
    rows = table(book("example")["AI register"], "First step")
    assert {row["AI use case"] for row in rows} == {view.use.name for view in rules.uses}
    assert all(row["Class"] and row["Why"] for row in rows)
