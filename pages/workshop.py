"""Setting up a workshop, and its resume code, once."""

from ui import starting, state, workshop_setup

state.visitor()
code = starting.fresh_code()
if code:
    starting.show_code(code)
else:
    workshop_setup.screen()
