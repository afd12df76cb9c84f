"""Which texts of a report the typeface of the playbook cannot print as they are."""

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from assessment.governance import model as governance
from assessment.instrument import model
from documents.pdf.engine.scripts.han import document_of
from documents.pdf.engine.text import is_printable
from report.model.report import Report

APPENDIX_ONLY = ("answers", "notes")
"""Fields that are printed in the appendix of answers, if at all."""
NOT_PRINTED = ("source",)
"""The answers as a whole; what is printed of them is in other fields."""
EDITIONS = (model.__name__, governance.__name__)
"""Modules of the texts that nobody here has typed: questions and what belongs to them."""


def unprintable_texts(report: Report, *, appendix: bool) -> tuple[str, ...]:
    """Each of those that people have typed once, in the order of the report."""
    with document_of(lambda: texts_of(report)):
        return tuple(text for text in texts_of(report, appendix=appendix) if not is_printable(text))


def texts_of(report: Report, *, appendix: bool = True) -> tuple[str, ...]:
    """What people have typed, each once, in the order of the report; without an appendix, less of it."""
    left_out = NOT_PRINTED if appendix else NOT_PRINTED + APPENDIX_ONLY
    return tuple(dict.fromkeys(_texts(report, left_out)))


def _texts(value: Any, left_out: tuple[str, ...]) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _texts(key, left_out)
            yield from _texts(item, left_out)
    elif isinstance(value, tuple | list | frozenset | set):
        for item in value:
            yield from _texts(item, left_out)
    else:
        for name in _fields(type(value)):
            if name not in left_out:
                yield from _texts(getattr(value, name), left_out)


def _fields(shape: type) -> tuple[str, ...]:
    """The fields of a class, as far as it is a record that does not belong to an edition."""
    if shape.__module__ in EDITIONS:
        return ()
    if issubclass(shape, BaseModel):
        return tuple(shape.model_fields)
    return tuple(field.name for field in dataclasses.fields(shape)) if dataclasses.is_dataclass(shape) else ()
