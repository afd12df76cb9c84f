"""The style of the progress screen: constant text beside the main style sheet."""

from pathlib import Path

import streamlit as st

_STYLE = f"<style>{Path(__file__).with_name('progress.css').read_text(encoding='utf-8')}</style>"


def look() -> None:
    """Puts the style sheet of the progress screen into the page."""
    st.html(_STYLE)
