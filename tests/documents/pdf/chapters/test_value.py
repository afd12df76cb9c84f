"""What it is worth, in the playbook: ranges, next steps, claims, systems, one value by hand, pilots, long lists."""

from typing import Any

from assessment.answers.records import Estimate, Initiative, UseCase
from report.model.report import Report
from tests import reports
from tests.documents.pdf.aligned import example
from tests.documents.reading import annex, annex_pages, outline, pages
from tests.reports import report_on
from tests.toy import everyone, toy_instrument

TOY = toy_instrument()


def between(low: float, likely: float, high: float) -> Estimate:
    return Estimate(low=low, likely=likely, high=high)


def with_cases(*cases: UseCase, **fields: Any) -> Report:
    return report_on(everyone(3, "document", TOY), TOY, use_cases=list(cases), **fields)


def chapter(report: Report) -> str:
    """The text from the chapter’s bookmark to the next one."""
    reader = annex(report)
    marks = outline(reader)
    begins = dict(marks)["Value of AI use cases"]
    ends = min((page for _title, page in marks if page > begins), default=len(reader.pages) + 1)
    text = " ".join(" ".join(page.extract_text().split()) for page in reader.pages[begins - 1 : ends - 1])
    return text.replace("\xa0", " ").replace("–", "−")  # the font’s minus reads back as a dash


def test_the_example_says_what_it_is_worth_in_money_and_in_words() -> None:
    text = chapter(reports.northgate())
    for words in (
        "All four use cases together: expected value GBP −174,000 (net present value), the sum of theirs",
        "Without “Camera inspection of ground edges, line 2”, the expected value is GBP 51,300",
        "All together",
        "It is running without a measured figure.",
        "“Supplier invoice reading” starts on 10 Feb 2027, after its own date, 31 Dec 2026.",
        "Nobody could say which figure would show the gain.",
        "Blocks a chosen use case, because it stopped or delayed an AI use case we had chosen",
        "not measured, target 8 by 30 June 2027",
    ):
        assert words in text, words


def test_the_value_by_hand_adds_up_on_paper() -> None:
    text = " ".join(annex_pages(reports.northgate())).replace("–", "−")
    for figure in ("−60,000.00", "15,454.55", "63,636.36", "91,660.41", "110,751.31"):
        assert figure in text
    assert round(-60_000 + 17_000 / 1.1 + 77_000 / 1.21 + 122_000 / 1.331, 2) == 110_751.31


def test_the_board_pages_stay_two() -> None:
    assert len(pages(reports.northgate(), length="board")) == 2


def test_without_use_cases_there_is_no_chapter() -> None:
    assert "Value of AI use cases" not in dict(outline(annex(with_cases())))


def test_the_pilots_stand_once_with_what_is_missing_and_what_follows() -> None:
    register = [
        Initiative(name="Forecast", stage="pilot"),
        Initiative(name="Quotes", stage="live", owner="COO", metric="Hours", result="3 hours, 9 before"),
        Initiative(name="Bell", stage="pilot", owner="COO", metric="Rings", known_to=1, leaders_asked=4),
    ]
    text = " ".join(annex_pages(with_cases(initiatives=register)))
    assert "Three initiatives: one without an owner, one without a measure." in text
    assert "One of three initiatives started is live with a measured result." in text
    assert text.count("Forecast") == 1
    assert "Result: 3 hours, 9 before" in text
    assert "One of the four leaders asked knows of it." in text
    assert "Decide" in text
    assert "anywhere from" in text.partition("How certain it is")[2]


def test_how_far_the_chance_of_a_loss_could_move_stands_with_the_method() -> None:
    text = " ".join(annex_pages(reports.northgate()))
    assert (
        "About 71 in 100 of the 20,000 simulated outcomes lose money"
        in text.partition("How certain it is")[2]
    )


def test_what_has_no_figures_says_so_and_is_not_drawn() -> None:
    report = with_cases(UseCase(name="Quotes"), UseCase(name="Planner", lever="cost", owner="COO"))
    text = chapter(report)
    assert "No use case has all its estimates yet" in text
    assert (
        "Quotes: Not calculated: the investment, the benefit per year and the cost per year are missing"
        in text
    )
    assert "nobody could say" in text
    assert "One net present value, by hand" not in " ".join(annex_pages(report))


def test_no_currency_reads_in_your_currency() -> None:
    case = UseCase(
        name="Quotes",
        investment=between(90, 100, 120),
        annual_benefit=between(80, 100, 120),
        annual_cost=between(9, 10, 12),
    )
    text = chapter(with_cases(case))
    assert "Net present value, in your currency" in text
    assert "GBP" not in text


def test_a_full_register_is_cut_in_print_and_says_how_much_is_in_the_app() -> None:
    cases = [
        UseCase(
            name=f"Use case number {n:03} with a rather long name that goes on",
            lever="cost",
            blocked_by="An old system",
            investment=between(90 + n, 100 + n, 120 + n),
            annual_benefit=between(-50, 100 + n, 1e9 if n == 7 else 400),
            annual_cost=between(9, 10, 12),
        )
        for n in range(60)
    ]
    text = chapter(with_cases(*cases))
    assert all(f"Use case number {n:03}" in text for n in range(24))
    assert "Use case number 024" not in text
    assert "… and 36 more in the app." in text
    assert "All 60 use cases together" in text


def test_use_cases_are_printed_where_every_answer_is_withheld() -> None:
    report = example(privacy="team", respondents=[])
    assert "GBP −174,000" in chapter(report)
