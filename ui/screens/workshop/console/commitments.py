"""Commitments made in the room: one at a time while the room talks, edited in place as in a spreadsheet."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any

import streamlit as st

from assessment.answers.records import NOTE_LIMIT, CommitmentStatus
from assessment.errors import RefusedInput
from assessment.instrument.model import Instrument
from language.translation import _, lazy, lazy_table, ngettext
from services.core.identity import Owned
from services.plan import commitments, roadmap
from services.plan.conflicts import GridEdit, GridLine
from services.workshop.room.view import RoomView
from ui import session
from ui.kit import edit_state, text
from ui.kit.add_form import add_form
from ui.kit.edit_state import Field
from ui.kit.table_columns import Column, rows_by
from ui.kit.table_editor import TableEdit, edit_table

NEW = ("commitment_new",)
IN_A_QUARTER = timedelta(days=90)
NOBODY = lazy("no owner")
STATES: Mapping[CommitmentStatus, str] = lazy_table(
    {
        "open": lazy("open"),
        "kept": lazy("kept"),
        "late": lazy("late"),
        "dropped": lazy("given up"),
    }
)


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
    moves = offered(view, session.instrument())
    roles = {"": _(NOBODY)} | dict(session.instrument().function_titles)
    text.subheading(_("Add a commitment"))
    with add_form(Field(NEW)) as form:
        st.selectbox(
            _("What will be done"), list(moves), index=None, format_func=moves.__getitem__,
            placeholder=_("Choose a move"), key=form.key("move"),
        )  # fmt: skip
        st.selectbox(_("Owner (role)"), list(roles), format_func=roles.__getitem__, key=form.key("owner"))
        st.text_input(
            _("Measure (leave empty to use the move’s own)"),
            max_chars=NOTE_LIMIT,
            key=form.key("metric"),
        )
        st.date_input(
            _("Due date"), value=session.today() + IN_A_QUARTER, format="YYYY-MM-DD", key=form.key("due")
        )
        form.submit(_("Add commitment"), partial(_add, owned), "")
    edit_state.feedback(*NEW, strong=_("Not added yet."))


def _add(owned: Owned, typed: Mapping[str, Any]) -> None:
    given = dict(typed)
    if given["move"] is None:
        raise RefusedInput(_("Choose a move. Your other entries are kept."))
    found = roadmap.find_move(session.instrument(), given["move"])
    given["metric"] = given["metric"] or (found.kpi.name if found else "")
    given["due"] = given["due"].isoformat() if isinstance(given["due"], date) else None
    commitments.add_commitment(session.here(), owned, given)


def grid(view: RoomView, owned: Owned) -> None:
    """The commitments so far, to be corrected in place."""
    stored = commitments.commitments_of(session.here(), owned)
    if not stored:
        return
    text.subheading(_("Commitments") if view.rules.stage == "after" else _("Commitments so far"))
    edit_table(
        ("commitments",),
        _columns(offered(view, session.instrument())),
        rows_by("move", stored),
        lambda edit: _save(owned, edit),
        dynamic=True,
        about=_("Commitments, one per row"),
        button=_("Save changes"),
        done=lambda n: ngettext("Saved: {n} commitment.", "Saved: {n} commitments.", n).format(n=n),
    )


def _save(owned: Owned, edit: TableEdit) -> int:
    lines = [GridLine(row.row, row.seen) for row in edit.rows if row.row["move"]]
    return commitments.edit_commitments(session.here(), owned, GridEdit(lines, edit.removed))


def _columns(moves: Mapping[str, str]) -> Sequence[Column]:
    roles = {"": _(NOBODY), **session.instrument().function_titles}
    return (
        Column("move", _("What will be done"), "choice", moves, "medium"),
        Column("owner", _("Owner (role)"), "choice", roles, "small"),
        Column("metric", _("Measure"), "text", width="medium", settings={"max_chars": NOTE_LIMIT}),
        Column("due", _("Due date"), "date", width="small", settings={"format": "YYYY-MM-DD"}),
        Column("status", _("State"), "choice", STATES, "small", default="open"),
    )
