"""Words of a question that have to be explained: those with a definition, and those two sides read differently."""

import re
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from assessment.instrument.model import Definition, GlossaryEntry, Instrument, Practice


class Word(Protocol):
    """Something that is looked for in a question by its spellings."""

    @property
    def forms(self) -> list[str]: ...


Found = TypeVar("Found", bound=Word)


def definitions_in(instrument: Instrument, practice: Practice) -> Sequence[Definition]:
    """The definitions of words that occur in the question, in the order of the edition."""
    return _in(practice, instrument.definitions)


def words_in(instrument: Instrument, practice: Practice) -> Sequence[GlossaryEntry]:
    """The glossary's words that occur in the question, in the order of the glossary."""
    return _in(practice, instrument.glossary)


def how_to_choose(instrument: Instrument) -> str:
    """The time that is asked about and what to choose where nothing has happened; empty where nothing is said."""
    return " ".join(words for words in (instrument.window, instrument.nothing_yet) if words)


def _in(practice: Practice, words: Iterable[Found]) -> Sequence[Found]:
    texts = " ".join((practice.stem, practice.stem_technology, *practice.levels)).lower()
    return [word for word in words if any(_occurs(form, texts) for form in word.forms)]


def _occurs(form: str, texts: str) -> bool:
    return re.search(rf"\b{re.escape(form.lower())}\b", texts) is not None
