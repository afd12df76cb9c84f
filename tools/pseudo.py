"""Makes a pseudo-language for tests: every text that is shown is accented, 40 % longer and in brackets.

    python -m tools.pseudo FOLDER       writes locale/, instrument/<edition>/ and governance/ below FOLDER

Unmarked text on a screen was never passed to `_`; text without a bracket is clipped; «Öööńé» «ţŵö» was
concatenated from parts. Deterministic, word by word.
"""

import argparse
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin

import yaml
from babel.messages.catalog import Catalog

from assessment.governance import checks as governance_checks
from assessment.governance.model import Governance
from assessment.instrument import checks, translations
from assessment.instrument.base import Record
from assessment.instrument.model import Instrument
from tools.messages import ROOT, extract, written

LANGUAGE = "qps"
OPEN, CLOSE = "«", "»"
"""Brackets of the fonts in data/fonts that English texts do not use."""
LONGER = 0.4
PLAIN = "acdeghijklnorstuwyzACDEGHIJKLNORSTUWYZ"
ACCENTS = str.maketrans(PLAIN, "áçďéĝĥíĵķĺñöŕšťûŵýžÁÇĎÉĜĤÍĴĶĹÑÖŔŠŤÛŴÝŽ")
"""Letters of Latin-1 and Latin Extended-A, which the fonts hold, in pairs of small and capital."""
VOWELS = "aeiouyAEIOUY"
KEPT = re.compile(
    r"\{\{|\}\}|\{[^{}]*\}|<[^>]+>|https?://\S+|`[^`]*`|PLUMBLINE_[A-Z_]+|"
    r"\b[A-Z][0-9][A-Z0-9]{2,4}(?:-[A-Z0-9]{4})*\b|\d[\w.,]*|[A-Za-z]+"
)
"""Placeholders, tags, addresses, code, settings, join codes and numbers, which stay as they are; and words."""
GLOSSARY = {"word", "forms", "business", "technology"}
Texts = Callable[[str, str], str]


def pseudo(text: str, limit: int | None = None) -> str:
    """The text in the pseudo-language, no longer than `limit` characters if one is given.

    A closing full stop stays the last character, because some texts must, or must not, end with one.

    >>> pseudo("Saved {n} times."), pseudo("12 %")
    ('«Šáááávéd {n} ťíííméš».', '12 %')
    """
    if not any(part.isalpha() for part in KEPT.findall(text)):
        return text
    body, stop = (text[:-1], ".") if text.endswith(".") else (text, "")
    room = None if limit is None else limit - len(text) - len(OPEN + CLOSE)
    if room is not None and room < 0:
        return pseudo_words(text, 0)
    return f"{OPEN}{pseudo_words(body, room)}{CLOSE}{stop}"


def pseudo_words(text: str, room: int | None = None) -> str:
    """The words alone, without brackets; together at most `room` characters longer than the text."""
    left = len(text) if room is None else room

    def word(found: re.Match[str]) -> str:
        nonlocal left
        if not found[0].isalpha():
            return found[0]
        longer = _longer(found[0], left)
        left -= len(longer) - len(found[0])
        return longer.translate(ACCENTS)

    return KEPT.sub(word, text)


def _longer(word: str, room: int) -> str:
    """The word with its vowels repeated, in turn, until it is longer by the share wanted."""
    places = [at for at, letter in enumerate(word) if letter in VOWELS] or [len(word) - 1]
    extra = min(room, -int(-LONGER * len(word) // 1))
    more = {at: extra // len(places) + (n < extra % len(places)) for n, at in enumerate(places)}
    return "".join(letter + letter.lower() * more.get(at, 0) for at, letter in enumerate(word))


def pseudo_catalogue(template: Catalog, language: str = LANGUAGE) -> Catalog:
    """A complete catalogue from the template of all messages, with English plurals."""
    catalogue = Catalog(locale=language, charset="utf-8")
    for message in template:
        if not isinstance(message.id, str):
            catalogue.add(message.id, string=tuple(pseudo(form) for form in message.id))
        elif message.id:
            catalogue.add(message.id, string=pseudo(message.id), context=message.context)
    return catalogue


def write_catalogue(folder: Path, template: Catalog, language: str = LANGUAGE) -> Path:
    """Write the pseudo-catalogue where `language.catalogues` looks for it below `folder`."""
    file = folder / language / "LC_MESSAGES" / "plumbline.po"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(written(pseudo_catalogue(template, language)))
    return file


def write_edition(source: Path, target: Path, language: str = LANGUAGE) -> None:
    """Write an edition's folder of one language in the pseudo-language: texts change, nothing else does."""
    longest = {**text_limits(Instrument), "title": checks.TITLE_CHARACTERS}
    names = translations.TRANSLATED - {"language"}
    for file in sorted(source.rglob("*.yaml")):
        chosen = GLOSSARY if file.name == "glossary.yaml" else names
        data = _translated(_read(file), chosen, longest)
        if file.name == "instrument.yaml":
            data["language"] = language
        _write(target / file.relative_to(source), data)


def write_governance(source: Path, target: Path) -> None:
    """Write the governance texts of one language in the pseudo-language."""
    longest = text_limits(Governance)
    for file in sorted(source.glob("*.yaml")):
        data = _read(file)
        found = _translated(data, governance_checks.TRANSLATED, longest)
        for right, original in zip(found.get("rights", []), data.get("rights", []), strict=True):
            right["decision"] = original["decision"]
        _write(target / file.name, found)


def text_limits(record: type[Record]) -> dict[str, int]:
    """The most characters a text may have, by the name of its field; the least of all records below `record`."""
    found: dict[str, int] = {}
    for name, field in record.model_fields.items():
        for metadata, kind in _kinds(field.annotation, field.metadata):
            longest = [m.max_length for m in metadata if getattr(m, "max_length", None)]
            if kind is str and longest:
                found[name] = min(longest[0], found.get(name, longest[0]))
            elif isinstance(kind, type) and issubclass(kind, Record):
                for inner, most in text_limits(kind).items():
                    found[inner] = min(most, found.get(inner, most))
    return found


def _kinds(annotation: Any, metadata: list[Any]) -> Iterator[tuple[list[Any], Any]]:
    """The plain types inside an annotation, each with the constraints that stand on it."""
    if hasattr(annotation, "__metadata__"):
        extra = [m for part in annotation.__metadata__ for m in getattr(part, "metadata", [part])]
        yield from _kinds(annotation.__origin__, extra)
    elif get_origin(annotation) in (list, dict, Union, UnionType):
        for part in get_args(annotation):
            yield from _kinds(part, [])
    else:
        yield metadata, annotation


def _translated(data: Any, names: set[str], longest: Mapping[str, int], name: str = "") -> Any:
    """The data of a file with the texts in fields called one of `names` in the pseudo-language."""
    if isinstance(data, dict):
        return {key: _translated(value, names, longest, str(key)) for key, value in data.items()}
    if isinstance(data, list):
        return [_translated(entry, names, longest, name) for entry in data]
    if not isinstance(data, str) or name not in names:
        return data
    return pseudo_words(data) if name == "forms" else pseudo(data, longest.get(name))


class _Quoted(yaml.SafeDumper):
    """Writes every text in double quotes, as the editions are written."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - the name is PyYAML's
        return True


_Quoted.add_representer(str, lambda d, text: d.represent_scalar("tag:yaml.org,2002:str", text, style='"'))


def _read(file: Path) -> Any:
    return yaml.safe_load(file.read_text(encoding="utf-8"))


def _write(file: Path, data: Any) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.dump(data, Dumper=_Quoted, allow_unicode=True, sort_keys=False, width=10_000)
    file.write_text(text, encoding="utf-8")


def main(arguments: list[str] | None = None) -> int:
    """Write the catalogue, the editions and the governance texts below a folder."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", default=LANGUAGE)
    chosen = parser.parse_args(arguments)
    folder, language = chosen.folder, chosen.language
    write_catalogue(folder / "locale", extract(), language)
    for edition in sorted((ROOT / "data" / "instrument").glob("*/en")):
        write_edition(edition, folder / "instrument" / edition.parent.name / language, language)
    write_governance(ROOT / "data" / "governance" / "en", folder / "governance" / language)
    print(f"The pseudo-language “{language}” stands in {folder}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
