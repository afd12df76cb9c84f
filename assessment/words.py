"""Interface words pass through gettext from the first line, so that a second language is data.

Catalogues live in `data/locale/<language>/LC_MESSAGES/plumbline.mo`; without one, the English
sentence in the code is shown. Instrument texts do not pass here: they have a folder per language.
"""

import gettext
from functools import lru_cache
from pathlib import Path

LOCALE = Path(__file__).resolve().parent.parent / "data" / "locale"
_language = "en"


@lru_cache(maxsize=8)
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation("plumbline", LOCALE, languages=[language], fallback=True)


def use_language(language: str) -> None:
    """Chooses the interface language of this process (a setting of the installation)."""
    global _language  # noqa: PLW0603 - one setting per process, set once at start
    _language = language


def language_in_use() -> str:
    """The interface language of this process."""
    return _language


def _(sentence: str) -> str:
    """The sentence in the interface language."""
    return _catalogue(_language).gettext(sentence)


def ngettext(one: str, many: str, count: int) -> str:
    """The singular or plural sentence for `count`, in the interface language."""
    return _catalogue(_language).ngettext(one, many, count)
