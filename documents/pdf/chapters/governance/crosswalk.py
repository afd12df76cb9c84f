"""Appendix: crosswalk of evidence to three standards, by part and by practice."""

from collections.abc import Iterator

from documents.pdf.engine.pages import PageEntry
from documents.pdf.engine.parts import chapter, subhead, table
from language.translation import _
from report.model.report import Report
from report.text.governance.standards import STANDARD_NAMES, part_row, standard_sentence
from report.text.wording import withheld

NBSP = "\N{NO-BREAK SPACE}"


def crosswalk_entries(report: Report) -> Iterator[PageEntry]:
    """The table; nothing when no practice names an identifier."""
    rows = []
    for practice in report.instrument.practices.values():
        found = practice.crosswalk
        if found.nist or found.iso42001 or found.euaiact:
            lists = (found.nist, found.iso42001, found.euaiact)
            rows.append([practice.title, *(_listed(names) for names in lists)])
    if not rows:
        return
    yield chapter(
        _("Appendix: standards cross-walk"),
        _(
            "Evidence for a practice is usually useful for these parts of three standards. Identifiers only. Check before relying; not legal advice."
        ),
    )
    yield from _coverage(report)
    yield subhead(_("Practice by practice"))
    yield from table(
        (_("Practice"), "NIST AI RMF 1.0", "ISO/IEC 42001:2023", _("EU AI Act")),
        rows,
        (58, 52, 32, 26),
        air=2,
    )


def _coverage(report: Report) -> Iterator[PageEntry]:
    """The state of evidence for each standard by part; nothing while that is withheld."""
    if report.rules is None or not report.basis.answered or withheld(report):
        return
    for found in report.rules.evidence:
        yield subhead(STANDARD_NAMES[found.standard], standard_sentence(found))
        yield from table(
            (_("Part"), _("Evidence today"), _("From")),
            [part_row(report.instrument, found.standard, group) for group in found.groups],
            (24, 44, 100),
            lines=6,
            air=2,
        )


def _listed(names: list[str]) -> str:
    """“GOVERN 2.1, 2.3; MAP 3.5”: common prefixes are printed once, and identifiers do not break."""
    families: dict[str, list[str]] = {}
    for name in names:
        family, _space, number = name.rpartition(" ")
        families.setdefault(family, []).append(number)
    texts = [f"{family} {', '.join(numbers)}".strip() for family, numbers in families.items()]
    return "; ".join(texts).replace(" ", NBSP).replace(f",{NBSP}", ", ").replace(f";{NBSP}", "; ") or "–"
