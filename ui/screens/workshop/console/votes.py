"""The votes as the room sees them, for the facilitator to read out; and agreeing on a level."""

import streamlit as st

from assessment.answers.records import EVIDENCE_LIMIT, NOTE_LIMIT
from assessment.instrument.model import Practice
from language.translation import _
from services.core.identity import Owned
from services.workshop import facilitation
from services.workshop.room.spread import VoteSpread
from services.workshop.room.view import RoomView
from ui import drafts, session
from ui.kit import edit_state, fragments, inputs, text
from ui.kit.edit_state import Field
from ui.screens.workshop.console import moves
from ui.screens.workshop.wall.words import left_out

NOBODY = ""


def votes(view: RoomView, practice: Practice) -> None:
    """How many chose each situation, in the votes that may be shown."""
    if view.withheld:
        text.notice(view.withheld)
    shown = [vote for vote in (view.first, view.second) if vote is not None]
    if not shown:
        return
    names = {1: _("First vote"), 2: _("Second vote")}
    rows = [
        [f"{level} · {situation}", *(_count(vote, level) for vote in shown)]
        for level, situation in enumerate(practice.levels, 1)
    ]
    if any(vote.dont_know for vote in shown):
        rows.append([_("I don’t know"), *(_plain(vote.dont_know) for vote in shown)])
    if any(vote.not_applicable for vote in shown):
        rows.append([_("Does not apply"), *(_plain(vote.not_applicable) for vote in shown)])
    text.table([_("Situation"), *(names[vote.vote] for vote in shown)], rows)
    said = [view.unmoved, *(left_out(vote) for vote in shown)]
    for sentence in dict.fromkeys(words for words in said if words):
        text.muted(sentence)


def _plain(count: int) -> str:
    return str(count) if count else "–"


def _count(vote: VoteSpread, level: int) -> str:
    """ "3", or its sides or its names where they may be shown."""
    count = vote.levels[level - 1]
    if not count:
        return "–"
    if vote.named:
        return ", ".join(person.name for person in vote.named if person.level == level)
    if vote.sides is None:
        return str(count)
    business, technology = (vote.sides[camp][level - 1] for camp in ("business", "technology"))
    said = [_("{n} business").format(n=business)] if business else []
    said += [_("{n} technology").format(n=technology)] if technology else []
    return ", ".join(said)


def agreement(view: RoomView, owned: Owned, *, primary: bool) -> None:
    """The form for the agreed level, the next step where `primary`; the service refuses whatever does not lie within the votes."""
    if "agree" not in view.actions or view.agreeable is None:
        return
    if view.agreed:
        with st.expander(_("Change the agreed level")):
            _form(view, owned, view.agreeable, primary)
    else:
        text.subheading(_("Agree a level"))
        _form(view, owned, view.agreeable, primary)


@fragments.alone
def _form(view: RoomView, owned: Owned, within: tuple[int, int], primary: bool) -> None:  # noqa: FBT001 - a fragment’s arguments are a tuple
    before, (lowest, highest) = view.agreed, within
    if lowest == highest:
        text.muted(_("All votes are on {level}.").format(level=lowest))
    elif not before:
        text.muted(_("Within the votes: level {low} to {high}.").format(low=lowest, high=highest))
    levels = list(range(lowest, highest + 1))
    roles = {NOBODY: _("No owner yet")} | dict(session.instrument().role_titles)
    key = f"agree_{view.code}_{view.round}_{bool(before)}"
    start = before.level if before and before.level in levels else (lowest if len(levels) == 1 else None)
    level = st.segmented_control(
        _("Level"), levels, default=start, required=start is not None, format_func=lambda level: text.label(str(level)),
        key=f"{key}_level",
    )  # fmt: skip
    known = before.owner if before and before.owner in roles else NOBODY
    owner = st.selectbox(
        _("Owner (role)"), list(roles), format_func=roles.__getitem__,
        index=list(roles).index(known or NOBODY), key=f"{key}_owner",
    )  # fmt: skip
    said = _said(view, owned)
    words = _("Save the change") if before else _("Agree this level")
    if text.button(words, f"{key}_go", kind="primary" if primary else "secondary"):
        _agree(view, owned, level, owner=owner or NOBODY, **said)


def _said(view: RoomView, owned: Owned) -> dict[str, str]:
    """What is written beside the level: note, dissent, and the name or link of the evidence."""
    fields = {field.names[0]: field for field in _texts(view)}
    kept = {
        name: drafts.widget(owned, field, getattr(view.agreed, name, None) or "")
        for name, field in fields.items()
    }
    typed = {
        "note": st.text_area(_("Note: the reason"), max_chars=NOTE_LIMIT, height=80, **kept["note"]),
        "dissent": st.text_area(
            _("Dissent (without a name)"), max_chars=NOTE_LIMIT, height=80, **kept["dissent"]
        ),
        "evidence": st.text_input(
            _("Evidence: a name or a link"), max_chars=EVIDENCE_LIMIT, live=inputs.PAUSE, **kept["evidence"]
        ),
    }
    edit_state.feedback(*fields["note"].scope)
    return {name: words or "" for name, words in typed.items()}


def _texts(view: RoomView) -> list[Field]:
    """The fields of `_said`; what was typed stays when the vote is opened again before the room agrees."""
    scope = ("agree", str(view.code), "change" if view.agreed else "first")
    return [Field(scope, (name,)) for name in ("note", "dissent", "evidence")]


def _agree(view: RoomView, owned: Owned, level: int | None, **said: str) -> None:
    if level is None:
        text.problem(_("Choose a level first. What you typed is kept."), strong=_("Not agreed yet."))
        return

    def work() -> None:
        facilitation.agree(session.here(), owned, level, seen=view.step, **said)
        drafts.forget(owned, *(field.path for field in _texts(view)))

    moves.attempt(owned, work)
    st.rerun()


def agreed(view: RoomView, practice: Practice) -> None:
    """What was agreed, in words."""
    found = view.agreed
    if found is None:
        return
    titles = session.instrument().role_titles
    pairs = [
        (_("Agreed"), f"{found.level} · {practice.levels[found.level - 1]}"),
        (_("Owner"), titles.get(found.owner or "", found.owner or _("none yet"))),
        (_("Evidence"), found.evidence or ""),
        (_("Note"), found.note or ""),
        (_("Dissent"), found.dissent or ""),
    ]
    text.facts([(name, value) for name, value in pairs if value])
