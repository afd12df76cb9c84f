"""The pilot register: what became of what was started, and what is flagged on each line."""

from typing import Any

import pytest
from scipy.stats import binomtest

from assessment.answers.records import Initiative
from scoring import pilot_register
from scoring.value.pilots import PilotView


def line(name: str = "Quotes", **fields: Any) -> Initiative:
    return Initiative(**{"name": name, "owner": "CSO", "metric": "hours", "stage": "pilot"} | fields)


def view(**fields: Any) -> PilotView:
    return pilot_register([line(**fields)]).lines[0]


def test_conversion_counts_what_is_live_and_measured_among_all_that_was_started() -> None:
    found = pilot_register(
        [
            line("a", stage="live", result="4 hours, 9 before"),
            line("b", stage="scaled", result="scrap down to 3 %"),
            line("c", stage="live", result="time saved"),
            line("d", stage="pilot", result="12 errors so far"),
            line("e", stage="stopped", result="2 stops"),
            line("f", stage="idea", result="7"),
        ]
    )
    share = found.conversion
    assert share is not None
    assert (share.count, share.of) == (2, 5)
    expected = binomtest(2, 5).proportion_ci(0.95, method="wilson")
    assert (share.low, share.high) == pytest.approx((expected.low, expected.high))


def test_without_a_result_nothing_is_measured_whatever_the_metric_says() -> None:
    found = pilot_register([line(stage="live", metric="hours: 9 before, 4 now")]).conversion
    assert found is not None
    assert (found.count, found.of) == (0, 1)


@pytest.mark.parametrize(
    ("known", "asked", "flags"),
    [(None, None, ()), (0, 1, ("unknown",)), (2, 5, ("unknown",)), (2, 4, ()), (3, 5, ()), (5, 5, ())],
)
def test_what_fewer_than_half_of_those_asked_know_of_is_flagged(
    known: int | None, asked: int | None, flags: tuple[str, ...]
) -> None:
    assert view(known_to=known, leaders_asked=asked).flags == flags
    for stage in ("idea", "stopped"):
        assert view(known_to=known, leaders_asked=asked, stage=stage).flags == ()


def test_without_anything_started_there_is_no_conversion() -> None:
    assert pilot_register([line(stage="idea")]).conversion is None
    assert pilot_register([]).lines == ()


@pytest.mark.parametrize("owner", [None, "", "  ", "nobody", "dont_know"])
def test_a_line_without_an_owner_is_flagged(owner: str | None) -> None:
    assert view(owner=owner).flags == ("no_owner",)


@pytest.mark.parametrize("owner", ["several", "CSO / COO", "CSO;COO", "Anna+Ben"])
def test_several_owners_are_flagged(owner: str) -> None:
    assert view(owner=owner).flags == ("several_owners",)


@pytest.mark.parametrize("owner", ["Head of Sales and Marketing", "R&D", "VP, Operations", "CSO/"])
def test_a_title_of_several_words_is_one_owner(owner: str) -> None:
    assert view(owner=owner).flags == ()


def test_one_name_on_two_running_lines_is_a_duplicate_however_it_is_written() -> None:
    found = pilot_register([line("Quote drafting"), line("quote-drafting "), line("Other")])
    assert [v.flags for v in found.lines] == [("duplicate",), ("duplicate",), ()]
    again = pilot_register([line("Quote drafting"), line("Quote drafting", stage="stopped")])
    assert [v.flags for v in again.lines] == [(), ()]


def test_names_of_signs_only_are_compared_as_they_stand() -> None:
    assert [v.flags for v in pilot_register([line("+++"), line("???")]).lines] == [(), ()]


def test_ideas_and_stopped_lines_are_not_asked_for_owner_or_metric() -> None:
    for stage in ("idea", "stopped"):
        assert view(stage=stage, owner=None, metric=None).flags == ()


def test_every_line_of_the_register_is_its_initiative_in_the_order_given() -> None:
    given = [line("Quotes", stage="live"), line("Helper", stage="idea")]
    assert [found.initiative for found in pilot_register(given).lines] == given
