"""The look: one static style sheet, put into the page once per full run.

Colours and fonts of Streamlit's own widgets stand in `.streamlit/config.toml`; the style sheet
holds what that file cannot say: type sizes, rhythm, cards, the frame, and Streamlit's furniture
put away. It is constant text, so the browser keeps it after the first time.
"""

from pathlib import Path

import streamlit as st

_STYLE = f"<style>{Path(__file__).with_name('theme.css').read_text(encoding='utf-8')}</style>"


def apply() -> None:
    """Puts the style sheet into the page."""
    st.html(_STYLE)
