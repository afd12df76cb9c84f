"""An installation in the pseudo-language, and what in a text is English all the same.

settings = installed(tmp_path); opened = open_installation(settings)
assert english_in(page, typed) == []
"""

import json
import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from shutil import copytree
from typing import Any

import yaml

from services.core.settings import Settings
from tests.paths import BEFORE, SHIPPED
from tools.messages import extract
from tools.pseudo import LANGUAGE, PLAIN, write_catalogue, write_edition, write_governance

DATA = Path(__file__).resolve().parent.parent / "data"
EXAMPLE = DATA / "example"
NAMES = {
    *("Plumbline", "NIST", "AI", "RMF", "ISO", "IEC", "EU", "EUR", "USD", "JSON", "PDF", "QR", "P10", "P90"),
    *("https", "http", "localhost", "PLUMBLINE", "BASE", "URL", "NPV"),
}
"""Proper names, units and what is typed into a computer: the same in every language."""
WORD = re.compile(r"[^\W\d_]+")
CLDR = {
    "and",
    "or",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
} | {
    *(
        "October",
        "November",
        "December",
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
        "Oct",
        "Nov",
        "Dec",
    )
}
"""What Babel says in lists and dates; it does not know the pseudo-language and speaks English."""
KEPT = re.compile(
    r"https?://\S+|PLUMBLINE_[A-Z_]+|`[^`]*`|\b[A-Z]{2,5}-[0-9]{1,2}\b|\b[A-Z0-9]{4}(-[A-Z0-9]{4}){2}\b"
)
SHORTENED = 12
"""Letters at the least that are left of a name where something shortened it with “…”."""


def installed(folder: Path, *, english: bool = False) -> Settings:
    """Settings of an installation below `folder` in the pseudo-language, which it has alone, or beside English."""
    governance = DATA / "governance"
    for edition in (SHIPPED, BEFORE):
        if english:
            copytree(edition / "en", folder / "instrument" / edition.name / "en")
        write_edition(edition / "en", folder / "instrument" / edition.name / LANGUAGE)
    if english:
        copytree(governance / "en", folder / "governance" / "en")
    write_catalogue(folder / "locale", extract(), LANGUAGE)
    write_governance(governance / "en", folder / "governance" / LANGUAGE)
    return Settings(
        var=folder / "var",
        instrument=folder / "instrument",
        governance=folder / "governance",
        catalogues=folder / "locale",
        language=LANGUAGE,
    )


def english_in(text: str, typed: Iterable[str] = ()) -> list[str]:
    """The words of a text that are neither in the pseudo-language nor names; without what somebody typed."""
    left = KEPT.sub(" ", text)
    for given in sorted({*typed, *sources()}, key=len, reverse=True):
        left = left.replace(given, " ")
        for cut in re.finditer(re.escape(given[:SHORTENED]) + r"([^…\n]*)…", left):
            left = left.replace(cut[0], " ") if given.startswith(cut[0][:-1]) else left
    return [word for word in WORD.findall(left) if _english(word)]


def _english(word: str) -> bool:
    return len(word) > 1 and word.isascii() and word not in NAMES | CLDR and any(c in PLAIN for c in word)


@lru_cache(maxsize=1)
def typed_in_the_example() -> frozenset[str]:
    """Everything that people typed into the example company."""
    files = (json.loads(file.read_text(encoding="utf-8")) for file in EXAMPLE.glob("*.json"))
    return frozenset(text for file in files for text in _texts(file) if len(text) > 2)


@lru_cache(maxsize=1)
def sources() -> frozenset[str]:
    """Titles of works that the instrument cites, which no edition translates."""
    files = [edition / "en" / "sources.yaml" for edition in (SHIPPED, BEFORE)]
    found = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in files]
    return frozenset(text for text in _texts(found) if len(text) > 2)


def _texts(data: Any) -> Iterable[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from _texts(value)
    elif isinstance(data, list):
        for value in data:
            yield from _texts(value)
