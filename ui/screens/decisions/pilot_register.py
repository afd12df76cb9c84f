"""The pilot register: a grid that edits like a spreadsheet, stored as a whole when one says so."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import streamlit as st

from assessment.answers.records import MOST_LEADERS, NAME_LIMIT, NOTE_LIMIT, STAGES, Initiative, Stage
from assessment.errors import EditConflict, PlumblineError
from assessment.instrument.model import Instrument
from language.translation import _, lazy, lazy_table, ngettext
from services.core.identity import Owned
from services.plan import decisions
from services.plan.conflicts import GridEdit, GridLine, read_again
from ui import session
from ui.kit import fragments
from ui.kit import text as parts

if TYPE_CHECKING:
    import pandas as pd

GRID, BASE, KEPT, SAID = "register_grid", "register_base", "register_kept", "register_said"
"""Session state keys: the grid that is shown (one for each assessment, so that no line of one comes into another),
the lines it began with, its lines as they are stored by their place, and what is said."""
LEADERS = ("known_to", "leaders_asked")
FIELDS = ("name", "owner", "expected_result", "metric", "stage", "result", "monthly_cost", *LEADERS)
STAGE_WORDS: Mapping[Stage, str] = lazy_table(
    {
        "idea": lazy("idea"),
        "pilot": lazy("pilot"),
        "live": lazy("live"),
        "scaled": lazy("scaled"),
        "stopped": lazy("stopped"),
    }
)
EMPTY = lazy_table({"owner": lazy("nobody named"), "expected_result": "", "metric": "", "result": ""})
"""What an empty cell of a text column holds; a choice among owners needs a word."""
Row = dict[str, Any]


@fragments.alone
def register(owned: Owned) -> None:
    """The grid, its one button, and what became of it."""
    stored = decisions.initiatives_of(session.here(), owned)
    grid = f"{GRID}_{owned.assessment_id}"
    if st.session_state.get(GRID) != grid or grid not in st.session_state:
        st.session_state[GRID] = grid
        # The grid keeps edits against the table it began with, so that table must not follow a save.
        _begin(stored)
        st.session_state.pop(SAID, None)
    edited = _grid(st.session_state[BASE], session.instrument())
    rows = as_rows(edited, session.instrument())
    if parts.button(_("Save the register"), "register_save", kind="primary"):
        st.session_state[SAID] = _store(owned, dict(zip(_places(), rows, strict=True)))
        stored = decisions.initiatives_of(session.here(), owned)
        if st.session_state[SAID][0] and differs(rows, stored):
            # Somebody else’s lines stand beside these.
            _begin(stored)
            st.rerun()
    _say(changed=differs(rows, stored))


def _begin(stored: Sequence[Initiative]) -> None:
    """The grid begins with what is stored."""
    st.session_state[BASE] = stored
    st.session_state[KEPT] = {place: fields_of(line) for place, line in enumerate(stored)}


def _places() -> list[int]:
    """Where each row of the grid stood when it was drawn first, or was added."""
    edits, begun = st.session_state[st.session_state[GRID]], max(len(st.session_state[BASE]), 1)
    kept = [place for place in range(begun) if place not in edits["deleted_rows"]]
    return [*kept, *range(begun, begun + len(edits["added_rows"]))]


def fields_of(line: Initiative) -> Row:
    """A line as the grid holds it."""
    return {field: getattr(line, field) for field in FIELDS}


def _store(owned: Owned, rows: Mapping[int, Row]) -> tuple[bool, str]:
    """Stores what was changed; where somebody else has changed the same, says so and reads what they have stored."""
    kept: dict[int, Row] = st.session_state[KEPT]
    lines = [GridLine(row, kept.get(place)) for place, row in rows.items()]
    gone = [was for place, was in kept.items() if place not in rows]
    try:
        found = decisions.edit_initiatives(session.here(), owned, GridEdit(lines, gone))
    except EditConflict as error:
        now = [fields_of(line) for line in decisions.initiatives_of(session.here(), owned)]
        st.session_state[KEPT] = read_again(now, kept)
        advice = _("Everything you typed is still here; save once more, and it stands in place of theirs.")
        return False, f"{error} {advice}"
    except PlumblineError as error:
        return False, str(error)
    st.session_state[KEPT] = {place: row for place, row in rows.items() if not empty(row)}
    return True, ngettext("Saved: {n} line.", "Saved: {n} lines.", found).format(n=found)


def _say(*, changed: bool) -> None:
    good, words = st.session_state.get(SAID, (True, ""))
    if not good:
        parts.problem(words)
    elif changed:
        parts.status(_("Not saved yet"))
    else:
        parts.status(words)


def differs(rows: Sequence[Row], stored: Sequence[Initiative]) -> bool:
    """Is there anything in the grid that is not stored?"""
    return [row for row in rows if not empty(row)] != [fields_of(line) for line in stored]


def empty(row: Row) -> bool:
    """Does the row hold nothing but what every new line holds?"""
    return not any(value for field, value in row.items() if field != "stage")


def as_rows(table: "pd.DataFrame", instrument: Instrument) -> list[Row]:
    """The grid's table as rows for the service: absent is None, owners are function codes."""
    codes = {title: code for code, title in instrument.function_titles.items()}
    stages = {words: stage for stage, words in STAGE_WORDS.items()}
    rows = []
    for record in table.astype(object).where(table.notna(), None).to_dict("records"):
        row = {field: _tidy(record.get(field)) for field in FIELDS}
        row["owner"] = None if row["owner"] == EMPTY["owner"] else codes.get(row["owner"], row["owner"])
        row["stage"] = stages.get(row["stage"], STAGES[0])
        row |= {field: None if row[field] is None else int(row[field]) for field in LEADERS}
        rows.append(row)
    return rows


def _tidy(value: Any) -> Any:
    return (value.strip() or None) if isinstance(value, str) else value


def as_table(lines: Sequence[Initiative], instrument: Instrument) -> "pd.DataFrame":
    """The register as a table; an empty one begins with a line to write in."""
    import pandas as pd

    titles = instrument.function_titles
    columns = {field: [getattr(line, field) for line in lines] for field in FIELDS}
    columns["owner"] = [titles.get(owner, owner) for owner in columns["owner"]]
    columns["stage"] = [STAGE_WORDS[stage] for stage in columns["stage"]]
    for field, empty in EMPTY.items():
        columns[field] = [text or empty for text in columns[field]]
    if not lines:
        columns = {"name": [""], "stage": [STAGE_WORDS[STAGES[0]]]} | {
            field: [None] for field in ("monthly_cost", *LEADERS)
        }
        columns |= {field: [empty] for field, empty in EMPTY.items()}
    # Typed columns would make pandas complain when the grid adds a line with a gap.
    return pd.DataFrame(columns, columns=list(FIELDS), dtype=object)


def _grid(lines: Sequence[Initiative], instrument: Instrument) -> "pd.DataFrame":
    table = as_table(lines, instrument)
    known = [EMPTY["owner"], *instrument.function_titles.values()]
    owners = [*known, *sorted(set(table["owner"]) - set(known))]
    column = st.column_config
    grid: pd.DataFrame = st.data_editor(
        table,
        key=st.session_state[GRID],
        num_rows="dynamic",
        hide_index=True,
        row_height=44,
        placeholder="",
        column_config={
            "name": column.TextColumn(_("Initiative"), default="", max_chars=NAME_LIMIT, width=190),
            "owner": column.SelectboxColumn(_("Owner"), default=EMPTY["owner"], options=owners, width=120),
            "expected_result": column.TextColumn(
                _("Expected result"), default="", max_chars=NOTE_LIMIT, width=150
            ),
            "metric": column.TextColumn(_("Metric"), default="", max_chars=NOTE_LIMIT, width=145),
            "stage": column.SelectboxColumn(
                _("Stage"), default=STAGE_WORDS[STAGES[0]], options=list(STAGE_WORDS.values()), width=85
            ),
            "result": column.TextColumn(_("Result measured"), default="", max_chars=NOTE_LIMIT, width=155),
            "monthly_cost": column.NumberColumn(
                _("Cost a month"), min_value=0, max_value=1e12, format="localized", width=130
            ),
            "known_to": _leaders(_("Know of it"), 110),
            "leaders_asked": _leaders(_("Asked"), 90),
        },
        alt=_("The pilot register: one line for each AI initiative"),
    )
    return grid


def _leaders(words: str, width: int) -> Any:
    return st.column_config.NumberColumn(words, min_value=0, max_value=MOST_LEADERS, step=1, width=width)
