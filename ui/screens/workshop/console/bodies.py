"""The console's main column before, during and after the meeting. `first` is the step that comes next."""

from collections.abc import Sequence

from assessment.instrument.model import Practice
from assessment.instrument.words import definitions_in, how_to_choose
from assessment.workshop.phases import Action
from language.translation import _
from report.text.wording import defined
from services.core.identity import Owned
from services.workshop.room.view import RoomView
from ui import navigation, session
from ui.kit import inputs, text
from ui.kit.html import pairs, show
from ui.screens.workshop.console import commitments, door, lobby, margin, moves, votes
from ui.screens.workshop.console.script import Line


def before(view: RoomView, owned: Owned, first: Action, lines: Sequence[Line]) -> None:
    """Opening the room, the invitation, what to say, another plan."""
    if door.is_open_for_joining(view):
        moves.buttons(view, owned, session.instrument(), first)
    lobby.opening(view, owned)
    lobby.mine(owned)
    _script(lines)
    lobby.change(view, owned)
    moves.ending(view, owned, first)


def meeting(view: RoomView, owned: Owned, first: Action, lines: Sequence[Line]) -> None:
    """The next step, what to say, and the question in front with its votes and its agreed level."""
    instrument = session.instrument()
    practice, form_first = instrument.practices.get(view.code or ""), first == moves.FORM
    _next_step(view, owned, first)
    if practice is not None:
        votes.agreed(view, practice)
        if form_first:
            votes.agreement(view, owned, primary=True)
    _script(lines)
    _how_to_choose(view, practice)
    if practice is not None:
        votes.votes(view, practice)
        if not form_first:
            votes.agreement(view, owned, primary=False)
    _other_steps(view, owned, first)


def committing(view: RoomView, owned: Owned, first: Action, lines: Sequence[Line]) -> None:
    """The next step, what to say, and the form for one more commitment."""
    _next_step(view, owned, first)
    _script(lines)
    commitments.enter(view, owned)
    _other_steps(view, owned, first)


def after(view: RoomView, owned: Owned, _first: Action, _lines: Sequence[Line]) -> None:
    """The ways to the result, and opening the room again."""
    if owned.status == "open":
        text.prose(_("Nobody answered, so there is no result. You can reopen the room."))
    else:
        text.prose(_("The result is fixed until you reopen the room and close it again."))
        with inputs.row_of("pl_after"):
            text.button(
                _("See the results"), "to_result", kind="primary", on_click=navigation.go, args=("results",)
            )
            for place, words in (
                ("playbook", _("Download the playbook")),
                ("decisions", _("Add initiatives, decisions and outcomes")),
            ):
                text.link(place, words)
    moves.again(view, owned, session.instrument())


def _next_step(view: RoomView, owned: Owned, first: Action) -> None:
    moves.buttons(view, owned, session.instrument(), first)
    margin.repack(view, owned, session.instrument())


def _other_steps(view: RoomView, owned: Owned, first: Action) -> None:
    moves.elsewhere(view, owned, session.instrument(), first)
    moves.ending(view, owned, first)


def _how_to_choose(view: RoomView, practice: Practice | None) -> None:
    """The rule for an answer and what words mean, folded away, while people choose or agree a level."""
    instrument = session.instrument()
    if not instrument.rule or not (view.open_codes or "agree" in view.actions):
        return
    words = instrument.definitions if practice is None else definitions_in(instrument, practice)
    lines = [f"{instrument.rule} {how_to_choose(instrument)}", *(defined(one) for one in words)]
    text.folds([(_("How to choose, and what words mean"), lines)])


def _script(lines: Sequence[Line]) -> None:
    if lines:
        text.subheading(_("What to say"))
        show(pairs(lines, under="pl-script"))
