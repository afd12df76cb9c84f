"""Grids that are edited in place and stay where they are: an edit does not draw them anew.

The browser keeps every edit of a grid, laid over its table, until the grid is another one; Streamlit hands all
of them over each time. So what was handed on before is remembered, and only what is new is stored; and the
grid becomes another one only when what lies over the table is not what is stored: a cell that was emptied and
shows an estimate now, one that somebody else has changed, another list of lines.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import streamlit as st

from services.plan.conflicts import alike
from ui.kit import saving

Cells = Mapping[str, Any]
Work = Callable[[str, dict[str, Any], dict[str, Any]], object]
"""Stores the changed cells of a line: the key of the line, its cells, and what was stored in them when drawn."""


@dataclass
class Grid:
    """What is known of one grid in one tab: the order of its lines, what was stored in them when it was drawn, and
    the edits laid over them.
    """

    name: str
    times: int = 0
    order: tuple[str, ...] = ()
    seen: dict[str, dict[str, Any]] = field(default_factory=dict)
    edits: dict[tuple[str, str], Any] = field(default_factory=dict)
    refused: bool = False

    @property
    def key(self) -> str:
        """The key of the widget."""
        return f"{self.name}_{self.times}"

    def begins_anew(self) -> None:
        """The browser forgets every edit; what it shows is what is stored."""
        self.times += 1
        self.edits, self.refused = {}, False


def grid(name: str) -> Grid:
    """The grid of this name in this tab."""
    found: Grid = st.session_state.setdefault(name, Grid(name))
    return found


def lines_in_place(name: str, lines: Mapping[str, Cells], stored: Mapping[str, Cells]) -> list[Cells]:
    """The lines as the grid is to show them; call it before the grid is drawn. Both are by the key of a line.

    They keep the order in which they were drawn first: no line moves away from under the hand that edits it.
    """
    found = grid(name)
    if set(found.order) != set(lines) or found.key not in st.session_state:
        # Other lines, or the grid was away meanwhile, and with it every edit laid over its table.
        found.order = tuple(lines)
        found.begins_anew()
    covered = all(alike(lines[line].get(cell), value) for (line, cell), value in found.edits.items())
    if not (covered or found.refused):
        found.begins_anew()
    found.seen = {line: dict(cells) for line, cells in stored.items()}
    return [lines[line] for line in found.order]


def store_edits(name: str, place: str, work: Work) -> None:
    """In the callback of the grid: stores every line that was edited since, each by itself; said at `place`.

    What could not be stored is said, whatever else was stored in the same moment.
    """
    found, problem = grid(name), None
    before = found.refused
    for line, cells in _new(found, st.session_state[found.key]["edited_rows"]).items():
        found.edits |= {(line, cell): value for cell, value in cells.items()}
        seen = {cell: found.seen[line][cell] for cell in cells if cell in found.seen[line]}
        if saving.store(place, found.key, partial(work, line, cells, seen)):
            for cell in cells:
                found.seen[line].pop(cell, None)
        else:
            problem = problem or st.session_state[saving.SAID]
    found.refused = problem is not None and problem[1] == found.key
    if problem is not None:
        saving.refuse(problem, held_back=found.refused)
    if (before or problem is not None) and not found.refused:
        # Else what was refused earlier, or another’s entry that is covered, would look as if it were stored.
        found.begins_anew()


def _new(found: Grid, edited: Mapping[Any, Cells]) -> dict[str, dict[str, Any]]:
    """The cells that have not been handed on, by line."""
    lines: dict[str, dict[str, Any]] = {}
    for place, cells in edited.items():
        line = found.order[int(place)]
        for cell, value in cells.items():
            known = (line, cell) in found.edits and alike(found.edits[line, cell], value)
            if not known:
                lines.setdefault(line, {})[cell] = value
    return lines
