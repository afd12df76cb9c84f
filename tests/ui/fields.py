"""Fields and tables of a screen as the browser would send them."""

from typing import Any

from tests.ui.visit import Visit, plain

USE_CASES = "use_case_grid"
REGISTER = "register"
"""Names of the tables of use cases and of pilots."""


def enters(visit: Visit, label: str, value: float | str | None) -> None:
    """Types a figure and leaves the field."""
    (field,) = [f for f in visit.app.text_input if plain(f.label).startswith(label)]
    field.set_value("" if value is None else str(value))
    visit.run()


def shown(visit: Visit, label: str) -> object:
    """What the field of this label holds."""
    fields = [*visit.app.text_input, *visit.app.text_area]
    (field,) = [f for f in fields if plain(f.label).startswith(label)]
    return field.value


def type_lines(visit: Visit, *lines: dict[str, Any]) -> None:
    """New lines at the end of the pilot register."""
    visit.edit(REGISTER, added_rows=list(lines))
