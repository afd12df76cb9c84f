"""Who takes which decision, and what is wanted most: one person's view, stored as it is tapped."""

import streamlit as st

from assessment.answers.interchange import SPECIAL_ROLES
from assessment.errors import PlumblineError
from assessment.instrument.model import Instrument
from language.translation import _
from services.assessments import answering
from services.core.identity import Owned
from services.plan import decisions
from ui import session
from ui.kit import fragments, text
from ui.kit.html import paragraph, show

SAID = "decisions_said"


def _store(where: str, work: text.Callback) -> None:
    try:
        work()
    except PlumblineError as error:
        st.session_state[SAID] = (where, False, str(error))
    else:
        st.session_state[SAID] = (where, True, _("Saved"))


def _say(where: str) -> None:
    place, good, words = session.said_here(SAID, ("", True, ""))
    if place == where and not good:
        text.problem(words)
    else:
        text.status(words if place == where else "")


def roles(instrument: Instrument) -> dict[str, str]:
    """Every role a decision may be placed with, by code."""
    special = {"nobody": _("Nobody"), "several": _("Several, and it depends"), "dont_know": _("I don’t know")}
    return instrument.function_titles | {code: special[code] for code in SPECIAL_ROLES}


@fragments.alone
def decision_map(owned: Owned) -> None:
    """The eight decisions, each with the one who takes it."""
    instrument = session.instrument()
    placed = answering.answers(session.here(), owned).decisions
    offered = roles(instrument)
    for choice in instrument.decisions:
        given = placed.get(choice.code)
        options = list(offered) if given is None or given in offered else [*offered, given]
        with st.container(key=f"pl_place_{choice.code}"):
            words, field = st.columns([7, 4], gap="small", vertical_alignment="center")
            with words:
                show(
                    paragraph(choice.title, kind="strong"),
                    paragraph(choice.meaning, kind="muted"),
                    under="pl-asked",
                )
            field.selectbox(
                text.label(choice.title),
                options,
                index=options.index(given) if given in options else None,
                format_func=lambda code: offered.get(code, code),
                placeholder=_("Choose"),
                label_visibility="collapsed",
                key=f"place_{choice.code}",
                on_change=_place,
                args=(owned, choice.code),
            )
    _say("map")


def _place(owned: Owned, decision: str) -> None:
    role = st.session_state[f"place_{decision}"]
    if role is not None:
        _store("map", lambda: decisions.save_decision(session.here(), owned, decision, role))


@fragments.alone
def ranking(owned: Owned) -> None:
    """Outcomes tapped in the order wanted; one that stands too low is moved up."""
    titles = {choice.code: choice for choice in session.instrument().outcomes}
    order = [code for code in answering.answers(session.here(), owned).ranking if code in titles]
    for place, code in enumerate(order):
        with st.container(key=f"pl_rank_{code}", horizontal=True, vertical_alignment="center", gap="medium"):
            text.text(f"{place + 1}. {titles[code].title}", strong=True)
            if place:
                text.button(
                    _("Move up"),
                    f"up_{code}",
                    kind="tertiary",
                    on_click=_rank,
                    args=(owned, _raised(order, code)),
                )
    rest = [code for code in titles if code not in order]
    if rest:
        text.muted(_("Tap what you want most.") if not order else _("Tap what comes next."))
    for code in rest:
        with st.container(
            key=f"pl_outcome_{code}", horizontal=True, vertical_alignment="center", gap="medium"
        ):
            text.button(titles[code].title, f"rank_{code}", on_click=_rank, args=(owned, [*order, code]))
            text.muted(titles[code].meaning)
    if order:
        text.button(
            _("Start the order again"), "rank_again", kind="tertiary", on_click=_rank, args=(owned, [])
        )
    _say("ranking")


def _raised(order: list[str], code: str) -> list[str]:
    place = order.index(code)
    return [*order[: place - 1], code, order[place - 1], *order[place + 1 :]]


def _rank(owned: Owned, order: list[str]) -> None:
    _store("ranking", lambda: decisions.save_ranking(session.here(), owned, order))
