"""A part of a screen that is drawn by itself, in a place of its own.

    @fragments.alone                             a tap in it runs it, and nothing else
    fragments.alone(work, run_every=0.6)         and it looks again by itself

Every fragment comes from here. When one is asked for while the whole screen is being drawn, Streamlit
(1.67) drops from what it has not sent yet whatever that screen drew of the fragment, and the browser
clears the old one away when the screen has ended: what follows it in the same container moves up by
one, and the fragment, drawn next, takes the place of its neighbour. In a container with nothing else
in it there is no neighbour to lose.
"""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import streamlit as st

from ui import session

P = ParamSpec("P")


def alone(work: Callable[P, None], *, run_every: float | None = None) -> Callable[P, None]:
    """`work` as a fragment that shares its container with nothing; `run_every` in seconds.

    Once this browser may no longer open the assessment, the whole screen runs in its place, and says so.
    """

    @wraps(work)
    def while_open(*args: P.args, **kwargs: P.kwargs) -> None:
        if session.is_revoked():
            st.rerun()
        work(*args, **kwargs)

    part = st.fragment(while_open, run_every=run_every)

    @wraps(work)
    def drawn(*args: P.args, **kwargs: P.kwargs) -> None:
        with st.container():
            part(*args, **kwargs)

    return drawn
