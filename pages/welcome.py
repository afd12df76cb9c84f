"""The first screen: what this is, what this browser has begun, and the ways in."""

from language.translation import _
from ui.kit import inputs, text
from ui.screens.start import start

text.title(
    _("Agreeing to spend on AI is not agreeing what it is for"),
    lead=_("See how ready your company is for AI, what limits it, and the three things to do next."),
)
mine = start.begun()
if mine:
    start.continued(mine)
with inputs.option_columns() as (alone, together, join):
    with alone:
        text.heading(_("Assess on your own"))
        text.prose(_("Twenty minutes. Stop when you like and come back."))
        text.button(
            _("Start the assessment"),
            "door-alone",
            kind="secondary" if mine else "primary",
            on_click=start.to_set_up,
        )
    with together:
        text.heading(_("Run a workshop"))
        text.prose(_("Three to twelve leaders on their phones, 60 to 90 minutes."))
        text.button(_("Set up a workshop"), "door-workshop", on_click=start.to_workshop)
    with join:
        text.heading(_("Join with a code"))
        text.prose(_("The code is on the shared screen or in your invitation."))
        start.join_door()
with inputs.option_columns(key="pl_doors_more") as (back, example, _third):
    with example:
        start.example_door()
    with back:
        text.heading(_("Come back"))
        text.prose(_("Use a resume code or an exported file."))
        text.link("resume", _("Enter a code or open a file"))
text.heading(_("In two minutes"))
text.facts(
    [
        (
            _("You answer"),
            _("For each question, choose one of five situations. “I don’t know” is a valid answer."),
        ),
        (_("About"), start.section_titles()),
        (
            _("You see"),
            _("Your level from 1 to 5, the evidence, and what keeps you there."),
        ),
        (
            _("You take away"),
            _("A PDF playbook for the board: where you are, what to decide, who does what first."),
        ),
        (
            _("It is not"),
            _("An audit, a certificate or a ranking. You can recompute every number by hand."),
        ),
    ]
)
