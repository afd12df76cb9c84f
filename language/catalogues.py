"""Loads message catalogues: `data/locale/<language>/LC_MESSAGES/plumbline.po`.

The text file is compiled in memory once per process; there are no binary catalogues.
"""

from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

SOURCE = "en"
"""Language of the sentences in the code; it has no catalogue."""
CODE = r"^[a-z]{2,3}$"
"""What the code of a language looks like (ISO 639)."""
CATALOGUES = Path(__file__).resolve().parent.parent / "data" / "locale"
PLACE = Path("LC_MESSAGES") / "plumbline.po"


@lru_cache(maxsize=32)
def load_catalogue(folder: Path, language: str) -> NullTranslations:
    """The catalogue of `language`; one that returns every sentence unchanged if there is none.

    Messages without a translation, or marked fuzzy, are shown untranslated.
    """
    file = folder / language / PLACE
    if language == SOURCE or not file.is_file():
        return NullTranslations()
    compiled = BytesIO()
    with file.open("rb") as text:
        write_mo(compiled, read_po(text, locale=None))
    compiled.seek(0)
    return GNUTranslations(compiled)


def catalogue_languages(folder: Path = CATALOGUES) -> list[str]:
    """English and the languages that have a catalogue, sorted by code."""
    return sorted({SOURCE, *(file.parts[-3] for file in folder.glob(f"*/{PLACE}"))})
