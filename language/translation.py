"""Interface words pass through gettext from the first line, so that a second language is data.

Catalogues live in `data/locale/<language>/LC_MESSAGES/plumbline.mo`; without one, the English
sentence in the code is shown. Instrument texts do not pass here: they have a folder per language.
"""

import gettext
from collections.abc import Sequence
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


def listed(parts: Sequence[str]) -> str:
    """“a”, “a and b”, “a, b and c”."""
    if len(parts) < 2:
        return "".join(parts)
    return _("{first} and {last}").format(first=", ".join(parts[:-1]), last=parts[-1])
