"""Everything a visitor can read on a screen, widgets, charts and grids included."""

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from google.protobuf.message import Message
from streamlit.dataframe_util import convert_arrow_bytes_to_pandas_df
from streamlit.testing.v1 import AppTest

from tests.ui.visit import plain

TECHNICAL = {
    *("id", "form_id", "key", "element_id", "user_key", "page_script_hash", "page", "icon", "type", "url"),
    *("width", "height", "css", "format", "language", "script_hash", "active_script_hash", "data_testid"),
    *(
        "min",
        "max",
        "default",
        "allowed_types",
        "column_order",
        "help_icon",
        "url_path",
        "file_urls",
        "fragment_id",
    ),
}
"""Fields of Streamlit's messages that nobody reads."""
DRAWN = {"text", "title", "label", "name", "right", "short", "full", "left", "words"}
"""Fields of a chart, and of its rows, that are drawn as words."""


def visible(app: AppTest) -> list[str]:
    """The texts in the order of the screen."""
    found: list[str] = []
    for root in app._tree.children.values():
        found += _below(root)
    return [text for text in found if text.strip()]


def _below(node: Any) -> Iterator[str]:
    proto = getattr(node, "proto", None)
    if isinstance(proto, Message):
        yield from _texts(proto)
    for child in getattr(node, "children", {}).values():
        yield from _below(child)


def _texts(message: Message, inside: str = "", columns: str = "") -> Iterator[str]:
    """The texts of a message; `columns` is the configuration of the table that it is the data of."""
    own = getattr(message, "columns", None)
    columns = own if isinstance(own, str) else columns
    name = type(message).__name__
    for field, value in message.ListFields():
        if field.name in TECHNICAL:
            continue
        if isinstance(value, str) and (name == "Html" or (field.name == "body" and "<" in value)):
            yield _stripped(value)
        elif field.name == "spec" or (field.name == "columns" and isinstance(value, str)):
            yield from _drawn(json.loads(value), charts=field.name == "spec")
        elif isinstance(value, bytes) and field.name == "data":
            frame = convert_arrow_bytes_to_pandas_df(value)
            coded = _coded(columns)
            read = frame[[name for name in frame.columns if name not in coded]]
            yield from (str(cell) for cell in read.to_numpy().ravel() if isinstance(cell, str))
        elif isinstance(value, str):
            yield plain(value)
        elif isinstance(value, Message):
            yield from _texts(value, field.name, columns)
        elif hasattr(value, "__iter__") and not isinstance(value, bytes | str):
            for entry in value:
                if isinstance(entry, str):
                    yield plain(entry)
                elif isinstance(entry, Message):
                    yield from _texts(entry, field.name)


def _coded(columns: str) -> set[str]:
    """Columns of a table that hold codes; what is read in them are the labels of their options."""
    config = json.loads(columns or "{}")
    return {name for name, column in config.items() if (column.get("type_config") or {}).get("options")}


def _drawn(data: Any, *, charts: bool, name: str = "") -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _drawn(value, charts=charts, name=str(key))
    elif isinstance(data, list):
        for value in data:
            yield from _drawn(value, charts=charts, name=name)
    elif isinstance(data, str) and (name in DRAWN if charts else name in ("label", "help")):
        yield data


def _stripped(markup: str) -> str:
    if markup.lstrip().startswith(("<style", "<script")):
        return ""
    spoken = " ".join(re.findall(r'(?:aria-label|alt|title|placeholder|data-name)="([^"]*)"', markup))
    markup = re.sub(r"<script\b.*?</script>", " ", markup, flags=re.DOTALL)
    return html.unescape(re.sub(r"<[^>]+>", " ", markup) + " " + spoken).strip()
