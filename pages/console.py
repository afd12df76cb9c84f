"""The facilitator's console of a workshop."""

from ui import console, starting, state

code = starting.fresh_code()
if code:
    starting.show_code(code)
else:
    console.screen(state.need_workshop())
