"""Checks the typography of displayed texts: typographic quotes, single spaces, one line."""

import re
from collections.abc import Iterator

from assessment.instrument.base import Record
from assessment.instrument.model import Instrument
from language.translation import _

Problem = tuple[str, tuple[str | int, ...], str]
"""File (a practice code or a file's stem), place inside it, sentence."""

OWN_LISTS = ("levels", "definitions")
"""Lists of records that are in instrument.yaml itself."""


def typography(instrument: Instrument) -> Iterator[Problem]:
    """Typographic faults in all texts of the instrument."""
    for pillar in instrument.pillars:
        for practice in pillar.practices:
            yield from typography_of(practice.code, practice, ())
    for name in (
        "activity",
        "decisions",
        "outcomes",
        "barriers",
        "functions",
        "sources",
        "glossary",
        "figures",
        *OWN_LISTS,
    ):
        file = "instrument" if name in OWN_LISTS else name
        for position, record in enumerate(getattr(instrument, name)):
            yield from typography_of(file, record, (name, position) if name in OWN_LISTS else (position,))
    for position, pillar in enumerate(instrument.pillars):
        for text in (pillar.title, pillar.why):
            yield from _text_faults("instrument", ("pillars", position), text)
    for name in ("title", "purpose", "limits", "rule", "window", "nothing_yet"):
        yield from _text_faults("instrument", (name,), getattr(instrument, name) or "")


def typography_of(file: str, record: Record, place: tuple[str | int, ...] = ()) -> Iterator[Problem]:
    """Typographic faults in the texts of one record and of nested records."""
    for name in type(record).model_fields:
        value = getattr(record, name)
        for position, part in enumerate(value if isinstance(value, list) else [value]):
            here = (*place, name, position) if isinstance(value, list) else (*place, name)
            if isinstance(part, Record):
                yield from typography_of(file, part, here)
            elif isinstance(part, str):
                yield from _text_faults(file, here, part)


def _text_faults(file: str, place: tuple[str | int, ...], text: str) -> Iterator[Problem]:
    if "'" in text or '"' in text:
        yield file, place, _("straight quotes: write ’ “ ” instead")
    if "  " in text:
        yield file, place, _("two spaces in a row")
    if text != text.strip():
        yield file, place, _("a space at the beginning or the end")
    if re.search(r"[\x00-\x1f]", text):
        yield file, place, _("a line break or control character inside a text")
