"""Which locale of Babel (CLDR) belongs to a language of the interface."""

from functools import lru_cache

from babel.core import Locale, UnknownLocaleError

from language.catalogues import SOURCE
from language.translation import language_in_use

BRITISH = Locale("en", "GB")


@lru_cache(maxsize=32)
def locale_of(language: str) -> Locale:
    """The locale of a language code; British English for `en` and for codes that CLDR does not know.

    >>> str(locale_of("en")), str(locale_of("de-AT")), str(locale_of("qps"))
    ('en_GB', 'de_AT', 'en_GB')
    """
    try:
        return BRITISH if language == SOURCE else Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return BRITISH


def locale_in_use() -> Locale:
    """The locale of the language in use."""
    return locale_of(language_in_use())


def is_british() -> bool:
    """Are the house rules for English in force? Other languages follow CLDR."""
    return locale_in_use() is BRITISH


def is_english() -> bool:
    """Is the language in use English, of whichever country?"""
    return locale_in_use().language == BRITISH.language
