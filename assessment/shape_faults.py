"""Sentences about data of the wrong shape, in the language in use.

Pydantic words its messages for programmers, in English. Those that the records here can raise have plain words
of our own; for any other kind pydantic's message is shown.
"""

from collections.abc import Mapping
from typing import Any

from language.lists import either
from language.translation import lazy

GROUP, FLAG, WHOLE = (
    lazy("this should be a group of named values"),
    lazy("this should be true or false"),
    lazy("this should be a whole number"),
)
SHORT, LONG = (
    lazy("this list is too short (minimum {min_length}, here {actual_length})"),
    lazy("this list is too long (maximum {max_length}, here {actual_length})"),
)
MESSAGES = {
    "missing": lazy("this is missing"),
    "extra_forbidden": lazy("this name is not known here"),
    "model_type": GROUP,
    "dict_type": GROUP,
    "list_type": lazy("this should be a list"),
    "string_type": lazy("this should be text"),
    "bool_type": FLAG,
    "bool_parsing": FLAG,
    "int_type": WHOLE,
    "int_parsing": WHOLE,
    "float_type": lazy("this should be a number"),
    "finite_number": lazy("this should be a finite number"),
    "greater_than": lazy("this should be greater than {gt}"),
    "greater_than_equal": lazy("this should be {ge} or more"),
    "less_than": lazy("this should be less than {lt}"),
    "less_than_equal": lazy("this should be {le} or less"),
    "string_too_short": lazy("this text is too short (minimum length {min_length})"),
    "string_too_long": lazy("this text is too long (maximum length {max_length})"),
    "string_pattern_mismatch": lazy("this is not in the expected form ({pattern})"),
    "too_short": SHORT,
    "too_long": LONG,
    "literal_error": lazy("this should be {expected}"),
}


def shape_message(entry: Mapping[str, Any]) -> str:
    """What one error of pydantic says; `entry` is one of `ValidationError.errors()` with its context."""
    message, given = MESSAGES.get(entry["type"]), dict(entry.get("ctx", {}))
    if message is None:
        return str(given.get("error", entry["msg"]))
    if "expected" in given:
        *most, last = str(given["expected"]).split(" or ")
        given["expected"] = either([*(name for part in most for name in part.split(", ")), last])
    return message.format(**given)
