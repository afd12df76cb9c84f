"""Where there is no use case yet: the first one by its name, or those of the pilots that run already."""

from collections.abc import Sequence

import streamlit as st

from assessment.answers.records import Initiative
from assessment.errors import RefusedInput
from language.translation import _, ngettext
from services.core.identity import Owned
from services.plan import use_cases
from services.plan.rows import Row
from ui import session
from ui.kit import edit_state, text
from ui.kit.add_form import add_form
from ui.kit.edit_state import Field
from ui.kit.html import labelled, show

NAME = "first_use_case"


def start(owned: Owned, initiatives: Sequence[Initiative]) -> None:
    """What a use case is, and the quickest way to a first one."""
    text.prose(_("An AI use case is one piece of work that AI is to change, with an owner for the gain."))
    with st.container(key="pl_start"), add_form(Field((NAME,))) as form:
        st.text_input(
            _("First AI use case"), key=form.key(NAME), max_chars=120,
            placeholder=_("Quotes drafted from e-mails"),
        )  # fmt: skip
        form.submit(_("Add use case"), lambda typed: _take(owned, [{"name": typed[NAME]}]), kind="primary")
    running = [line for line in initiatives if line.stage != "stopped"]
    if running:
        text.prose(_("Or start from your pilot register."))
        words = ngettext("Add {n} pilot", "Add {n} pilots", len(running)).format(n=len(running))
        text.button(words, "first_pilots", on_click=_pilots, args=(owned, running))
    edit_state.feedback(NAME)
    text.subheading(_("What you will be asked"))
    show(
        labelled(
            [
                (_("The claim"), _("How it pays, the measure, its value today, the target, the owner and the date.")),
                (_("The money"), _("Investment, benefit per year and cost per year: low, likely and high.")),
                (_("The odds"), _("How likely it is to work; 70 % unless you say otherwise.")),
            ]
        )
    )  # fmt: skip


def _pilots(owned: Owned, running: Sequence[Initiative]) -> None:
    first = {line.name: line for line in reversed(running)}
    kept = [line for line in running if first[line.name] is line]
    rows = [{"name": line.name, "owner": line.owner, "metric": line.metric} for line in kept]
    edit_state.commit(Field((NAME,)), lambda: _take(owned, rows))


def _take(owned: Owned, rows: Sequence[Row]) -> None:
    if not any((row["name"] or "").strip() for row in rows):
        raise RefusedInput(_("A use case needs a name. Enter one above, then add it."))
    use_cases.save_register(session.here(), owned, [(None, row) for row in rows], ())
