"""The playbook in every state an assessment can be in: alone, unanswered, withheld, at the highest level."""

from dataclasses import replace

from tests import reports
from tests.documents.reading import annex, annex_pages, outline, pages, read
from tests.words import WITHHELD


def test_one_person_alone_sees_errands_predictions_and_no_range() -> None:
    report = reports.alone()
    whole = " ".join(pages(report, appendix=True))
    assert "One person answered: Chief executive (business). A single view." in whole
    assert "What the other side might say" in whole
    assert all(f"{errand.practice.title}: ask {errand.ask}" in whole for errand in report.errands[:3])
    assert "Who decides" in whole
    assert "1 Lower cost · 2 Growth in sales" in whole


def test_without_answers_there_is_no_level_and_no_empty_chapter() -> None:
    texts = pages(reports.nobody())
    assert "No level yet" in texts[0]
    assert "Questions to answer first" in texts[1]
    titles = [title for title, _ in outline(read(reports.nobody()))]
    assert titles == ["Where we are", "Nothing to decide until the open questions are answered"]


def test_the_highest_level_asks_for_nothing_but_says_what_has_to_stay() -> None:
    texts = pages(reports.everyone_at(5, "number"))
    assert "None. This is the highest level" in texts[1]
    assert "To keep in place" in texts[1]
    assert "cheapest way" not in " ".join(texts)


def test_a_withheld_result_shows_the_sentence_and_nothing_else() -> None:
    texts = pages(reports.withheld())
    assert WITHHELD in texts[0]
    assert "when three people have answered" in texts[0]
    assert "level 3" not in texts[0]
    assert "questions answered" not in " ".join(texts)
    assert "Profile" not in [title for title, _ in outline(read(reports.withheld()))]


def test_another_instrument_prints_without_figures_and_crosswalk() -> None:
    titles = [title for title, _ in outline(annex(reports.toy()))]
    assert {"Alpha", "Beta", "Gamma"} <= set(titles)
    assert "Appendix: published figures" not in titles
    assert "Appendix: standards cross-walk" not in titles


def test_a_practice_that_is_withheld_says_so_on_its_page() -> None:
    report = replace(reports.half_answered(), withheld=("GOV-2",))
    (page,) = [
        text for text in annex_pages(report) if "AI rules set by the executives" in text and "Today" in text
    ]
    assert WITHHELD in page
    assert report.instrument.practices["GOV-2"].stem not in " ".join(annex_pages(report))
