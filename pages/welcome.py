"""The first screen: what this is, what this browser has begun, and the ways in."""

from language.translation import _
from ui.kit import inputs, text
from ui.screens.start import start

text.title(
    _("Agreeing to spend on AI is not agreeing what it is for"),
    lead=_(
        "Plumbline shows a leadership team how ready its company is for AI: what is in place, what holds it "
        "back, and which three things to do next."
    ),
)
mine = start.begun()
if mine:
    start.continued(mine)
with inputs.option_columns() as (alone, together, join):
    with alone:
        text.heading(_("Assess on your own"))
        text.prose(_("Twenty minutes, alone. Stop at any time and come back."))
        text.button(
            _("Begin"), "door-alone", kind="secondary" if mine else "primary", on_click=start.to_set_up
        )
    with together:
        text.heading(_("Run a workshop"))
        text.prose(_("Three to twelve leaders, on their phones, in 60 to 90 minutes."))
        text.button(_("Set up a workshop"), "door-workshop", on_click=start.to_workshop)
    with join:
        text.heading(_("Join with a code"))
        text.prose(_("You have been invited. The code stands on the shared screen, or in the invitation."))
        start.join_door()
with inputs.option_columns(key="pl_doors_more") as (back, example, _third):
    with example:
        start.example_door()
    with back:
        text.heading(_("Come back"))
        text.prose(_("With a resume code from another device, or with a file you exported."))
        text.link("resume", _("Enter a code or open a file"))
text.heading(_("In two minutes"))
text.facts(
    [
        (
            _("You answer"),
            _(
                "For each question you choose one of five described situations. “I don’t know” is an answer too."
            ),
        ),
        (_("About"), start.section_titles()),
        (
            _("You see"),
            _(
                "The level your answers describe, from 1 to 5, what of it somebody could show, and what holds you there."
            ),
        ),
        (
            _("You take away"),
            _(
                "A playbook as PDF that can go before a board as it is: where you stand, what to decide, who does what first."
            ),
        ),
        (
            _("It is not"),
            _("An audit, a certificate or a rank in a market. Every number can be recomputed by hand."),
        ),
    ]
)
