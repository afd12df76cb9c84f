"""Names of evidence types, and what a name or link of evidence is printed as, for screens and documents."""

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from assessment.answers.records import Backing
from language.translation import _, lazy, lazy_table
from scoring.levels.results import PracticeResult

BACKING_WORDS: Mapping[Backing, str] = lazy_table(
    {
        "opinion": lazy("opinion: nothing to show yet"),
        "document": lazy("document: written down or named"),
        "number": lazy("number: a figure could be shown now"),
    }
)


UNSEEN = re.compile(r"[\s\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\\\\<>\"'`]")
"""What makes a text no link that a person can judge by looking at it."""


def web_address(evidence: str) -> str | None:
    """The address where the evidence is a link to the web; None for every other text, which is printed as it is.

    >>> web_address("https://intranet.example/q3.pdf"), web_address("javascript:alert(1)"), web_address("Board paper")
    ('https://intranet.example/q3.pdf', None, None)
    """
    if UNSEEN.search(evidence):
        return None
    try:
        parts = urlsplit(evidence)
        web = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return None
    return evidence if web else None


def shown_for(backing: str, evidence: str) -> str:
    """The kind of evidence with its name or link: “document: Board paper of May”."""
    return f"{backing}: {evidence}" if backing and evidence else backing or evidence


def backing_words(found: PracticeResult) -> str:
    """The evidence type of a practice's answer, in words."""
    if found.state == "not_known":
        return _("not known")
    if found.described is None or found.described < 2.5 + 1e-9:
        return _("no evidence asked for below level 3")
    return BACKING_WORDS[found.backing] if found.backing else _("nothing recorded")
