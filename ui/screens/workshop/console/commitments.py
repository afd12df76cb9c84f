"""Commitments made in the room: one at a time while the room talks, edited in place as in a spreadsheet."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import streamlit as st

from assessment.answers.records import NOTE_LIMIT, Commitment, CommitmentStatus, calendar_date
from assessment.errors import PlumblineError
from assessment.instrument.model import Instrument
from language.translation import _, lazy, lazy_table, ngettext
from services.core.identity import Owned
from services.plan import commitment_list
from services.workshop.room.view import RoomView
from ui import session
from ui.kit import text

if TYPE_CHECKING:
    import pandas as pd

SAID, GRID, ROUND = "commitments_said", "commitments_grid", "commitments_round"
IN_A_QUARTER = timedelta(days=90)
NOBODY = lazy("nobody named")
STATES: Mapping[CommitmentStatus, str] = lazy_table(
    {
        "open": lazy("open"),
        "kept": lazy("kept"),
        "late": lazy("late"),
        "dropped": lazy("given up"),
    }
)
Row = dict[str, Any]


def offered(view: RoomView, instrument: Instrument) -> dict[str, str]:
    """Every move in words; those of the questions the room talked about stand first."""
    first = [entry.code for entry in view.talks if entry.state == "done"]
    first += [entry.code for entry in view.talks if entry.state != "done"]
    codes = [*first, *(code for code in instrument.practices if code not in first)]
    found = {}
    for code in codes:
        practice = instrument.practices[code]
        for move in practice.moves:
            words = _("{title}, to level {level}: {move}")
            found[f"{code}:{move.to}"] = words.format(title=practice.title, level=move.to, move=move.title)
    return found


def enter(view: RoomView, owned: Owned) -> None:
    """The form for one more; what was chosen last is gone after it was stored."""
    instrument = session.instrument()
    moves = offered(view, instrument)
    roles = {"": _(NOBODY)} | dict(instrument.function_titles)
    round_ = st.session_state.setdefault(ROUND, 0)
    text.subheading(_("Add a commitment"))
    with st.form(f"commit_{round_}", border=False):
        move = st.selectbox(
            _("What will be done"), list(moves), index=None, format_func=moves.__getitem__,
            placeholder=_("Choose a move; type to search"), key=f"commit_move_{round_}",
        )  # fmt: skip
        owner = st.selectbox(
            _("Who leads, as a role"),
            list(roles),
            format_func=roles.__getitem__,
            key=f"commit_owner_{round_}",
        )
        metric = st.text_input(
            _("How it is measured (empty: the move’s own measure)"), max_chars=NOTE_LIMIT,
            key=f"commit_metric_{round_}",
        )  # fmt: skip
        due = st.date_input(
            _("By when"),
            value=session.today() + IN_A_QUARTER,
            format="YYYY-MM-DD",
            key=f"commit_due_{round_}",
        )
        asked = st.form_submit_button(_("Add it"), key=f"commit_go_{round_}")
    if asked:
        _add(owned, move, owner or "", metric or "", due if isinstance(due, date) else None)


def _add(owned: Owned, move: str | None, owner: str, metric: str, due: date | None) -> None:
    if move is None:
        text.problem(_("Choose what will be done; the rest is still here."), strong=_("Not added yet."))
        return
    found = commitment_list.find_move(session.instrument(), move)
    row = {
        "move": move,
        "owner": owner,
        "metric": metric or (found[1].kpi.name if found else ""),
        "due": due.isoformat() if due else None,
    }
    try:
        commitment_list.add_commitment(session.here(), owned, row)
    except PlumblineError as error:
        text.problem(str(error))
        return
    st.session_state[ROUND] += 1
    st.session_state.pop(SAID, None)
    st.rerun()


def grid(view: RoomView, owned: Owned) -> None:
    """What was promised so far, to be corrected in place."""
    stored = commitment_list.commitments_of(session.here(), owned)
    if not stored:
        return
    text.subheading(_("Commitments") if view.rules.stage == "after" else _("Commitments so far"))
    moves = offered(view, session.instrument())
    key = f"{GRID}_{hash(tuple(stored))}"
    edited = _grid(stored, moves, key)
    rows = as_rows(edited, moves, session.instrument())
    changed = differs(rows, stored)
    if text.button(_("Save the changes"), "commitments_save", disabled=not changed):
        st.session_state[SAID] = _store(owned, rows, stored)
        st.rerun()
    good, words = session.said_here(SAID, (True, ""))
    if not good:
        text.problem(words)
    elif words and not changed:
        text.status(words)


def _store(owned: Owned, rows: Sequence[Row], seen: Sequence[Commitment]) -> tuple[bool, str]:
    try:
        kept = commitment_list.save_commitments(session.here(), owned, rows, seen=seen)
    except PlumblineError as error:
        return False, str(error)
    return True, ngettext("Saved: {n} commitment.", "Saved: {n} commitments.", len(kept)).format(n=len(kept))


def differs(rows: Sequence[Row], stored: Sequence[Commitment]) -> bool:
    """Is there anything in the grid that is not stored?"""
    fields = ("move", "owner", "metric", "due", "status")
    return list(rows) != [{f: getattr(line, f) for f in fields} for line in stored]


def as_rows(table: "pd.DataFrame", moves: dict[str, str], instrument: Instrument) -> list[Row]:
    """The grid's table as rows for the service; a line without a move is no line."""
    move_of = {words: move for move, words in moves.items()}
    role_of = {title: code for code, title in instrument.function_titles.items()} | {_(NOBODY): None}
    state_of = {words: status for status, words in STATES.items()}
    rows = []
    for record in table.astype(object).where(table.notna(), None).to_dict("records"):
        if not record["move"]:
            continue
        due = record["due"]
        rows.append(
            {
                "move": move_of.get(record["move"], record["move"]),
                "owner": role_of.get(record["owner"], record["owner"]),
                "metric": (record["metric"] or "").strip() or None,
                "due": due.strftime("%Y-%m-%d") if due is not None else None,
                "status": state_of.get(record["status"], "open"),
            }
        )
    return rows


def _grid(lines: Sequence[Commitment], moves: dict[str, str], key: str) -> "pd.DataFrame":
    import pandas as pd

    titles = session.instrument().function_titles
    table = pd.DataFrame(
        {
            "move": [moves.get(line.move, line.move) for line in lines],
            "owner": [titles.get(line.owner or "", line.owner or _(NOBODY)) for line in lines],
            "metric": [line.metric or "" for line in lines],
            "due": [calendar_date(line.due or "") for line in lines],
            "status": [STATES[line.status] for line in lines],
        },
        dtype=object,
    )
    owners = [_(NOBODY), *titles.values()]
    column = st.column_config
    edited: pd.DataFrame = st.data_editor(
        table,
        key=key,
        num_rows="dynamic",
        hide_index=True,
        row_height=44,
        column_config={
            "move": column.SelectboxColumn(
                _("What will be done"), options=list(dict.fromkeys([*moves.values(), *table["move"]])),
                width="medium",
            ),
            "owner": column.SelectboxColumn(
                _("Who leads"), default=_(NOBODY), options=list(dict.fromkeys([*owners, *table["owner"]])),
                width="small",
            ),
            "metric": column.TextColumn(_("Measure"), default="", max_chars=NOTE_LIMIT, width="medium"),
            "due": column.DateColumn(_("By when"), format="YYYY-MM-DD", width="small"),
            "status": column.SelectboxColumn(
                _("State"), default=STATES["open"], options=list(STATES.values()), width="small"
            ),
        },
        alt=_("The commitments: one line for each"),
    )  # fmt: skip
    return edited
