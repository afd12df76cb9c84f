"""Lists of words as the language in use joins them."""

from collections.abc import Sequence

from babel.lists import format_list

from language.locales import locale_in_use


def listed(parts: Sequence[str]) -> str:
    """“a”, “a and b”, “a, b and c”; empty for no parts.

    >>> listed(["a", "b"]), listed(["a", "b", "c"]), listed([])
    ('a and b', 'a, b and c', '')
    """
    return format_list(parts, "standard", locale=locale_in_use())


def either(parts: Sequence[str]) -> str:
    """“a”, “a or b”, “a, b or c”; empty for no parts.

    >>> either(["a", "b", "c"])
    'a, b or c'
    """
    return format_list(parts, "or", locale=locale_in_use())
