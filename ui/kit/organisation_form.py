"""The facts about an organisation, as every form that begins an assessment asks for them."""

from collections.abc import Mapping
from typing import Literal

import streamlit as st

from assessment.answers.records import COUNTRY_LIMIT, NAME_LIMIT, SIZE_BANDS, Organisation
from language.translation import _


def optional_facts(
    leave_open: str, *, prefix: str = "", width: int | Literal["stretch"] = "stretch"
) -> dict[str, str | None]:
    """The fields beside the name; `leave_open` stands in a choice that nobody has made."""

    def key(name: str) -> str | None:
        return f"{prefix}_{name}" if prefix else None

    return {
        "sector": st.text_input(
            _("Sector (optional)"), max_chars=NAME_LIMIT, key=key("sector"), width=width
        ),
        "employees": st.selectbox(
            _("Number of staff (optional)"), SIZE_BANDS, index=None, placeholder=leave_open, key=key("size"),
            width=width,
        ),
        "country": st.text_input(
            _("Country (optional)"), max_chars=COUNTRY_LIMIT, key=key("country"), width=width
        ),
    }  # fmt: skip


def organisation_of(given: Mapping[str, str | None]) -> Organisation | None:
    """The organisation described by the fields, `name` among them; None without a name."""
    texts = {name: (text or "").strip() or None for name, text in given.items()}
    return Organisation.model_validate(texts) if texts["name"] else None
