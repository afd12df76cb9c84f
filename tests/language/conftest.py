"""Toy catalogues: Polish, which has three plural forms, and German."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from language.translation import set_default_language

POLISH = """\
msgid ""
msgstr ""
"Language: pl\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);\\n"

msgid "Alpha"
msgstr "Alfa"

msgid "Hello, {name}"
msgstr "Cześć, {name}"

msgid "nobody"
msgstr ""

#, fuzzy
msgid "somebody"
msgstr "ktoś?"

msgid "{n} week"
msgid_plural "{n} weeks"
msgstr[0] "{n} tydzień"
msgstr[1] "{n} tygodnie"
msgstr[2] "{n} tygodni"
"""
GERMAN = """\
msgid ""
msgstr ""
"Language: de\\n"
"Content-Type: text/plain; charset=utf-8\\n"

msgid "Alpha"
msgstr "Alpha (de)"

msgid "nobody"
msgstr "niemand"
"""


@pytest.fixture
def catalogues(tmp_path: Path) -> Iterator[Path]:
    for language, text in (("pl", POLISH), ("de", GERMAN)):
        file = tmp_path / language / "LC_MESSAGES" / "plumbline.po"
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
    set_default_language("en", tmp_path)
    yield tmp_path
    set_default_language("en")
