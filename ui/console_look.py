"""The style of set-up and console: constant text beside the main style sheet."""

from pathlib import Path

import streamlit as st

_STYLE = f"<style>{Path(__file__).with_name('console.css').read_text(encoding='utf-8')}</style>"


def look() -> None:
    """Puts the style sheet of set-up and console into the page."""
    st.html(_STYLE)
