"""One edit of one cell costs one validation, one dump and one written row, however long the list is."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

import pytest
from sqlalchemy import Engine, event

from assessment.plan.records import MOST_LINES
from services.plan import ai_uses, charter, commitments, decisions, ownership, roadmap, use_cases
from services.plan.conflicts import GridEdit, GridLine
from storage.db.database import Database
from tests import prepare
from tests.workshops import TODAY, Shop, a_workshop

COUNTED = {"validate_python": "validations", "to_python": "dumps"}
MANY = [{"name": f"Line {number}"} for number in range(MOST_LINES)]


@contextmanager
def counted() -> Iterator[Counter[str]]:
    """How often pydantic validates and dumps, and which kinds of statements the database is sent."""
    found: Counter[str] = Counter()

    def calls(_frame: FrameType, what: str, called: Any) -> None:
        if what == "c_call" and called.__name__ in COUNTED:
            found[COUNTED[called.__name__]] += 1

    def statements(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        found[statement.split(maxsplit=1)[0]] += 1

    event.listen(Engine, "before_cursor_execute", statements)
    sys.setprofile(calls)
    try:
        yield found
    finally:
        sys.setprofile(None)
        event.remove(Engine, "before_cursor_execute", statements)


EDITS: dict[str, Callable[[Shop], object]] = {
    "a use case": lambda shop: use_cases.save_effort(
        shop.inst, shop.owned, "Line 100", 3, {"effort_weeks": None}
    ),
    "an AI use": lambda shop: ai_uses.change_ai_use(
        shop.inst, shop.owned, "Line 100", {"vendor": "Acme"}, {"vendor": None}
    ),
    "an answer about an AI use": lambda shop: ai_uses.answer_one(
        shop.inst, shop.owned, "Line 100", "public", "yes", {"answers": None}
    ),
    "a commitment": lambda shop: commitments.update_commitment(
        shop.inst, shop.owned, 1, "ABC-1:3", {"owner": "COO"}, {"owner": None}
    ),
    "a move of the roadmap": lambda shop: roadmap.save_roadmap_move(
        shop.inst, shop.owned, "ABC-1:3", {"effort": 3}, {"effort": None}
    ),
    "the target": lambda shop: roadmap.set_target(shop.inst, shop.owned, 4, {"target": None}),
    "an owner": lambda shop: ownership.change_owners(
        shop.inst, shop.owned, "buy_shelf", {"accountable": "COO"}, {"accountable": None}
    ),
    "the assumptions": lambda shop: use_cases.change_assumptions(
        shop.inst, shop.owned, {"years": 5}, {"years": 3}
    ),
    "the charter": lambda shop: charter.change_charter(
        shop.inst, shop.owned, TODAY, {"minutes": 60}, {"minutes": 45}
    ),
}


@pytest.fixture
def shop(sqlite_database: Database) -> Shop:
    """A plan with lists as long as they may be."""
    shop = a_workshop(sqlite_database)
    prepare.use_cases(shop.inst, shop.owned, MANY)
    prepare.initiatives(shop.inst, shop.owned, MANY)
    ai_uses.adopt_initiatives(shop.inst, shop.owned)
    for move in ("ABC-1:2", "ABC-1:3", "ABC-1:4"):
        commitments.add_commitment(shop.inst, shop.owned, {"move": move})
        roadmap.save_roadmap_move(shop.inst, shop.owned, move, {"owner": "CIO"})
    charter.change_charter(shop.inst, shop.owned, TODAY, {"minutes": 45})
    return shop


def test_an_edit_of_one_cell_costs_one_validation_one_dump_and_one_row(shop: Shop) -> None:
    found = {}
    for name, edit in EDITS.items():
        with counted() as costs:
            edit(shop)
        found[name] = costs
    # The first SELECT locks the assessment, the second reads the part.
    cost = {"BEGIN": 1, "validations": 1, "dumps": 1, "SELECT": 2, "INSERT": 1}
    assert found == dict.fromkeys(EDITS, cost)


def test_one_cell_of_a_grid_costs_one_validation_and_one_dump(shop: Shop) -> None:
    shown = [line | {"metric": None} for line in MANY]
    lines = [GridLine(line, line) for line in shown]
    lines[100] = GridLine(shown[100] | {"metric": "Days"}, shown[100])
    with counted() as costs:
        decisions.edit_initiatives(shop.inst, shop.owned, GridEdit(lines))
    assert (costs["validations"], costs["dumps"]) == (1, 1)
