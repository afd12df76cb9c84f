"""The script Streamlit runs for every screen: the look, the frame, and the page inside it."""

import streamlit as st

from assessment.errors import PlumblineError
from assessment.words import _
from ui import errors, frame, registry, state, theme


def main() -> None:
    """Draws the frame and runs the screen the address names."""
    st.set_page_config(page_title=_("Plumbline"), layout="wide", initial_sidebar_state="collapsed")
    theme.apply()
    bare = False
    try:
        shown = st.navigation(registry.pages(), position="hidden")
        state.arrive(shown.url_path or registry.WELCOME)
        st.set_page_config(page_title=f"{shown.title} · {_('Plumbline')}")
        bare = registry.is_bare(shown.url_path)
        if bare:
            shown.run()
        else:
            frame.header()
            # In a container of its own: whatever the page holds, the footer stays the same footer. One that
            # moves is drawn anew, and arrives anew: at the top of the page, away from where somebody is.
            with st.container():
                shown.run()
    except PlumblineError as error:
        errors.show(error)
    if not bare:
        frame.footer()


main()
