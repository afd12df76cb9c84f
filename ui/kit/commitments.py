"""Commitments on a screen: one more from suggestions or in own words, and all of them as a table edited in place."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any

import streamlit as st

from assessment.answers.records import NOTE_LIMIT
from assessment.errors import RefusedInput
from assessment.instrument.model import Instrument
from assessment.plan.commitments import TEXT_LIMIT
from language.translation import _, lazy, ngettext
from report.text.commitments import STATUSES
from services.core.identity import Owned
from services.plan import commitments, roadmap
from services.plan.conflicts import GridEdit, GridLine
from ui import session
from ui.kit import edit_state, text
from ui.kit.add_form import add_form
from ui.kit.edit_state import Field
from ui.kit.table_columns import Column, Row, rows_by
from ui.kit.table_editor import TableEdit, edit_table

NEW = ("commitment_new",)
IN_A_QUARTER = timedelta(days=90)
NOBODY = lazy("no owner")
BACKERS = ("in_favour", "asked")
FIRST_MOVE, LAST_MOVE = 2, 5


def suggestions(
    instrument: Instrument, levels: Mapping[str, int | None], first: Sequence[str] = ()
) -> dict[str, str]:
    """Moves in words: the next of every practice, those of `first` before the others; then what comes after.

    `levels` are the levels known; a move to a level that is reached is not suggested.
    """
    codes = [*dict.fromkeys((*first, *instrument.practices))]
    nexts = {code: max((levels.get(code) or 1) + 1, FIRST_MOVE) for code in codes}
    moves = [(code, nexts[code]) for code in codes if nexts[code] <= LAST_MOVE]
    moves += [(code, to) for code in codes for to in range(nexts[code] + 1, LAST_MOVE + 1)]
    return {f"{code}:{to}": _in_words(instrument, code, to) for code, to in moves}


def _in_words(instrument: Instrument, code: str, to: int) -> str:
    practice = instrument.practices[code]
    return _("{title}, to level {level}: {move}").format(
        title=practice.title, level=to, move=practice.move(to).title
    )


def enter(owned: Owned, offered: Mapping[str, str]) -> None:
    """The form for one more; what was typed is gone after it was stored."""
    roles = {"": _(NOBODY)} | dict(session.instrument().role_titles)
    text.subheading(_("Add a commitment"))
    with add_form(Field(NEW)) as form:
        st.selectbox(
            _("Action"), list(offered), index=None, format_func=offered.__getitem__,
            placeholder=_("Choose a move"), key=form.key("move"),
        )  # fmt: skip
        st.text_input(
            _("Or in your own words"), max_chars=TEXT_LIMIT, key=form.key("text"),
            placeholder=_("If no move fits"),
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
    given["text"] = (given["text"] or "").strip()
    if given["move"] is None and not given["text"]:
        raise RefusedInput(_("Choose a move, or write your own words. Your other entries are kept."))
    if given["move"] is not None and given["text"]:
        raise RefusedInput(
            _("Choose a move or write your own words, not both. Everything you typed is kept.")
        )
    found = roadmap.find_move(session.instrument(), given["move"]) if given["move"] else None
    given["metric"] = given["metric"] or (found.kpi.name if found else "")
    given["due"] = given["due"].isoformat() if isinstance(given["due"], date) else None
    commitments.add_commitment(session.here(), owned, given)


def grid(owned: Owned, title: str) -> None:
    """The commitments so far, to be corrected in place; nothing without one."""
    stored = commitments.commitments_of(session.here(), owned)
    if not stored:
        return
    text.subheading(title)
    edit_table(
        ("commitments",),
        _columns(suggestions(session.instrument(), {})),
        {key: _flat(row) for key, row in rows_by("subject", stored).items()},
        lambda edit: _save(owned, edit),
        dynamic=True,
        about=_("Commitments, one per row"),
        button=_("Save changes"),
        done=lambda n: ngettext("Saved: {n} commitment.", "Saved: {n} commitments.", n).format(n=n),
    )


def _save(owned: Owned, edit: TableEdit) -> int:
    lines = [GridLine(_nested(row.row), None if row.seen is None else _nested(row.seen)) for row in edit.rows]
    gone = [_nested(row) for row in edit.removed]
    return commitments.edit_commitments(session.here(), owned, GridEdit(lines, gone))


def _flat(row: Row) -> dict[str, Any]:
    """A commitment as a row of the table: who backs it as two cells."""
    others = {name: value for name, value in row.items() if name != "stands_behind"}
    return others | dict.fromkeys(BACKERS) | dict(row["stands_behind"] or {})


def _nested(row: Row) -> dict[str, Any]:
    """A row of the table as a commitment."""
    others = {name: value for name, value in row.items() if name not in BACKERS}
    backers = {name: row[name] for name in BACKERS if row.get(name) is not None}
    return others | {"stands_behind": backers or None}


def _columns(moves: Mapping[str, str]) -> Sequence[Column]:
    roles = {"": _(NOBODY), **session.instrument().role_titles}
    return (
        Column("move", _("Action"), "choice", {"": _("in your own words"), **moves}, "medium"),
        Column("text", _("In your own words"), "text", width="medium", settings={"max_chars": TEXT_LIMIT}),
        Column("owner", _("Owner (role)"), "choice", roles, "small"),
        Column("metric", _("Measure"), "text", width="medium", settings={"max_chars": NOTE_LIMIT}),
        Column("due", _("Due date"), "date", width="small", settings={"format": "YYYY-MM-DD"}),
        Column("status", _("State"), "choice", STATUSES, "small", default="open"),
        Column("in_favour", _("In favour"), "number", width=100),
        Column("asked", _("Asked"), "number", width=90),
    )
