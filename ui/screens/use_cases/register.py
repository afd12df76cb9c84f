"""The register of use cases: a grid that edits like a spreadsheet and is stored as one leaves a cell.

Rows are told apart by where they stand, so that a renamed use case keeps its estimates. The grid keeps its
edits against the table it began with, so that an edit does not draw it anew; `begin_anew` gives it a new table
when something came from elsewhere. Only what was changed here is stored.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import streamlit as st

from assessment.answers.records import NAME_LIMIT, NOTE_LIMIT, UseCase, calendar_date
from assessment.errors import EditConflict, PlumblineError
from assessment.instrument.model import Instrument
from language.translation import _, lazy
from report.text.plan.roadmap import CLASS_NAMES
from report.text.value.figures import LEVERS
from services.core.identity import Owned
from services.plan import use_cases as plan_value
from ui import session
from ui.kit import text, unstored
from ui.screens.use_cases.fields import renamed

if TYPE_CHECKING:
    import pandas as pd

BASE, TIMES, NAMES, DONE, KEPT, SAID = (
    f"use_cases_{word}" for word in ("base", "times", "names", "done", "kept", "said")
)
"""Session state keys: the table the grid began with, which grid it is, the names its rows are stored under, its
rows as they were tried last and, by name, as they are stored, and what is said of it."""
FRONT = "use_case_front"
REGISTER = ("register",)
"""The place at which it is said that the grid was stored."""
TEXTS = ("name", "metric", "blocked_by")
FIELDS = (
    "name",
    "lever",
    "owner",
    "metric",
    "baseline",
    "target",
    "date",
    "class",
    "exploring",
    "blocked_by",
)
NO_LEVER, NO_OWNER, NO_CLASS = lazy("nobody could say"), lazy("nobody named"), lazy("not sorted")
RUNNING, EXPLORING = lazy("running"), lazy("exploring")
Row = dict[str, Any]


def grid_key() -> str:
    return f"use_case_grid_{st.session_state.get(TIMES, 0)}"


def begin_anew() -> None:
    """The next grid begins with what is stored."""
    st.session_state[TIMES] = st.session_state.get(TIMES, 0) + 1
    st.session_state.pop(SAID, None)


def store_edits(owned: Owned) -> None:
    """Stores what was changed in the grid since it was stored last; says what cannot be kept."""
    held = st.session_state
    edits = held.get(grid_key())
    if edits is None or BASE not in held:
        return
    rows, names = rows_of(held[BASE], edits, session.instrument()), _names(edits)
    if rows == held[DONE]:
        return
    held[DONE] = rows
    try:
        named, kept = list(zip(names, rows, strict=True)), held[KEPT]
        plan_value.save_register(session.here(), owned, named, kept.keys(), kept)
    except EditConflict as error:
        begin_anew()
        advice = _("What you see now is theirs; put yours in again if it should stand.")
        held[SAID] = (False, f"{error} {advice}")
        return
    except PlumblineError as error:
        held[SAID] = (False, str(error))
        return
    _remember(owned, edits, rows)
    held[KEPT] = _by_name(rows)
    held.pop(SAID, None)
    held[unstored.SAVED] = REGISTER


def register(use_cases: Sequence[UseCase]) -> None:
    """The grid, and what became of the last edit."""
    held = st.session_state
    stored = rows_of(use_cases, {}, session.instrument())
    said_well, words = session.said_here(SAID, (True, ""))
    if grid_key() in held and said_well and list(held[KEPT].values()) != stored:
        begin_anew()
    if grid_key() not in held:
        held[BASE], held[DONE], held[KEPT] = list(use_cases), stored, _by_name(stored)
        held[NAMES] = ([line.name for line in use_cases], [])
    _grid(held[BASE], session.instrument())
    if not said_well:
        text.problem(words)
    elif not unstored.say(REGISTER):
        text.status("")


def _names(edits: Mapping[str, Any]) -> list[str | None]:
    """Under which name each row of the grid is stored, None for a new one."""
    base, added = st.session_state[NAMES]
    gone, lines = set(edits.get("deleted_rows", ())), edits.get("added_rows", ())
    kept = [name for place, name in enumerate(base) if place not in gone]
    if len(lines) < len(added):
        now = [line.get("name") for line in lines]
        return [*kept, *(name if name in added else None for name in now)]
    return [*kept, *added, *[None] * (len(lines) - len(added))]


def _remember(owned: Owned, edits: Mapping[str, Any], rows: Sequence[Row]) -> None:
    """Under which name each row stands from now on."""
    base, _added = st.session_state[NAMES]
    gone = set(edits.get("deleted_rows", ()))
    places = [place for place in range(len(base)) if place not in gone]
    names = [row["name"] for row in rows]
    for place, name in zip(places, names, strict=False):
        if st.session_state.get(FRONT) == base[place]:
            st.session_state[FRONT] = name
        if name != base[place]:
            renamed(owned, base[place], name)
        base[place] = name
    st.session_state[NAMES] = (base, names[len(places) :])


def _by_name(rows: Sequence[Row]) -> dict[str, Row]:
    return {row["name"]: row for row in rows if row["name"]}


def rows_of(base: Sequence[UseCase], edits: Mapping[str, Any], instrument: Instrument) -> list[Row]:
    """The rows of the grid for the service: absent is None, choices are codes."""
    changed = edits.get("edited_rows", {})
    gone = set(edits.get("deleted_rows", ()))
    shown = [_cells(line, instrument) | changed.get(place, {}) for place, line in enumerate(base)]
    kept = [row for place, row in enumerate(shown) if place not in gone]
    return [_row(row, instrument) for row in [*kept, *edits.get("added_rows", ())]]


def _cells(line: UseCase, instrument: Instrument) -> Row:
    """One use case as the grid shows it."""
    titles = instrument.function_titles
    return {
        "name": line.name,
        "lever": LEVERS[line.lever] if line.lever else _(NO_LEVER),
        "owner": titles.get(line.owner, line.owner) if line.owner else _(NO_OWNER),
        "metric": line.metric or "",
        "baseline": line.baseline,
        "target": line.target,
        "date": calendar_date(line.date) if line.date else None,
        "class": CLASS_NAMES[line.portfolio] if line.portfolio else _(NO_CLASS),
        "exploring": _(EXPLORING) if line.exploring else _(RUNNING),
        "blocked_by": line.blocked_by or "",
    }


def _row(cells: Mapping[str, Any], instrument: Instrument) -> Row:
    row = {field: cells.get(field) for field in FIELDS}
    owners = {title: code for code, title in instrument.function_titles.items()} | {_(NO_OWNER): None}
    row |= {field: (row[field] or "").strip() or None for field in TEXTS}
    row["lever"] = _code(LEVERS, row["lever"])
    row["class"] = _code(CLASS_NAMES, row["class"])
    row["owner"] = owners.get(row["owner"] or _(NO_OWNER), row["owner"])
    row["exploring"] = row["exploring"] == _(EXPLORING)
    row["date"] = str(row["date"])[:10] if row["date"] else None
    return row


def _code(words: Mapping[Any, str], chosen: str | None) -> str | None:
    return next((str(code) for code, word in words.items() if word == chosen), None)


def _table(lines: Sequence[UseCase], instrument: Instrument) -> "pd.DataFrame":
    import pandas as pd

    rows = [_cells(line, instrument) for line in lines]
    # Typed columns would make pandas complain when the grid adds a line with a gap.
    return pd.DataFrame(rows, columns=list(FIELDS), dtype=object)


def _grid(lines: Sequence[UseCase], instrument: Instrument) -> None:
    table, column = _table(lines, instrument), st.column_config
    known = [_(NO_OWNER), *instrument.function_titles.values()]
    owners = [*known, *sorted(set(table["owner"]) - set(known))]
    st.data_editor(
        table,
        key=grid_key(),
        num_rows="dynamic",
        hide_index=True,
        row_height=44,
        placeholder="",
        column_config={
            "name": column.TextColumn(_("Use case"), max_chars=NAME_LIMIT, width=180),
            "lever": _choice(_("How it pays"), [_(NO_LEVER), *LEVERS.values()], 180),
            "owner": _choice(_("Owner"), owners, 120),
            "metric": column.TextColumn(_("Measured by"), max_chars=NOTE_LIMIT, width=128),
            "baseline": column.NumberColumn(_("Today"), format="localized", width=76),
            "target": column.NumberColumn(_("Target"), format="localized", width=82),
            "date": column.DateColumn(_("By when"), format="D MMM YYYY", width=108),
            "class": _choice(_("Class"), [_(NO_CLASS), *CLASS_NAMES.values()], 95),
            "exploring": _choice(_("Stage"), [_(RUNNING), _(EXPLORING)], 92),
            "blocked_by": column.TextColumn(_("Blocked by"), max_chars=NAME_LIMIT, width=115),
        },
        alt=_("The use cases: one line for each, with its claim"),
    )


def _choice(name: str, options: Sequence[str], width: int) -> Any:
    return st.column_config.SelectboxColumn(name, default=options[0], options=list(options), width=width)
