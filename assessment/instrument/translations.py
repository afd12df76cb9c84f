"""Checks that all languages of an edition agree in everything that is not text.

Answers given in one language are scored in another, so codes, weights, flags, requirements, roles and efforts
must be the same. Texts may differ, and so may the glossary, whose entries belong to a language.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from assessment.instrument.base import Record
from assessment.instrument.model import Instrument, Practice
from assessment.instrument.typography import Problem
from language.translation import _

TRANSLATED = {
    *("language", "title", "head", "purpose", "limits", "name", "meaning", "why"),
    *("stem", "stem_technology", "levels", "evidence", "business_higher", "technology_higher"),
    *("lacking", "steps", "unit", "how", "citation", "interest"),
    *("na_reason", "rule", "window", "nothing_yet", "definitions", "term", "who"),
    *("statement", "value", "population", "year", "publisher", "reported_by", "caveat"),
}
"""Fields that hold text of a language."""
LISTS = ("activity", "decisions", "outcomes", "barriers", "functions", "sources", "figures")
Place = tuple[str | int, ...]
Difference = tuple[str, Place, Any, Any]
"""File, place inside it, value, value in the other language."""


def check_translation(instrument: Instrument, reference: Instrument) -> Iterator[Problem]:
    """Where `instrument` differs from the same edition in another language in what is not text.

    Each problem names the file and place in `instrument`: (practice code or file's stem, place, sentence).
    """
    for file, place, found, wanted in _differences(instrument, reference):
        name = ".".join(str(part) for part in place) or _("entries")
        other = _("{wanted} in “{language}”").format(wanted=_said(wanted), language=reference.language)
        yield (
            file,
            place,
            _("{name}: {found} here, {other}; only texts may differ between languages").format(
                name=name, found=_said(found), other=other
            ),
        )


def _differences(instrument: Instrument, reference: Instrument) -> Iterator[Difference]:
    for name in ("code", "edition"):
        yield from _values("instrument", (name,), getattr(instrument, name), getattr(reference, name))
    yield from _lists("instrument", ("pillars",), instrument.pillars, reference.pillars)
    for name in LISTS:
        yield from _lists(name, (), getattr(instrument, name), getattr(reference, name))


def _lists(
    file: str, place: Place, found: Sequence[Record], wanted: Sequence[Record]
) -> Iterator[Difference]:
    names, wanted_names = [_name(entry) for entry in found], [_name(entry) for entry in wanted]
    if names != wanted_names:
        yield file, place, names, wanted_names
        return
    for position, (entry, other) in enumerate(zip(found, wanted, strict=True)):
        if isinstance(entry, Practice):
            yield from _records(entry.code, (), entry, other)
        else:
            yield from _records(file, (*place, position), entry, other)


def _records(file: str, place: Place, found: Record, wanted: Record) -> Iterator[Difference]:
    for name in type(wanted).model_fields:
        if name not in TRANSLATED:
            here = (*place, type(wanted).model_fields[name].alias or name)
            yield from _values(file, here, getattr(found, name), getattr(wanted, name))


def _values(file: str, place: Place, found: Any, wanted: Any) -> Iterator[Difference]:
    if isinstance(wanted, Record):
        yield from _records(file, place, found, wanted)
    elif isinstance(wanted, list) and wanted and isinstance(wanted[0], Record):
        yield from _lists(file, place, found, wanted)
    elif found != wanted:
        yield file, place, found, wanted


def _name(entry: Record) -> Any:
    """The key of an entry of a list: its code, id, level (`to`) or step."""
    return next(getattr(entry, key) for key in ("code", "id", "to", "step") if hasattr(entry, key))


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        value = [f"{key}: {', '.join(needs)}" for key, needs in value.items()]
    if isinstance(value, list):
        return ", ".join(str(part) for part in value) or "nothing"
    return f"“{value}”"
