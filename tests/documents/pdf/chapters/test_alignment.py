"""The alignment chapter: who differs from whom, as far as it may be shown."""

from typing import Any

import pytest

from documents.pdf.charts.sides import HEAT
from documents.pdf.engine.styles import INK, PAPER
from report.model.report import Report
from report.text.alignment.findings import distance_text
from report.text.alignment.sentences import gaps_sentence, headline_sentence
from tests import reports
from tests.documents.contrast import contrast
from tests.documents.pdf.aligned import chapter, example, leaders, two, whole
from tests.documents.reading import annex, annex_pages, outline, pages
from tests.toy import toy_instrument, toy_pillar
from tests.words import WITHHELD

HEADS = (
    "Section by section",
    "hidden disagreement",
    "Who decides",
    "What the room agreed",
)


def one_sided(privacy: str) -> Report:
    people = leaders(("CEO", "business", 4), ("CFO", "business", 2), ("COO", "business", 3))
    return reports.report_on(people, privacy=privacy)


def test_it_opens_with_the_distance_the_pattern_chance_and_who_answered() -> None:
    report = reports.northgate()
    assert report.alignment is not None
    first = chapter(report)[0]
    assert first.startswith(
        f"Alignment {headline_sentence(report.alignment)} {gaps_sentence(report.alignment)}"
    )
    assert "Five people answered: three from business, two from technology." in first
    assert "First votes only." in first


def test_it_stands_between_the_sections_and_what_to_ask_next() -> None:
    titles = [title for title, _page in outline(annex(reports.northgate()))]
    at = titles.index("Alignment")
    assert titles[at - 1 : at + 2] == ["Operational readiness", "Alignment", "What to ask next"]


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("mode", ["open", "by_camp", "team"])
def test_the_cover_says_it_in_full_and_the_board_pages_stay_two(mode: str, paper: Any) -> None:
    report = example(privacy=mode)
    assert report.alignment is not None
    board = pages(report, length="board", paper=paper)
    assert len(board) == 2
    assert headline_sentence(report.alignment) in board[0]


def test_every_practice_stands_once_with_the_numbers_of_both_sides_the_largest_difference_first() -> None:
    report = reports.northgate()
    assert report.alignment is not None
    first = whole(report)
    found = report.alignment.practices
    places = [first.index(f"{p.practice.title} {p.within_one} of {p.answers}") for p in found]
    assert places == sorted(places)
    for here, practice in zip(places, found, strict=True):
        assert practice.business is not None
        assert practice.technology is not None
        row = first[here:][: len(practice.practice.title) + 30]
        apart = abs(practice.technology - practice.business)
        assert f"{practice.business:.1f} {practice.technology:.1f} {apart:.1f}" in row
    assert "differ most on “The outcomes AI should serve”: business 1.7 levels higher" in first


def test_a_side_that_may_not_be_shown_leaves_plain_distances_and_the_sentence_once() -> None:
    report = example(privacy="team")
    assert report.alignment is not None
    text = whole(report)
    assert text.count(WITHHELD) == 1
    assert "Business" not in text.replace("Business and technology", "")
    assert "The outcomes AI should serve 5 of 5 0.8" in text
    assert not any(head in text for head in ("hidden disagreement", "Between the sides"))


def test_practices_without_their_sides_stand_apart_from_those_with_them() -> None:
    report = example(privacy="by_camp")
    assert report.alignment is not None
    without = [p for p in report.alignment.practices if p.difference is None]
    assert 0 < len(without) < len(report.alignment.practices)
    first = chapter(report)[0]
    assert whole(report).count(WITHHELD) == 1
    later = first.index("practices not shown by side")
    for practice in without:
        assert first.index(f"{practice.practice.title} {practice.within_one} of") > later


def test_two_people_who_said_so_see_both_sides() -> None:
    text = whole(two())
    assert "business 2.0 levels higher" in text
    assert "4.0 2.0 2.0" in text
    assert WITHHELD not in text


def test_two_people_by_camp_see_distances_only() -> None:
    text = whole(two("by_camp"))
    assert WITHHELD in text
    assert "4.0" not in text


@pytest.mark.parametrize("privacy", ["open", "by_camp"])
def test_a_team_of_one_side_is_told_so_and_nothing_is_called_withheld(privacy: str) -> None:
    text = whole(one_sided(privacy))
    assert "All answers come from one side" in text
    assert WITHHELD not in text


def test_the_spread_has_a_word_from_five_leaders_only() -> None:
    assert "Rating" in whole(reports.northgate())
    few = whole(two())
    assert "Rating" not in few
    assert not any(word in few for word in ("close", "mixed"))


@pytest.mark.parametrize(
    ("deviation", "text"),
    [(0.49, "0.4"), (0.5, "0.5"), (0.86, "0.8"), (0.9, "0.9"), (0.02, "0.1"), (0, "0.0")],
)
def test_a_rounded_distance_never_contradicts_its_word(deviation: float, text: str) -> None:
    assert distance_text(deviation) == text


def test_a_unanimous_team_gets_the_sentence_and_no_empty_head() -> None:
    report = reports.everyone_at(3, "number")
    page = annex_pages(report)[dict(outline(annex(report)))["Alignment"] - 1]
    assert "Your leaders gave the same answer to every question." in page
    assert not any(head in page for head in HEADS)


@pytest.mark.parametrize("state", ["alone", "nobody", "withheld", "half_answered"])
def test_without_a_team_to_show_there_is_no_chapter(state: str) -> None:
    report = getattr(reports, state)()
    assert "Alignment" not in [title for title, _page in outline(annex(report))]
    assert "Alignment" not in pages(report, length="board")[0]


def test_a_dont_know_is_a_finding_of_its_side() -> None:
    text = whole(reports.northgate())
    assert "is most frequent in business on Operational readiness: 13 % of its answers" in text
    assert "Operational readiness 0.4 close technology 0.5 higher 13" in text


def test_a_long_instrument_repeats_the_axis_and_cuts_no_chart() -> None:
    asked = toy_instrument([toy_pillar("alpha", "ABC", 60)])
    answers = dict.fromkeys(asked.practices, 2)
    more = dict.fromkeys(asked.practices, 4)
    people = [reports.leader("CEO", "business", more), reports.leader("CIO", "technology", answers)]
    report = reports.report_on(people, asked, privacy="open")
    text = chapter(report)
    assert sum("Loose" in page and "Within" in page for page in text) >= 2
    assert all(f"Shelf ABC-{n} " in " ".join(text) for n in range(1, 61))


@pytest.mark.parametrize("level", [1, 2, 3, 4, 5])
def test_numbers_read_on_every_step_of_the_hue(level: int) -> None:
    assert contrast(PAPER if level == 5 else INK, HEAT[level - 1]) >= 4.5
