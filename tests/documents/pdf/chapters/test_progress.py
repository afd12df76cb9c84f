"""What the playbook says about progress and about the others of the installation."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from report.model.benchmark import BenchmarkView
from report.model.progress import ProgressView, Slope, scale_of
from report.model.report import Report
from report.text.benchmark import others_sentence, silence_sentence
from scoring.comparison.benchmark import BenchmarkPosition
from services.assessments.example import open_example
from services.core import identity
from services.core.settings import Settings
from services.reports import benchmark
from services.reports.documents import order_document
from tests.documents.reading import annex, annex_pages, outline
from tests.installations import fresh_installation
from tests.reports import northgate

TODAY = date(2026, 11, 26)


@pytest.fixture(scope="module")
def looked_back(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path) -> Report:
    """The finished example as its playbook is ordered from the installation."""
    inst = fresh_installation(Settings(var=tmp_path_factory.mktemp("app") / "var"), sqlite_template)
    token = identity.new_token()
    example = open_example(inst, token, TODAY)
    order = order_document(inst, token, example.assessment_id, TODAY, "report")
    assert benchmark.benchmark_view(inst, example) is None
    inst.database.close()
    return order.report


def test_the_playbook_says_what_moved_and_what_became_of_the_commitments(looked_back: Report) -> None:
    text = " ".join(annex_pages(looked_back))
    assert "Of ten practices compared, four are described higher." in text
    assert "10 of 25 practices ask for the same facts and are compared." in text
    assert "28 May 2026 and 26 November 2026" in text
    assert "Other questions: not compared" in text
    assert "index up" not in text
    assert "Reported as kept, but your leaders do not describe it yet." in text
    assert "Sort thirty real uses into never, ask first and free" in text


def test_the_chapter_stands_in_the_outline_only_where_there_is_an_earlier_assessment(
    looked_back: Report,
) -> None:
    assert "What moved" in [title for title, _page in outline(annex(looked_back))]
    assert "What moved" not in [title for title, _page in outline(annex(northgate()))]


def test_the_place_among_others_is_printed_with_its_number_and_limits() -> None:
    found = BenchmarkView(
        BenchmarkPosition("quartiles", 2, 34), (("Strategy", BenchmarkPosition("quartiles", 4, 33)),)
    )
    text = " ".join(annex_pages(replace(northgate(), others=found)))
    assert "second lowest quarter of the 34 other organisations" in text
    assert "not a market sample" in text
    waiting = " ".join(annex_pages(replace(northgate(), others=BenchmarkView(None, waiting=True))))
    assert "other organisations" not in waiting


@pytest.mark.parametrize(
    ("standing", "words"),
    [
        (BenchmarkPosition("median", -1, 6), "below the middle of the 6 other"),
        (BenchmarkPosition("median", 0, 6), "near the middle"),
        (BenchmarkPosition("thirds", 3, 12), "in the highest third of the 12 other"),
        (BenchmarkPosition("quartiles", 1, 20), "in the lowest quarter"),
        (BenchmarkPosition("percentile", 35, 60), "above that of about 35 in 100 of the 60 other"),
    ],
)
def test_a_place_is_told_as_finely_as_it_is_known(standing: BenchmarkPosition, words: str) -> None:
    assert words in str(others_sentence(36.4, BenchmarkView(standing)))
    assert others_sentence(None, BenchmarkView(standing)) is None


def test_why_nothing_is_said_is_said() -> None:
    assert "five more organisations have submitted theirs" in silence_sentence(
        BenchmarkView(None, waiting=True)
    )
    assert "at least five other organisations" in silence_sentence(BenchmarkView(None))


def test_the_common_scale_never_magnifies_a_small_change(looked_back: Report) -> None:
    view = looked_back.progress
    assert isinstance(view, ProgressView)
    assert scale_of(view.slopes) == (10, 50)
    small = Slope("Strategy", 50.0, 51.0, None, None, "noise", 3, 3)
    low, high = scale_of([small])
    assert high - low >= 40
    assert scale_of([replace(small, before=None, after=None)]) == (0, 100)
    assert scale_of([replace(small, before=99.0, after=100.0)]) == (60, 100)
