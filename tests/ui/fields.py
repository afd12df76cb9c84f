"""Fields and grids of a screen as the browser would send them."""

from typing import Any

from tests.ui.visit import Visit, plain

USE_CASES = "use_case_grid_0"


def edits(visit: Visit, **what: Any) -> None:
    """The grid’s state as the browser would send it."""
    empty: dict[str, Any] = {"edited_rows": {}, "added_rows": [], "deleted_rows": []}
    visit.app.session_state[USE_CASES] = empty | what
    visit.run()


def enters(visit: Visit, label: str, value: float | str | None) -> None:
    """Types a figure and leaves the field; amounts of money are texts."""
    fields = [*visit.app.number_input, *visit.app.text_input]
    (field,) = [f for f in fields if plain(f.label).startswith(label)]
    field.set_value(str(value) if field in [*visit.app.text_input] else value)
    visit.run()


def shown(visit: Visit, label: str) -> object:
    (field,) = [
        f for f in [*visit.app.number_input, *visit.app.text_input] if plain(f.label).startswith(label)
    ]
    return field.value


def grid_of(visit: Visit) -> str:
    """The key of the grid that is shown."""
    key: str = visit.app.session_state["register_grid"]
    return key


def type_lines(visit: Visit, *lines: dict[str, Any]) -> None:
    """New lines at the end of the grid, as the browser would send them."""
    visit.app.session_state[grid_of(visit)] = {
        "edited_rows": {},
        "added_rows": list(lines),
        "deleted_rows": [],
    }
    visit.run()
