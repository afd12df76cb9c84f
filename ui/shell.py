"""The script Streamlit runs for every screen: styles, frame, and the page inside it."""

import streamlit as st

from assessment.errors import PlumblineError
from language.translation import _
from ui import errors, navigation, page_frame, session, theme


def main() -> None:
    """Draws the frame and runs the screen of the current address."""
    session.speak()
    st.set_page_config(page_title=_("Plumbline"), layout="wide", initial_sidebar_state="collapsed")
    theme.style("base")
    bare = False
    try:
        shown = st.navigation(navigation.pages(), position="hidden")
        session.arrive(shown.url_path or navigation.WELCOME)
        st.set_page_config(page_title=f"{shown.title} · {_('Plumbline')}")
        bare = navigation.is_bare(shown.url_path)
        if bare:
            shown.run()
        else:
            page_frame.header()
            # In a container of its own, so that the footer keeps its position in the element tree. If that changed,
            # the footer would be mounted again and its script would scroll to the top of the page.
            with st.container():
                shown.run()
    except PlumblineError as error:
        errors.show(error)
    if not bare:
        page_frame.footer()


main()
