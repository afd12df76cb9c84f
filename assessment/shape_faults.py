"""Sentences about data of the wrong shape, in the language in use.

Pydantic's messages are English. Those that the records here can raise stand below as it words them, so that
they are collected for translators; without a translation its own message is shown.
"""

from collections.abc import Mapping
from typing import Any

from language.lists import either
from language.translation import _, lazy

MESSAGES = {
    "missing": lazy("Field required"),
    "extra_forbidden": lazy("Extra inputs are not permitted"),
    "model_type": lazy("Input should be a valid dictionary or instance of {class_name}"),
    "dict_type": lazy("Input should be a valid dictionary"),
    "list_type": lazy("Input should be a valid list"),
    "string_type": lazy("Input should be a valid string"),
    "bool_type": lazy("Input should be a valid boolean"),
    "bool_parsing": lazy("Input should be a valid boolean, unable to interpret input"),
    "int_type": lazy("Input should be a valid integer"),
    "float_type": lazy("Input should be a valid number"),
    "finite_number": lazy("Input should be a finite number"),
    "greater_than": lazy("Input should be greater than {gt}"),
    "greater_than_equal": lazy("Input should be greater than or equal to {ge}"),
    "less_than": lazy("Input should be less than {lt}"),
    "less_than_equal": lazy("Input should be less than or equal to {le}"),
    "string_too_short": lazy("String should have at least {min_length} characters"),
    "string_too_long": lazy("String should have at most {max_length} characters"),
    "string_pattern_mismatch": lazy("String should match pattern '{pattern}'"),
    "too_short": lazy(
        "{field_type} should have at least {min_length} items after validation, not {actual_length}"
    ),
    "too_long": lazy(
        "{field_type} should have at most {max_length} items after validation, not {actual_length}"
    ),
    "literal_error": lazy("Input should be {expected}"),
    "value_error": lazy("Value error, {error}"),
}


def shape_message(entry: Mapping[str, Any]) -> str:
    """What one error of pydantic says; `entry` is one of `ValidationError.errors()` with its context."""
    message = MESSAGES.get(entry["type"])
    if message is None or _(message) == message.sentence:
        return str(entry["msg"])
    given = dict(entry.get("ctx", {}))
    if "expected" in given:
        *most, last = str(given["expected"]).split(" or ")
        given["expected"] = either([*(name for part in most for name in part.split(", ")), last])
    return message.format(**given)
