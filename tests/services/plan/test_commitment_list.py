"""Commitments: added by several at once, edited in a grid, refused with a sentence."""

from typing import Any

import pytest

from assessment.errors import EditConflict, NotFound, RefusedInput
from services.plan import commitments
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
