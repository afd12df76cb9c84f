"""The pilot register: a grid that edits like a spreadsheet, stored as a whole when one says so."""

from collections.abc import Mapping, Sequence
from typing import Any

from assessment.answers.records import NAME_LIMIT, NOTE_LIMIT, STAGES, Stage
from language.translation import _, lazy, lazy_table, ngettext
from services.core.identity import Owned
from services.plan import decisions
from services.plan.conflicts import GridEdit, GridLine
from ui import session
from ui.kit import fragments
from ui.kit.table_columns import Column, rows_by
from ui.kit.table_editor import TableEdit, edit_table

STAGE_WORDS: Mapping[Stage, str] = lazy_table(
    {
        "idea": lazy("idea"),
        "pilot": lazy("pilot"),
        "live": lazy("live"),
        "scaled": lazy("scaled"),
        "stopped": lazy("stopped"),
    }
)


@fragments.alone
def register(owned: Owned) -> None:
    """The grid, its one button, and what became of it."""
    edit_table(
        ("register",),
        _columns(),
        rows_by("name", decisions.initiatives_of(session.here(), owned)),
        lambda edit: _save(owned, edit),
        dynamic=True,
        about=_("Pilot register, one AI initiative per row"),
        button=_("Save the register"),
        kind="primary",
        done=lambda n: ngettext("Saved: {n} initiative.", "Saved: {n} initiatives.", n).format(n=n),
    )


def _save(owned: Owned, edit: TableEdit) -> int:
    lines = [GridLine(row.row, row.seen) for row in edit.rows]
    return decisions.edit_initiatives(session.here(), owned, GridEdit(lines, edit.removed))


def _columns() -> Sequence[Column]:
    note: dict[str, Any] = {"max_chars": NOTE_LIMIT}
    owners = {"": _("nobody named"), **session.instrument().role_titles}
    return (
        Column("name", _("Initiative"), "text", width=190, settings={"max_chars": NAME_LIMIT}),
        Column("owner", _("Owner"), "choice", owners, width=120),
        Column("expected_result", _("Expected result"), "text", width=150, settings=note),
        Column("metric", _("Measure"), "text", width=145, settings=note),
        Column("stage", _("Stage"), "choice", STAGE_WORDS, width=85, default=STAGES[0]),
        Column("result", _("Measured result"), "text", width=155, settings=note),
        Column("monthly_cost", _("Cost per month"), "number", width=130),
        Column("known_to", _("Leaders aware"), "number", width=110),
        Column("leaders_asked", _("Leaders asked"), "number", width=90),
    )
