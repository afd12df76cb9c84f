"""Tables that are edited in place: which cells are stored, in what order, and what stays when something is refused."""

from collections.abc import Iterator
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from services.core import identity
from services.core.installation import Installation
from tests.ui.kit.edited_table import SAVED, STORED
from tests.ui.visit import edit_table, stripped, table_of
from ui import session


def script() -> None:
    from tests.ui.kit import edited_table

    edited_table.draw()


def opened(*, dynamic: bool, button: str = "") -> AppTest:
    app = AppTest.from_function(script, default_timeout=30)
    app.session_state[session.VISITOR] = identity.new_token()
    app.session_state["dynamic"], app.session_state["button"] = dynamic, button
    return app.run()


@pytest.fixture(autouse=True)
def rows(inst: Installation) -> Iterator[None]:
    for key in ("a", "b"):
        STORED[key] = {"name": "Same title", "owner": "COO", "weeks": None, "day": "2027-01-04"}
    yield
    STORED.clear()
    SAVED.clear()


def edits(app: AppTest, **what: Any) -> None:
    edit_table(app, "table", **what)
    assert not app.exception, app.exception[0].value


def said(app: AppTest) -> list[str]:
    return [words for words in (stripped(block.value) for block in app.html) if words.strip("\xa0")]


def key_of(app: AppTest) -> str:
    return str(table_of(app, "table").key)


def test_one_edit_of_one_cell_stores_that_cell_only_and_the_table_stays() -> None:
    app = opened(dynamic=False)
    before = key_of(app)
    edits(app, edited_rows={1: {"weeks": 7}})
    edits(app, edited_rows={1: {"weeks": 7}, 0: {"day": "2027-02-01"}})
    assert SAVED == [[("b", {"weeks": 7})], [("a", {"day": "2027-02-01"})]]
    assert said(app) == ["Saved"]
    assert key_of(app) == before


def test_two_rows_and_two_roles_of_one_title_are_told_apart() -> None:
    app = opened(dynamic=False)
    edits(app, edited_rows={1: {"owner": "CTO"}})
    assert [row["owner"] for row in STORED.values()] == ["COO", "CTO"]
    assert SAVED == [[("b", {"owner": "CTO"})]]


def test_two_rows_and_two_roles_of_one_title_are_told_apart_where_rows_come_and_go() -> None:
    app = opened(dynamic=True)
    edits(app, edited_rows={1: {"owner": "CTO"}}, added_rows=[{"name": "Same title", "owner": "CTO"}])
    assert [row["owner"] for row in STORED.values()] == ["COO", "CTO", "CTO"]
    edits(
        app,
        edited_rows={1: {"owner": "CTO"}},
        added_rows=[{"name": "Same title", "owner": "CTO"}],
        deleted_rows=[0],
    )
    assert [row["owner"] for row in STORED.values()] == ["CTO", "CTO"]


def test_the_option_for_nothing_is_stored_as_nothing() -> None:
    app = opened(dynamic=False)
    edits(app, edited_rows={0: {"owner": "-"}})
    assert STORED["a"]["owner"] is None


def test_an_emptied_cell_shows_the_estimate_again() -> None:
    app = opened(dynamic=False)
    edits(app, edited_rows={0: {"weeks": 9}})
    before = key_of(app)
    edits(app, edited_rows={0: {"weeks": None}})
    assert STORED["a"]["weeks"] is None
    assert key_of(app) != before
    assert list(table_of(app, "table").value["weeks"]) == ["4", "4"]


def test_rows_keep_their_order_under_the_hand() -> None:
    app = opened(dynamic=False)
    before = key_of(app)
    moved = {key: STORED.pop(key) for key in ("a", "b")}
    STORED.update({"b": moved["b"] | {"name": "First now"}, "a": moved["a"]})
    app.run()
    assert key_of(app) == before
    assert list(table_of(app, "table").value["name"]) == ["Same title", "First now"]


def test_another_persons_entry_under_an_edit_is_shown_and_not_overwritten_by_the_next() -> None:
    app = opened(dynamic=False)
    edits(app, edited_rows={0: {"weeks": 9}})
    STORED["a"] = STORED["a"] | {"weeks": 3}
    before = key_of(app)
    edits(app, edited_rows={0: {"weeks": 9}, 1: {"weeks": 2}})
    assert (STORED["a"]["weeks"], STORED["b"]["weeks"]) == (3, 2)
    assert key_of(app) != before


def test_a_cell_that_somebody_else_has_changed_is_refused_and_shows_theirs() -> None:
    app = opened(dynamic=False)
    STORED["a"] = STORED["a"] | {"weeks": 3}
    edits(app, edited_rows={0: {"weeks": 9}})
    assert STORED["a"]["weeks"] == 3
    assert said(app) == [
        "Somebody else was quicker. You now see their version. Enter yours again if you want to keep it."
    ]
    assert table_of(app, "table").value["weeks"].iloc[0] == "3"


def test_a_refused_cell_stays_until_it_is_mended_while_others_are_stored() -> None:
    app = opened(dynamic=False)
    before = key_of(app)
    edits(app, edited_rows={0: {"weeks": 500}})
    edits(app, edited_rows={0: {"weeks": 500}, 1: {"weeks": 2}})
    assert (STORED["a"]["weeks"], STORED["b"]["weeks"]) == (None, 2)
    assert said(app) == ["500 weeks are too many."]
    assert key_of(app) == before
    edits(app, edited_rows={0: {"weeks": 5}, 1: {"weeks": 2}})
    assert STORED["a"]["weeks"] == 5
    assert said(app) == ["Saved"]


def test_a_cell_that_holds_no_number_says_so_and_stays_until_it_is_mended() -> None:
    app = opened(dynamic=False)
    before = key_of(app)
    edits(app, edited_rows={0: {"weeks": "3 FTE"}, 1: {"weeks": "2,0"}})
    assert (STORED["a"]["weeks"], STORED["b"]["weeks"]) == (None, 2)
    assert said(app) == ["“3 FTE” cannot be read as a number: leave out “FTE”. What you typed is still here."]
    assert key_of(app) == before
    edits(app, edited_rows={0: {"weeks": "3"}, 1: {"weeks": "2,0"}})
    assert STORED["a"]["weeks"] == 3
    assert said(app) == ["Saved"]


def test_saved_is_still_said_when_the_browser_lets_go_of_an_edit_that_is_in_the_table_now() -> None:
    app = opened(dynamic=False)
    edits(app, edited_rows={0: {"weeks": 9}})
    edits(app)
    assert said(app) == ["Saved"]


def test_a_refused_cell_put_back_as_it_was_is_complained_about_no_longer() -> None:
    app = opened(dynamic=False)
    edits(app, edited_rows={0: {"weeks": 500}})
    edits(app)
    assert said(app) == []


def test_a_row_taken_out_again_leaves_the_other_new_ones_as_they_are() -> None:
    app = opened(dynamic=True)
    first, second = ({"name": name} for name in ("New", "Newer"))
    edits(app, added_rows=[first, second])
    edits(app, added_rows=[second])
    assert [row["name"] for row in STORED.values()] == ["Same title", "Same title", "Newer"]
    edits(app, added_rows=[second | {"weeks": 3}])
    assert [changes for _key, changes in SAVED[-1]] == [{"weeks": 3}]


def test_with_a_button_nothing_is_stored_before_it_is_pressed() -> None:
    app = opened(dynamic=True, button="Save all")
    edits(app, edited_rows={0: {"weeks": 9}})
    assert (SAVED, said(app)) == ([], ["Not saved yet"])
    app.button[0].click().run()
    assert STORED["a"]["weeks"] == 9
    assert said(app) == ["Saved"]


def test_after_a_conflict_everything_typed_stays_and_a_second_press_stores_it() -> None:
    app = opened(dynamic=True, button="Save all")
    edits(app, edited_rows={0: {"weeks": 9}})
    STORED["a"] = STORED["a"] | {"weeks": 3}
    before = key_of(app)
    app.button[0].click().run()
    assert STORED["a"]["weeks"] == 3
    assert "What you typed is kept" in said(app)[0]
    assert key_of(app) == before
    app.button[0].click().run()
    assert STORED["a"]["weeks"] == 9
