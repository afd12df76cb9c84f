"""Translation of the interface by gettext, into the language of the current context.

    _("Saved")                                    a sentence inside a function
    ngettext("{n} week", "{n} weeks", n)          singular and plural
    NOBODY = lazy("nobody")                       a constant of a module, read as `_(NOBODY)`
    TITLES = lazy_table({"a": lazy("Alpha")})          a table of a module, read as `TITLES["a"]`

A module is imported before the language is known, so `_` and `ngettext` may not run at import: what a
module holds is marked with `lazy` and translated when it is read. A `LazyText` is deliberately no `str`:
code that needs one (JSON, ReportLab, Streamlit's protobuf) would read its characters untranslated; so the
type checker finds every place where `_` is missing. Texts of the instrument do not pass here: they have
a folder per language.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from gettext import NullTranslations
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from language.catalogues import CATALOGUES, SOURCE, load_catalogue

K = TypeVar("K")


class Installed(NamedTuple):
    """The installation's language, and where its catalogues are."""

    language: str
    catalogues: Path


@dataclass
class _Installation:
    """What holds where a context has not chosen a language."""

    language: str = SOURCE
    catalogues: Path = CATALOGUES
    finder: Callable[[], str | None] = lambda: None


_installed = _Installation()
_chosen: ContextVar[str | None] = ContextVar("language", default=None)


@dataclass(frozen=True, slots=True)
class LazyText:
    """A sentence that is translated each time it is read: by `_`, `str`, `format` or an f-string."""

    sentence: str

    def __str__(self) -> str:
        return _(self.sentence)

    def __format__(self, spec: str) -> str:
        return format(_(self.sentence), spec)

    def format(self, **values: object) -> str:
        """The translated sentence with its placeholders filled."""
        return _(self.sentence).format(**values)


class LazyTable(Mapping[K, str], Generic[K]):
    """Read-only mapping whose values are translated each time they are read."""

    __slots__ = ("_source",)

    def __init__(self, source: Mapping[K, str | LazyText]) -> None:
        self._source = dict(source)

    def __getitem__(self, key: K) -> str:
        value = self._source[key]
        return _(value) if isinstance(value, LazyText) else value

    def __iter__(self) -> Iterator[K]:
        return iter(self._source)

    def __len__(self) -> int:
        return len(self._source)

    def __contains__(self, key: object) -> bool:
        return key in self._source

    def __or__(self, other: Mapping[K, str | LazyText]) -> "LazyTable[K]":
        """Both tables in one, still lazy; `other` wins."""
        more = other._source if isinstance(other, LazyTable) else other
        return LazyTable({**self._source, **more})

    def __repr__(self) -> str:
        return f"LazyTable({self._source!r})"


def lazy(sentence: str) -> LazyText:
    """Marks a sentence of a module for extraction and for translation when it is read."""
    return LazyText(sentence)


def lazy_table(source: Mapping[K, str | LazyText]) -> LazyTable[K]:
    """A table of a module; its lazy values are translated when they are read, plain strings stay as they are."""
    return LazyTable(source)


def _(sentence: str | LazyText) -> str:
    """The sentence in the language in use; the sentence itself where it has no translation."""
    text = sentence.sentence if isinstance(sentence, LazyText) else sentence
    return _catalogue().gettext(text) if text else ""


def ngettext(one: str, many: str, count: int) -> str:
    """The singular or plural sentence for `count`, by the plural rule of the language in use."""
    return _catalogue().ngettext(one, many, count)


def language_in_use() -> str:
    """The language of this context; if none was chosen, what the finder says, else the installation's."""
    return _chosen.get() or _installed.finder() or _installed.language


def use_language(language: str) -> None:
    """Choose the language of the current context: this thread, task or request, and the tasks it starts.

    A thread that is started by hand has a context of its own and begins with the installation's language.
    """
    _chosen.set(language)


def find_language_by(finder: Callable[[], str | None]) -> None:
    """Ask `finder` in contexts that have chosen no language, such as the threads of Streamlit's callbacks."""
    _installed.finder = finder


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Use a language within a `with` block, and the previous one after it."""
    token = _chosen.set(language)
    try:
        yield
    finally:
        _chosen.reset(token)


def set_default_language(language: str, catalogues: Path = CATALOGUES) -> None:
    """Set the installation's language, and where its catalogues lie; called once at start."""
    _installed.language, _installed.catalogues = language, catalogues


def installed() -> Installed:
    """What `set_default_language` set, for a process that is to speak as this one does."""
    return Installed(_installed.language, _installed.catalogues)


def _catalogue() -> NullTranslations:
    return load_catalogue(_installed.catalogues, language_in_use())
