"""Method: how every number is made, the sources, the whole instrument. Works without an assessment."""

from language.translation import _
from report.model.report import Report
from services.reports import results
from ui import session, theme
from ui.kit import page_index, text
from ui.screens.method.alignment import agreement_rules
from ui.screens.method.instrument import duties, glossary, sources, whole_instrument
from ui.screens.method.progress import compared
from ui.screens.method.rules import how_sure, not_computed, rules, this_assessment
from ui.screens.method.value import value_rules


def find_report() -> Report | None:
    """The report of the assessment in front, if there is one with anything to show."""
    owned = session.find_open()
    if owned is None:
        return None
    report = results.report(session.here(), owned, session.today())
    return report if report.basis.answered and report.disclosure.team else None


def main() -> None:
    theme.style("results")
    report = find_report()
    instrument = session.instrument()
    text.title(_("How every number is calculated"), lead=instrument.limits)
    page_index.of_method(report, glossary=bool(instrument.glossary))
    rules(instrument)
    agreement_rules()
    if report is not None:
        this_assessment(report)
    value_rules(report)
    how_sure(report)
    compared()
    not_computed()
    whole_instrument(instrument)
    glossary(instrument)
    duties(session.here().standards)
    sources(instrument)


main()
