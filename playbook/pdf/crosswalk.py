"""Appendix: which identifiers of three standards the evidence of a practice is usually useful for."""

from collections.abc import Iterator

from assessment.words import _
from playbook.pdf.pages import Entry
from playbook.pdf.parts import chapter, table
from playbook.report import Report


def crosswalk_entries(report: Report) -> Iterator[Entry]:
    """The table; nothing when no practice names an identifier."""
    rows = []
    for code, practice in report.instrument.practices.items():
        found = practice.crosswalk
        if found.nist or found.iso42001 or found.euaiact:
            lists = (found.nist, found.iso42001, found.euaiact)
            rows.append([code, practice.title, *(", ".join(names) or "–" for names in lists)])
    if not rows:
        return
    yield chapter(
        _("Appendix: standards cross-walk"),
        _(
            "Evidence for a practice is usually useful for these parts of three standards. Identifiers only. Check before relying; not legal advice."
        ),
    )
    yield from table(
        ("", _("Practice"), "NIST AI RMF 1.0", "ISO/IEC 42001:2023", _("EU AI Act")),
        rows,
        (15, 50, 47, 27, 29),
    )
