"""The style of the value screen: constant text beside the main style sheet."""

from pathlib import Path

import streamlit as st

_STYLE = f"<style>{Path(__file__).with_name('value.css').read_text(encoding='utf-8')}</style>"


def look() -> None:
    """Puts the style sheet of the value screen into the page."""
    st.html(_STYLE)
