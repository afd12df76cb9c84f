"""Who sees what: the three modes in plain words, and what to do where one leader stands alone on a side."""

from collections.abc import Mapping

import streamlit as st

from assessment.answers.records import Privacy
from assessment.instrument.model import CAMPS, Camp
from language.translation import _, lazy, lazy_table
from report.text.privacy import lone_notice, privacy_statement
from ui.kit import inputs, text

MODES: Mapping[Privacy, str] = lazy_table(
    {
        "by_camp": lazy("By side"),
        "open": lazy("Open"),
        "team": lazy("Team without sides"),
    }
)
MOST = 20


def choose_privacy(prefix: str, start: Privacy = "by_camp") -> Privacy:
    """The mode, with the statement everybody reads before joining."""
    key = f"{prefix}_privacy"
    st.session_state.setdefault(key, start)
    chosen: Privacy | None = st.radio(
        _("Privacy"),
        list(MODES),
        format_func=MODES.__getitem__,
        captions=[text.label(privacy_statement(mode)) for mode in MODES],
        key=key,
    )
    return chosen or start


def lone_leader(prefix: str, privacy: Privacy, mine: Camp | None = None) -> None:
    """How many will take part on each side, and what follows when one stands alone. Nothing is stored.

    `mine` is the side of somebody who takes part already.
    """
    if privacy != "by_camp":
        return
    text.text(_("How many will take part?"), strong=True)
    text.muted(_("A side with only one person cannot be shown. These numbers are not saved."))
    counts: dict[Camp, int] = {}
    with st.container(horizontal=True, gap="medium"):
        for camp in CAMPS:
            words = _("Business side") if camp == "business" else _("Technology side")
            given = st.selectbox(
                text.label(words),
                range(1 if camp == mine else 0, MOST + 1),
                index=None,
                placeholder=_("Not known"),
                key=f"{prefix}_{camp}",
                width=200,
            )
            counts[camp] = int(given or 0)
    notice = lone_notice(privacy, counts)
    if notice:
        text.notice(notice)
        with inputs.row_of(f"pl_lone_{prefix}"):
            for mode in ("open", "team"):
                words = _("Use open answers") if mode == "open" else _("Use team without sides")
                text.button(words, f"{prefix}_lone_{mode}", on_click=_take, args=(prefix, mode))


def _take(prefix: str, privacy: Privacy) -> None:
    st.session_state[f"{prefix}_privacy"] = privacy
