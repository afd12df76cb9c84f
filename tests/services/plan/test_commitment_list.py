"""Commitments: added by several at once, edited in a grid, refused with a sentence."""

from datetime import date
from typing import Any

import pytest

from assessment.answers.plan_records import Assigned
from assessment.errors import EditConflict, NotFound, RefusedInput
from assessment.plan.commitments import Backers
from assessment.plan.records import Roadmap
from report.build.plan import efforts_of
from services.plan import commitments, roadmap
from services.plan.conflicts import GridEdit, GridLine
from storage.db.database import Database
from tests.workshops import Shop, a_workshop

ROW = {"move": "ABC-1:3", "owner": "COO", "metric": "Labelled shelves", "due": "2027-03-31", "status": "open"}


@pytest.fixture
def shop(database: Database) -> Shop:
    return a_workshop(database)


def stored(shop: Shop, *fields: str) -> list[tuple[Any, ...]]:
    """These fields of every commitment as it is stored."""
    return [
        tuple(getattr(line, f) for f in fields) for line in commitments.commitments_of(shop.inst, shop.owned)
    ]


def test_commitments_are_kept_in_the_order_they_were_made(shop: Shop) -> None:
    commitments.add_commitment(shop.inst, shop.owned, ROW)
    commitments.add_commitment(shop.inst, shop.owned, {"move": "DEF-1:2"})
    assert stored(shop, "move", "owner", "due", "status") == [
        ("ABC-1:3", "COO", "2027-03-31", "open"),
        ("DEF-1:2", None, None, "open"),
    ]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"move": "ABC-9:3"}, "This move does not exist"),
        ({"move": "nothing"}, "This move does not exist"),
        ({"due": "2027-02-30"}, "needs a valid date for “due”"),
        ({"due": "soon"}, "needs a valid date for “due”"),
        ({"owner": "x" * 61}, "needs a role of at most 60 characters for “owner”"),
        ({"metric": "x" * 1_001}, "needs at most 1,000 characters for “metric”"),
        ({"status": "done"}, "needs one of the choices offered for “status”"),
    ],
)
def test_what_cannot_be_kept_is_refused_by_field(shop: Shop, change: dict[str, str], said: str) -> None:
    with pytest.raises(RefusedInput, match=said):
        commitments.add_commitment(shop.inst, shop.owned, ROW | change)
    assert stored(shop, "move") == []
    commitments.add_commitment(shop.inst, shop.owned, ROW)
    grid = GridEdit([GridLine(ROW | change, ROW)])
    with pytest.raises(RefusedInput, match=said):
        commitments.edit_commitments(shop.inst, shop.owned, grid)
    assert stored(shop, *ROW) == [tuple(ROW.values())]


def test_a_grid_is_stored_without_lines_that_hold_nothing(shop: Shop) -> None:
    commitments.add_commitment(shop.inst, shop.owned, ROW)
    lines = [GridLine(ROW | {"status": "kept"}, ROW), GridLine({"move": "", "status": "open"})]
    assert commitments.edit_commitments(shop.inst, shop.owned, GridEdit(lines)) == 1
    assert stored(shop, "move", "status") == [("ABC-1:3", "kept")]


def test_a_grid_read_earlier_keeps_what_another_facilitator_has_added_and_changed(shop: Shop) -> None:
    commitments.add_commitment(shop.inst, shop.owned, ROW)
    commitments.add_commitment(shop.inst, shop.owned, {"move": "DEF-1:2"})
    commitments.update_commitment(shop.inst, shop.owned, 0, "ABC-1:3", {"owner": "CIO"})
    commitments.edit_commitments(
        shop.inst, shop.owned, GridEdit([GridLine(ROW | {"metric": "Shelves"}, ROW)])
    )
    assert stored(shop, "move", "owner", "metric") == [
        ("ABC-1:3", "CIO", "Shelves"),
        ("DEF-1:2", None, None),
    ]
    with pytest.raises(EditConflict, match="changed or removed “"):
        commitments.edit_commitments(shop.inst, shop.owned, GridEdit([], gone=[ROW]))
    assert len(stored(shop, "move")) == 2


def test_a_commitment_is_not_changed_when_another_one_stands_in_its_place(shop: Shop) -> None:
    commitments.add_commitment(shop.inst, shop.owned, {"move": "DEF-1:2"})
    for position, move in ((0, "ABC-1:3"), (1, "DEF-1:2"), (-1, "DEF-1:2")):
        with pytest.raises(NotFound, match="since changed"):
            commitments.mark_commitment(shop.inst, shop.owned, position, move, "kept")
    assert stored(shop, "move", "status") == [("DEF-1:2", "open")]


TEXT = {"text": "Show the board one use case", "owner": "COO", "due": "2027-02-26"}


def test_a_commitment_is_made_in_own_words_and_says_who_stands_behind_it(shop: Shop) -> None:
    backed = TEXT | {"stands_behind": {"in_favour": 4, "asked": 5}}
    commitments.add_commitment(shop.inst, shop.owned, backed)
    (line,) = commitments.commitments_of(shop.inst, shop.owned)
    assert (line.move, line.text, line.subject) == (None, TEXT["text"], TEXT["text"])
    assert line.stands_behind == Backers(in_favour=4, asked=5)
    commitments.mark_commitment(shop.inst, shop.owned, 0, line.subject, "kept")
    assert stored(shop, "text", "status") == [(TEXT["text"], "kept")]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"owner": "COO"}, "either a move or words of your own"),
        ({"text": "  "}, "either a move or words of your own"),
        (TEXT | {"move": "ABC-1:3"}, "either a move or words of your own"),
        (TEXT | {"stands_behind": {"in_favour": 3, "asked": 2}}, "how many are in favour"),
        (TEXT | {"stands_behind": {"in_favour": 3}}, "how many are in favour"),
    ],
)
def test_a_commitment_without_a_subject_or_with_two_is_refused(
    shop: Shop, row: dict[str, Any], said: str
) -> None:
    with pytest.raises(RefusedInput, match=said):
        commitments.add_commitment(shop.inst, shop.owned, row)
    assert stored(shop, "text") == []


def test_two_editors_of_commitments_in_own_words_undo_nothing_of_each_other(shop: Shop) -> None:
    other = TEXT | {"text": "Ask the unions first"}
    for row in (TEXT, other):
        commitments.add_commitment(shop.inst, shop.owned, row)
    commitments.update_commitment(shop.inst, shop.owned, 1, other["text"], {"owner": "CFO"})
    commitments.update_commitment(shop.inst, shop.owned, 0, TEXT["text"], {"status": "late"})
    mine = GridEdit([GridLine(TEXT | {"metric": "one"}, TEXT), GridLine(other | {"metric": "two"}, other)])
    commitments.edit_commitments(shop.inst, shop.owned, mine)
    assert stored(shop, "text", "owner", "metric", "status") == [
        (TEXT["text"], "COO", "one", "late"),
        (other["text"], "CFO", "two", "open"),
    ]
    with pytest.raises(EditConflict, match="Someone else changed “owner”"):
        commitments.edit_commitments(
            shop.inst, shop.owned, GridEdit([GridLine(TEXT, TEXT), GridLine(other | {"owner": "CIO"}, other)])
        )
    with pytest.raises(NotFound):
        commitments.update_commitment(shop.inst, shop.owned, 0, "Other words", {"status": "kept"})


def test_owner_and_day_changed_on_the_roadmap_are_those_of_the_commitment(shop: Shop) -> None:
    commitments.add_commitment(shop.inst, shop.owned, ROW)
    shown = {"owner": "COO", "review": "2027-03-31", "effort": None}
    changes = {"owner": "CFO", "review": "2027-05-03", "effort": 2}
    roadmap.save_roadmap_move(shop.inst, shop.owned, ROW["move"], changes, shown)
    assert stored(shop, "owner", "due") == [("CFO", "2027-05-03")]
    plan = roadmap.plan_of(shop.inst, shop.owned)
    assert plan.assigned(ROW["move"]) == Assigned("CFO", date(2027, 5, 3))
    assert plan.planned(ROW["move"]).effort == 2
    commitments.mark_commitment(shop.inst, shop.owned, 0, ROW["move"], "dropped")
    assert roadmap.plan_of(shop.inst, shop.owned).assigned(ROW["move"]).owner == "CFO"


def test_an_owner_that_somebody_has_promised_meanwhile_is_not_overwritten(shop: Shop) -> None:
    commitments.add_commitment(shop.inst, shop.owned, ROW)
    with pytest.raises(EditConflict, match="Someone else changed “owner”"):
        roadmap.save_roadmap_move(shop.inst, shop.owned, ROW["move"], {"owner": "CFO"}, {"owner": "CEO"})
    assert stored(shop, "owner") == [("COO",)]


@pytest.mark.parametrize("weeks", [0, 0.04])
def test_an_effort_of_nothing_is_refused_and_never_counted_as_a_little(shop: Shop, weeks: float) -> None:
    with pytest.raises(RefusedInput, match="A move takes at least"):
        roadmap.save_roadmap_move(shop.inst, shop.owned, ROW["move"], {"effort": weeks})
    assert roadmap.plan_of(shop.inst, shop.owned).planned(ROW["move"]).effort is None
    from_before = Roadmap.model_validate({"moves": [{"move": ROW["move"], "effort": weeks}]})
    assert efforts_of(from_before) == {}
