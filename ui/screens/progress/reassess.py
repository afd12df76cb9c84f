"""Assessing again: one tap, and in plain words what carries over."""

from language.translation import _
from report.text.editions import compared_sentence
from scoring.comparison.editions import comparability
from services.assessments import reassessment
from services.core.identity import Owned
from ui import access, navigation, session
from ui.kit import edit_state, text
from ui.kit.edit_state import Field

AGAIN = Field(("again",))


def again(owned: Owned) -> None:
    """What a fresh assessment is, and the button that begins it; not for the example, nor before a submission."""
    if owned.example or owned.status == "open":
        return
    text.heading(_("Assess again"))
    text.prose(
        _(
            "Everyone answers {name} again without seeing earlier answers. The organisation, privacy "
            "setting, document style and access carry over; answers, agreed levels and the plan do not."
        ).format(name=owned.organisation)
    )
    inst = session.here()
    across = comparability(inst.asked(owned), inst.instrument)
    if across is not None:
        asks = _("It asks the questions of edition {edition}.").format(edition=across.after)
        text.prose(f"{asks} {compared_sentence(across)}")
    text.button(_("Assess again"), "again", on_click=_begin, args=(owned,))
    edit_state.feedback(*AGAIN.scope)


def _begin(owned: Owned) -> None:
    def work() -> None:
        inst, day, address = session.here(), session.today(), session.address()
        access.begin(lambda token: reassessment.begin_again(inst, token, owned, day, address=address))
        navigation.go("progress")

    if not session.is_revoked():
        edit_state.commit(AGAIN, work, "")
