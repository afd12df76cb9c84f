"""Where a governance text and a move describe the same thing, they say the same."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from assessment.governance.bank import load_governance
from assessment.governance.model import AcceptableRisk
from assessment.instrument.bank import load_instrument, load_standards
from tests.language import voice
from tests.paths import DATA, SHIPPED

TEXTS, INSTRUMENT = load_governance(), load_instrument(SHIPPED)
NUMBERS = "two|three|four|five|six|seven|eight|nine|ten|twelve|[0-9]+"
TRIAL = re.compile(rf"\btrials? of ({NUMBERS}) weeks|\btrial has [^.]*?({NUMBERS}) weeks", re.IGNORECASE)


def steps(practice: str, to: int) -> str:
    return " ".join(INSTRUMENT.practices[practice].move(to).steps)


def trial_lengths(folder: Path) -> Iterator[str]:
    for said in voice.in_data(folder):
        for found in TRIAL.finditer(said.text):
            yield found.group(1) or found.group(2)


def test_every_trial_is_as_long_in_the_governance_texts_and_in_the_moves() -> None:
    ours, moves = list(trial_lengths(DATA / "governance")), list(trial_lengths(SHIPPED))
    assert len(ours) >= 4
    assert moves
    assert {*ours, *moves} == {"eight"}


def test_the_forum_meets_as_long_and_as_often_as_the_move_that_sets_it_up() -> None:
    move, charter = steps("GOV-3", 3), TEXTS.charter
    (minutes,) = re.findall(r"Fix (\d+) minutes every four weeks", move)
    assert sum(point.minutes for point in charter.agenda) == int(minutes)
    assert [rhythm.weeks for rhythm in charter.rhythms if rhythm.from_level <= 3][-1] == 4


def test_the_forum_takes_three_questions_at_most_and_no_status_reports_as_the_move_says() -> None:
    move = steps("GOV-3", 3)
    assert "it is not read out" in move
    assert "three questions at most, each with two options and their cost" in move
    agenda = TEXTS.charter.agenda
    assert "not read out" in agenda[0].what
    assert sum(point.title.startswith("Question ") for point in agenda) == 3
    assert all("two options" in point.what for point in agenda if point.title.startswith("Question "))


def test_the_board_gets_what_the_move_promises_it() -> None:
    move, board = steps("GOV-3", 4).lower(), (TEXTS.charter.board or "").lower()
    for part in (
        "one page",
        "ai outcomes against target",
        "decisions carried out and not",
        "three largest risks",
    ):
        assert part in move
        assert part in board


def test_days_are_split_by_the_same_four_kinds_of_work() -> None:
    kinds = "new work, faults, risk and old systems"
    (metric,) = [found for found in TEXTS.portfolio.metrics if found.code == "flow_distribution"]
    assert kinds in metric.meaning
    assert f"days on {kinds}" in steps("STR-4", 4)


def test_flow_time_has_one_unit_in_the_portfolio_and_in_every_move_that_measures_it() -> None:
    (metric,) = [found for found in TEXTS.portfolio.metrics if found.code == "flow_time"]
    moves = [move for practice in INSTRUMENT.practices.values() for move in practice.moves]
    units = [move.kpi.unit for move in moves if move.kpi.name.startswith("Flow time")]
    assert len(units) >= 3
    assert {*units} == {metric.unit}


def test_a_limit_can_be_signed_as_it_is_printed() -> None:
    for line in TEXTS.acceptable_risk.lines:
        assert not re.search(r"you (write|set|name|choose)|…|__|\bX\b|\?", line.limit), line.code


@pytest.mark.parametrize("word", ["tone", "mood", "feeling"])
def test_nothing_banned_at_work_can_be_agreed_with_a_limit(word: str) -> None:
    assert "reading the emotions of staff" in next(
        d.duty for d in load_standards().euaiact if d.id == "Art. 5"
    )
    risk: AcceptableRisk = TEXTS.acceptable_risk
    assert not [line.code for line in risk.lines if word in f"{line.decision} {line.limit}".lower().split()]


def test_ai_that_acts_alone_has_a_line_that_names_the_list_and_the_person_to_call() -> None:
    (line,) = [found for found in TEXTS.acceptable_risk.lines if found.code == "acts_alone"]
    assert "who is called" in line.limit
    assert "who is called" in steps("GOV-1", 3)
    assert re.search(r"\d", line.limit)


def test_dates_of_the_law_are_data_and_not_in_the_questionnaire() -> None:
    assert not re.search(r"\b\d{1,2} [A-Z][a-z]+ 20\d\d\b", TEXTS.ai_uses.model_dump_json())
