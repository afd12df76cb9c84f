"""What a document type is, and what a document of it is rendered from."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from assessment.answers.records import Assessment
from language.translation import LazyText
from report.model.report import Report


@dataclass(frozen=True, kw_only=True)
class DocumentOrder:
    """Everything a document is rendered from: the same order gives the same bytes."""

    code: str
    report: Report
    today: date
    organisation: str = ""
    assessment_id: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    """One of the allowed values for each of the options of the type."""
    logo: bytes | None = None
    answers: Assessment | None = None
    """The answers in force, for a type that `reads_answers`."""
    revision: int = 0
    """Greater than in every earlier file with other content, for a type that is `revised`."""


@dataclass(frozen=True, kw_only=True)
class DocumentFormat:
    """A document type: a module with such a record beside its renderer, and a line in `documents.formats`."""

    code: str
    """Its address is `/<code>/<assessment>`."""
    ending: str
    media_type: str
    name: Callable[[DocumentOrder], str]
    """The name of the file without its ending."""
    render: Callable[[DocumentOrder], bytes]
    refusal: Callable[[Report], str | None] = lambda _report: None
    """Why there is no such document of this report now, as a sentence; None where there is one."""
    options: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What may be chosen in the address: name and values, the one first that holds where nothing is said."""
    reads_answers: bool = False
    revised: bool = False
    """Its files say which of two is the newer."""
    slow: bool = False
    """Takes about a second: rendered one at a time, and cached."""
    prints: tuple[str, ...] = ()
    """The key figures in its files, by their names in `documents.manifest`."""
    link: LazyText | None = None
    """The link on the download screen, among other files; None where the screen has a place of its own for it."""
    about: LazyText | None = None
    instead: tuple[LazyText, ...] = ()
    """What the download screen says where there is none; nothing where this is empty."""


def file_stem(text: str) -> str:
    """The text as the beginning of a file name on any system; never empty, at most 60 characters."""
    kept = "".join(c if c.isalnum() or c in " -_." else " " for c in unicodedata.normalize("NFC", text))
    return re.sub(r"\s+", " ", kept).strip(" .")[:60].strip(" .") or "assessment"
