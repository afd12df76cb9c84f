"""Two people change one plan at the same moment: nothing of either is lost, on both databases."""

from concurrent.futures import ThreadPoolExecutor

from services.plan import commitments, ownership, roadmap
from storage.db.database import Database
from tests.workshops import a_workshop


def test_changes_to_different_parts_of_one_record_are_all_kept(database: Database) -> None:
    shop = a_workshop(database)
    moves = [f"ABC-{practice}:{level}" for practice in (1, 2, 3) for level in (2, 3, 4)]
    with ThreadPoolExecutor(4) as people:
        planned = [
            people.submit(roadmap.save_roadmap_move, shop.inst, shop.owned, move, {"owner": "COO"})
            for move in moves
        ]
        added = [
            people.submit(commitments.add_commitment, shop.inst, shop.owned, {"move": move}) for move in moves
        ]
        assert [change.result().move for change in planned] == moves
        assert [change.result().move for change in added] == moves
    ownership.change_owners(shop.inst, shop.owned, "buy_shelf", {"accountable": "COO"})
    found = roadmap.plan_of(shop.inst, shop.owned)
    assert sorted(line.move for line in found.roadmap.moves) == moves
    assert sorted(line.move for line in found.commitments) == moves
    assert set(found.ownership.decisions) == {"buy_shelf"}
