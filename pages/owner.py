"""The owner's room: resume code, closing, retention, export, other assessments, deletion."""

from assessment.words import _
from services import results
from ui import owner_delete, owner_room, parts, starting, state
from ui.progress_again import again
from ui.results_look import look


def main() -> None:
    if owner_delete.gone():
        return
    code = starting.fresh_code()
    if code:
        starting.show_code(code)
        return
    owned = state.need_assessment()
    allowed = results.report(state.here(), owned, state.today()).disclosure.answers
    look()
    parts.title(
        _("Owner’s room"),
        lead=_("What only you decide about this assessment: {name}.").format(name=owned.organisation),
    )
    owner_room.say()
    owner_room.resume_code(owned)
    owner_room.others_in_it(owned)
    owner_room.closing(owned)
    owner_room.keeping(owned)
    owner_room.export(owned, allowed=allowed)
    again(owned)
    owner_room.others(owned)
    owner_delete.delete(owned)


main()
