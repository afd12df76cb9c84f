"""Style sheets, added to the page once per full run.

Colours and fonts of Streamlit's own widgets are set in `.streamlit/config.toml`; the style sheets in
`ui/styles/` hold what that file cannot say. The browser keeps them after the first time.
"""

from functools import cache
from pathlib import Path

import streamlit as st

STYLES = Path(__file__).with_name("styles")


def style(name: str) -> None:
    """Puts the style sheet of this name into the page: `base` for every screen, then that of a screen."""
    st.html(_sheet(name))


@cache
def _sheet(name: str) -> str:
    return f"<style>{(STYLES / name).with_suffix('.css').read_text(encoding='utf-8')}</style>"
