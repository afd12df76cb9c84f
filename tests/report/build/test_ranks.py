"""What is shown of outcomes and barriers by side: only of groups that are large enough, and in words."""

import pytest

from assessment.answers.records import Privacy
from report.json.result import result_json
from report.model.ranks import RanksSeen
from report.text.alignment.ranks import rank_rows, ranks_finding, widest_sentence
from tests.reports import leader, report_on
from tests.toy import toy_instrument

WITHHELD = "Not shown, so that nobody’s answer can be worked out."
FORWARD, BACK = ["order", "speed", "space"], ["space", "speed", "order"]


def seen(
    privacy: Privacy, business: int, technology: int, silent: int = 0, back: str = ""
) -> RanksSeen | None:
    """What is shown where so many of each side ranked, and some of the technology side did not."""
    people = [
        leader(
            f"{side}{n}",
            side,
            {"ABC-1": 3},
            ranking=(BACK if side == back else FORWARD) if n < ranked else [],
        )
        for side, ranked, more in (("business", business, 0), ("technology", technology, silent))
        for n in range(ranked + more)
    ]
    report = report_on(people, toy_instrument(), privacy=privacy)
    assert report.alignment is not None
    return report.alignment.outcomes


@pytest.mark.parametrize(
    ("privacy", "business", "technology", "silent", "overall", "sides"),
    [
        ("open", 1, 1, 0, True, True),
        ("by_camp", 2, 2, 0, True, True),
        ("by_camp", 2, 1, 1, False, False),
        ("by_camp", 1, 1, 2, False, False),
        ("by_camp", 3, 0, 2, True, False),
        ("by_camp", 1, 0, 3, False, False),
        ("team", 2, 2, 0, True, False),
        ("team", 2, 0, 2, False, False),
        ("team", 2, 1, 1, False, False),
    ],
)
def test_only_groups_that_are_large_enough_are_shown(
    privacy: Privacy, business: int, technology: int, silent: int, overall: bool, sides: bool
) -> None:  # fmt: skip
    found = seen(privacy, business, technology, silent)
    assert found is not None
    assert (bool(found.overall), bool(found.sides), found.widest is not None) == (overall, sides, sides)


def test_what_is_withheld_says_so_in_the_one_sentence() -> None:
    found = seen("by_camp", 2, 1, 1)
    assert found is not None
    assert ranks_finding(found) + "." == WITHHELD
    assert widest_sentence(found) == WITHHELD


def test_each_side_is_named_with_what_it_wants_most() -> None:
    found = seen("by_camp", 3, 2, back="technology")
    assert found is not None
    assert ranks_finding(found) == "Business wants “Order” most, technology “Space”"
    said = widest_sentence(found)
    assert said.startswith("They differ most on “Order” and “Space”: 2.0 places apart. By chance alone")
    assert [row.left for row in rank_rows(found)] == [0, 1, 2]


def test_sides_that_want_the_same_are_said_to_agree() -> None:
    found = seen("by_camp", 2, 2)
    assert found is not None
    assert ranks_finding(found) == "Business and technology both want “Order” most"
    assert "differ by less than one place" in widest_sentence(found)


def test_a_tie_is_said() -> None:
    people = [
        leader("b1", "business", {"ABC-1": 3}, ranking=["order", "speed", "space"]),
        leader("b2", "business", {"ABC-1": 3}, ranking=["speed", "order", "space"]),
        *(leader(f"t{n}", "technology", {"ABC-1": 3}, ranking=["space"]) for n in range(2)),
    ]
    alignment = report_on(people, toy_instrument()).alignment
    assert alignment is not None
    assert alignment.outcomes is not None
    assert "“Order” and “Speed” (a tie)" in ranks_finding(alignment.outcomes)
    assert {row.left_place for row in rank_rows(alignment.outcomes)} == {"1=", "3"}


def test_nothing_is_said_where_nobody_ranked_or_the_edition_does_not_ask() -> None:
    assert seen("by_camp", 0, 0, 3) is None
    asks_none = toy_instrument().model_copy(update={"outcomes": []})
    people = [
        leader(f"{side}{n}", side, {"ABC-1": 3}) for side in ("business", "technology") for n in range(2)
    ]
    alignment = report_on(people, asks_none).alignment
    assert alignment is not None
    assert alignment.outcomes is None


def test_the_result_file_has_means_firsts_and_the_widest_difference() -> None:
    people = [
        leader(f"{side}{n}", side, {"ABC-1": 3}, ranking=order, barriers=["dust"])
        for side, order in (("business", FORWARD), ("technology", BACK))
        for n in range(2)
    ]
    agreement = result_json(report_on(people, toy_instrument()))["agreement"]
    assert agreement["outcomes"] == {
        "people": 4,
        "all": {"order": 2.0, "speed": 2.0, "space": 2.0},
        "business": {"order": 1.0, "speed": 2.0, "space": 3.0},
        "technology": {"order": 3.0, "speed": 2.0, "space": 1.0},
        "first": {"all": ["order", "speed", "space"], "business": ["order"], "technology": ["space"]},
        "widest": {"codes": ["order", "space"], "difference": 2.0, "expected": None},
    }
    assert agreement["barriers"]["first"]["all"] == ["dust"]
    team = result_json(report_on(people, toy_instrument(), privacy="team"))["agreement"]["outcomes"]
    assert (team["business"], team["widest"], team["withheld"]) == (None, None, WITHHELD)
    lone = result_json(report_on(people[:3], toy_instrument()))["agreement"]
    assert (lone["outcomes"], WITHHELD in lone["withheld"]) == (None, True)
