"""The style of the roadmap: constant text beside the main style sheet."""

from pathlib import Path

import streamlit as st

_STYLE = f"<style>{Path(__file__).with_name('roadmap.css').read_text(encoding='utf-8')}</style>"


def look() -> None:
    """Puts the style sheet of the roadmap into the page."""
    st.html(_STYLE)
