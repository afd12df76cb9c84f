"""What was promised in the room: added by several at once, edited in a grid, refused with a sentence."""

import pytest

from assessment.errors import RefusedInput
from services.plan import commitment_list
from storage.db.database import Database
from tests.workshops import a_workshop

ROW = {"move": "ABC-1:3", "owner": "COO", "metric": "Labelled shelves", "due": "2027-03-31"}


def test_commitments_are_kept_in_the_order_they_were_made(database: Database) -> None:
    shop = a_workshop(database)
    commitment_list.add_commitment(shop.inst, shop.owned, ROW)
    commitment_list.add_commitment(shop.inst, shop.owned, {"move": "DEF-1:2"})
    made = commitment_list.commitments_of(shop.inst, shop.owned)
    assert [line.move for line in made] == ["ABC-1:3", "DEF-1:2"]
    assert (made[0].owner, made[0].due, made[0].status) == ("COO", "2027-03-31", "open")


@pytest.mark.parametrize(
    "change",
    [{"move": "ABC-9:3"}, {"move": "nothing"}, {"due": "2027-02-30"}, {"due": "soon"}, {"owner": "x" * 61},
     {"metric": "x" * 1_001}, {"status": "done"}],
)  # fmt: skip
def test_what_cannot_be_kept_is_refused_by_line_and_field(database: Database, change: dict[str, str]) -> None:
    shop = a_workshop(database)
    with pytest.raises(RefusedInput, match="Line 1 needs"):
        commitment_list.add_commitment(shop.inst, shop.owned, ROW | change)
    assert commitment_list.commitments_of(shop.inst, shop.owned) == []


def test_edits_replace_the_list_and_empty_lines_fall_away(database: Database) -> None:
    shop = a_workshop(database)
    commitment_list.add_commitment(shop.inst, shop.owned, ROW)
    seen = commitment_list.commitments_of(shop.inst, shop.owned)
    rows = [ROW | {"status": "kept"}, {"move": "", "owner": "CIO"}]
    kept = commitment_list.save_commitments(shop.inst, shop.owned, rows, seen=seen)
    assert [line.status for line in kept] == ["kept"]
    assert commitment_list.commitments_of(shop.inst, shop.owned) == kept


def test_edits_of_an_older_list_do_not_swallow_what_another_facilitator_added(database: Database) -> None:
    shop = a_workshop(database)
    commitment_list.add_commitment(shop.inst, shop.owned, ROW)
    seen = commitment_list.commitments_of(shop.inst, shop.owned)
    commitment_list.add_commitment(shop.inst, shop.owned, {"move": "DEF-1:2"})
    with pytest.raises(RefusedInput, match="changed elsewhere"):
        commitment_list.save_commitments(shop.inst, shop.owned, [ROW], seen=seen)
    assert len(commitment_list.commitments_of(shop.inst, shop.owned)) == 2
