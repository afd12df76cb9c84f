"""The forum’s charter: drafted from the grid, read as a page, edited in place."""

import streamlit as st

from language.translation import _
from report.model.governance import ForumView
from report.text.governance.charter import moved_sentence
from report.text.governance.ownership import unknown_role_sentences
from report.text.governance.portfolio import chair_duty, finding_sentence
from services.core.identity import Owned
from services.plan.charter import draft_charter, forum_now
from ui import session
from ui.kit import edit_state, fragments, inputs, text
from ui.kit.edit_state import Field
from ui.kit.html import HtmlFragment, block, finding_list, heading, labelled, listing, paragraph, show
from ui.kit.role_select import title_of
from ui.screens.governance.charter import charter_fields
from ui.screens.governance.other_forums import other_forums

EDITING, ASKING = "forum_editing", "forum_asking"


@fragments.alone
def forum(owned: Owned) -> None:
    """What is to settle, the charter, and what the first meeting begins with."""
    view = forum_now(session.here(), owned, session.today())
    instrument = session.instrument()
    text.heading(view.charter.name or _("The forum"))
    if view.kept:
        moved = moved_sentence(instrument, view.charter, view.drafted)
        show(paragraph(_("Your edits are saved.")), paragraph(moved) if moved else HtmlFragment(""))
    elif view.charter.members:
        show(paragraph(_("Draft from the decision owners. Your edits are kept.")))
    else:
        text.prose(_("The draft needs decision owners. Nobody is named yet."))
        text.link("plan-owners", _("Name the owners"))
    written = view.kept or bool(view.charter.members)
    if written:
        settle = [finding_sentence(instrument, view.draft, found) for found in view.draft.findings]
        show(finding_list(settle))
    show(finding_list(unknown_role_sentences(view.unknown_roles)))
    edit_state.feedback("forum_draft")
    if st.session_state.get(EDITING):
        text.button(_("Read as a page"), "forum_read", on_click=_edit, args=(False,))
        with st.container(key="pl_inner_charter"):
            charter_fields(owned, view)
    else:
        if written:
            _paper(view)
        text.button(_("Edit the charter"), "forum_edit", kind="primary", on_click=_edit, args=(True,))
    if view.kept:
        _again(owned)
    _first(view)
    other_forums(owned, view)


def _paper(view: ForumView) -> None:
    charter, instrument = view.charter, session.instrument()
    members = "; ".join(title_of(instrument, role) for role in charter.members)
    chair = title_of(instrument, charter.chair) if charter.chair else _("not named yet")
    minutes = _("{minutes} minutes").format(minutes=charter.minutes) if charter.minutes else ""
    words = session.here().governance.charter
    show(
        paragraph(charter.purpose or ""),
        labelled(
            [
                (_("Members"), members or _("nobody yet")),
                (_("Chair"), chair_duty(chair, words)),
                (_("Meets"), "; ".join(filter(None, (charter.cadence, minutes)))),
                (_("Board or owners"), words.board or ""),
            ]
        ),
        *_list(_("Decisions and owners"), charter.rights),
        *_list(_("Standing agenda"), charter.agenda),
        *_list(_("Outside the forum’s remit"), list(view.may_not)),
        under="pl-paper",
    )


def _list(title: str, points: list[str]) -> list[HtmlFragment]:
    return [heading(title, 3), listing(points)] if points else []


def _again(owned: Owned) -> None:
    """A new draft replaces what was written: asked twice."""
    if not st.session_state.get(ASKING):
        text.button(
            _("Redraft from the decision owners"), "forum_again", kind="tertiary", on_click=_ask, args=(True,)
        )
        return
    text.prose(_("This replaces all your edits."))
    with inputs.actions():
        text.button(_("Replace my edits"), "forum_replace", on_click=_redraft, args=(owned,))
        text.button(_("Keep my edits"), "forum_keep", kind="tertiary", on_click=_ask, args=(False,))


def _first(view: ForumView) -> None:
    text.subheading(_("The first meeting"))
    if not view.first:
        text.prose(_("Nothing is open or parked, so the standing agenda is enough."))
        return
    show(block(listing(view.first), under="pl-asked"))


def _edit(on: bool) -> None:  # noqa: FBT001 - a callback’s argument
    st.session_state[EDITING] = on


def _ask(on: bool) -> None:  # noqa: FBT001 - a callback’s argument
    st.session_state[ASKING] = on


def _redraft(owned: Owned) -> None:
    field = Field(("forum_draft",))
    edit_state.commit(field, lambda: draft_charter(session.here(), owned, session.today()))
    _ask(on=False)
