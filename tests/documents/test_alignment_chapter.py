"""The alignment chapter: who differs from whom, as far as it may be shown, and what to talk about next."""

import json
from dataclasses import replace
from typing import Any

import pytest

from assessment.privacy import WITHHELD
from assessment.records import Assessment
from playbook.alignment_findings import distance_text, next_meeting
from playbook.alignment_words import decision_sentence, gaps_sentence, headline_sentence
from playbook.pdf.camps import HEAT
from playbook.pdf.geometry import CONTENT, SHEETS
from playbook.pdf.render import lay_out
from playbook.pdf.styles import INK, PAPER
from playbook.report import Report
from scoring.rules import practice_level
from services.reporting import build_report
from tests import reports
from tests.documents.reading import outline, pages, read
from tests.toy import toy_instrument, toy_pillar

HEADS = (
    "Section by section",
    "hidden disagreement",
    "Who decides",
    "What the room agreed",
    "For the next meeting",
)


def example(**changes: Any) -> Report:
    """Northgate in another state; its people keep no names outside open mode."""
    data = json.loads((reports.ROOT / "data" / "example" / "northgate.json").read_text(encoding="utf-8"))
    data |= changes
    if data["privacy"] != "open":
        for person in data["respondents"]:
            person.pop("name", None)
    return build_report(reports.real_instrument(), Assessment.model_validate(data), reports.AS_OF)


def chapter(report: Report, **choices: Any) -> list[str]:
    """The text of the pages from the bookmark of the chapter to the next one."""
    reader = read(report, **choices)
    marks = outline(reader)
    begins = dict(marks)["Alignment"]
    ends = min(page for _title, page in marks if page > begins)
    return [" ".join(page.extract_text().split()) for page in reader.pages[begins - 1 : ends - 1]]


def whole(report: Report) -> str:
    return " ".join(chapter(report))


def leaders(*levels: tuple[str, str, int], **more: Any) -> list[Any]:
    """Leaders who each give one level to every question: (function, camp, level)."""
    codes = reports.real_instrument().practices
    return [reports.leader(who, camp, dict.fromkeys(codes, level), **more) for who, camp, level in levels]


def two(privacy: str = "open") -> Report:
    people = leaders(("CEO", "business", 4), ("CIO", "technology", 2))
    return reports.report_on(people, privacy=privacy)


def one_sided(privacy: str) -> Report:
    people = leaders(("CEO", "business", 4), ("CFO", "business", 2), ("COO", "business", 3))
    return reports.report_on(people, privacy=privacy)


def _reads(sentence: str, text: str) -> bool:
    """Do the words come in this order, with those of the column beside it in between?"""
    words = iter(text.split())
    return all(word in words for word in sentence.split())


def test_it_opens_with_the_distance_the_pattern_chance_and_who_answered() -> None:
    report = reports.northgate()
    assert report.alignment is not None
    first = chapter(report)[0]
    assert first.startswith(
        f"Alignment {headline_sentence(report.alignment)} {gaps_sentence(report.alignment)}"
    )
    assert "Five people answered: three from business, two from technology." in first
    assert "First votes; agreed levels do not enter." in first


def test_it_stands_between_the_sections_and_the_moves() -> None:
    titles = [title for title, _page in outline(read(reports.northgate()))]
    at = titles.index("Alignment")
    assert titles[at - 1 : at + 2] == ["Operational readiness", "Alignment", "Next moves"]


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
    first = chapter(report)[0]
    found = report.alignment.practices
    places = [first.index(f"{p.practice.title} {p.within_one} of {p.answers}") for p in found]
    assert places == sorted(places)
    for here, practice in zip(places, found, strict=True):
        assert practice.business is not None
        assert practice.technology is not None
        row = first[here:][: len(practice.practice.title) + 30]
        apart = abs(practice.technology - practice.business)
        assert f"{practice.business:.1f} {practice.technology:.1f} {apart:.1f}" in row
    assert "furthest apart on “The outcomes AI is to serve”: business 1.7 levels higher" in first


def test_a_side_that_may_not_be_shown_leaves_plain_distances_and_the_sentence_once() -> None:
    report = example(privacy="team")
    assert report.alignment is not None
    text = whole(report)
    assert text.count(WITHHELD) == 1
    assert "Business" not in text.replace("Business and technology", "")
    assert "The outcomes AI is to serve 5 of 5 0.8" in text
    assert not any(
        head in text for head in ("hidden disagreement", "For the next meeting", "Between the sides")
    )


def test_practices_without_their_sides_stand_apart_from_those_with_them() -> None:
    report = example(privacy="by_camp")
    assert report.alignment is not None
    without = [p for p in report.alignment.practices if p.difference is None]
    assert 0 < len(without) < len(report.alignment.practices)
    first = chapter(report)[0]
    assert whole(report).count(WITHHELD) == 1
    later = first.index("practices without their sides")
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
    assert "In a word" in whole(reports.northgate())
    few = whole(two())
    assert "In a word" not in few
    assert not any(word in few for word in ("close", "mixed"))


@pytest.mark.parametrize(
    ("deviation", "word", "text"),
    [
        (0.49, "close", "under 0.5"),
        (0.5, "mixed", "0.5"),
        (0.86, "mixed", "under 0.9"),
        (0.9, "apart", "0.9"),
        (0.49, None, "0.5"),
    ],
)
def test_a_rounded_distance_never_contradicts_its_word(deviation: float, word: Any, text: str) -> None:
    assert distance_text(deviation, word) == text


def test_a_unanimous_team_gets_the_sentence_and_no_empty_head() -> None:
    report = reports.everyone_at(3, "number")
    page = pages(report)[dict(outline(read(report)))["Alignment"] - 1]
    assert "Your leaders gave the same answer to every question." in page
    assert not any(head in page for head in HEADS)


@pytest.mark.parametrize("state", ["alone", "nobody", "withheld", "half_answered"])
def test_without_a_team_to_show_there_is_no_chapter(state: str) -> None:
    report = getattr(reports, state)()
    assert "Alignment" not in [title for title, _page in outline(read(report))]
    assert "Alignment" not in pages(report, length="board")[0]


def test_what_nobody_was_asked_has_no_head() -> None:
    text = whole(two())
    assert not any(head in text for head in ("hidden disagreement", "Who decides", "What the room agreed"))
    assert "For the next meeting" in text


def test_a_hidden_disagreement_shows_both_pictures_and_the_question_for_the_room() -> None:
    report = reports.northgate()
    assert report.alignment is not None
    text = whole(report)
    assert "Two hidden disagreements" in text
    assert len(report.alignment.hidden) == 2
    for found in report.alignment.hidden:
        assert found.prompt is not None
        assert found.prompt in text
        for mean in (found.business, found.technology):
            assert mean is not None
            assert _reads(found.practice.situation(practice_level(mean)), text)
    assert "The sides expect to differ and do not Measured before the start" in text


def test_a_dont_know_is_a_finding_of_its_side() -> None:
    text = whole(reports.northgate())
    assert "comes most often from business on Operational readiness: 13 % of its answers there" in text
    assert "Operational readiness under 0.5 close technology 0.5 higher 13" in text


def test_decisions_without_a_single_holder_are_named_and_the_others_listed() -> None:
    report = reports.northgate()
    assert report.alignment is not None
    text = whole(report)
    assert "four of eight decisions have no single holder" in text
    for seen in report.alignment.collisions:
        assert f"{seen.title} {decision_sentence(seen)}" in text
    assert "Who releases the money? Finance." in text


def test_the_ledger_says_as_voted_as_agreed_and_prints_dissent_as_it_was_typed() -> None:
    dissent = "<b>Finance</b> & </para> IT: not yet."
    report = example(agreed={"STR-1": {"level": 3, "dissent": dissent}})
    text = whole(report)
    assert "As voted As agreed" in text
    assert "The outcomes AI is to serve 2.8 3 0.8, then 0.2" in text
    assert dissent in text


def test_the_next_meeting_takes_up_the_largest_differences_that_were_not_agreed() -> None:
    report = reports.northgate()
    assert report.alignment is not None
    asked = [p.practice.code for p in next_meeting(report, report.alignment)]
    assert asked == ["OPS-2", "VAL-1", "GOV-4"]
    last = whole(report).partition("For the next meeting")[2]
    for found in next_meeting(report, report.alignment):
        assert found.prompt is not None
        assert found.prompt in last


def test_an_agreement_with_reservations_stays_on_the_list() -> None:
    report = reports.northgate()
    assert report.alignment is not None
    first, *others = report.alignment.practices
    assert first.ledger is not None
    doubted = replace(first, ledger=replace(first.ledger, reservations=True))
    alignment = replace(report.alignment, practices=(doubted, *others))
    assert next_meeting(report, alignment)[0].practice.code == "STR-1"
    assert "Agreed with reservations." in whole(replace(report, alignment=alignment))


def test_a_long_instrument_repeats_the_axis_and_cuts_no_chart() -> None:
    asked = toy_instrument([toy_pillar("alpha", "ABC", 60)])
    answers = dict.fromkeys(asked.practices, 2)
    more = dict.fromkeys(asked.practices, 4)
    people = [reports.leader("CEO", "business", more), reports.leader("CIO", "technology", answers)]
    report = reports.report_on(people, asked, privacy="open")
    text = chapter(report)
    assert sum("Loose" in page and "Within" in page for page in text) >= 2
    assert all(f"Shelf ABC-{n} " in " ".join(text) for n in range(1, 61))


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("text", ["word " * 200, "x" * 1000, "<b>\ud800\u202e & " * 60])
def test_the_worst_dissent_stays_on_its_page(text: str, paper: Any) -> None:
    report = reports.northgate()
    assert report.alignment is not None
    practices = tuple(
        replace(p, ledger=replace(p.ledger, dissent=text)) if p.ledger else p
        for p in report.alignment.practices
    )
    decisions = tuple(replace(d, title=text, role=text) for d in report.alignment.decisions)
    worst = replace(report, alignment=replace(report.alignment, practices=practices, decisions=decisions))
    for page in lay_out(worst, length="full", paper=paper):
        for placed in page:
            assert placed.down + placed.piece.height(CONTENT) <= SHEETS[paper].available + 0.1
    assert len(read(worst, paper=paper).pages) > 10


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("level", [1, 2, 3, 4, 5])
def test_numbers_read_on_every_step_of_the_hue(level: int) -> None:
    text = PAPER if level == 5 else INK
    light, dark = sorted((_luminance(text), _luminance(HEAT[level - 1])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5
