"""Method: how every number is made, the sources, the whole instrument. Works without an assessment."""

from assessment.words import _
from playbook.report import Report
from services import results
from ui import contents, parts, state
from ui.method_agreement import agreement_rules
from ui.method_instrument import duties, glossary, sources, whole_instrument
from ui.method_progress import compared
from ui.method_rules import how_sure, not_computed, rules, this_assessment
from ui.method_value import value_rules
from ui.results_look import look


def find_report() -> Report | None:
    """The report of the assessment in front, if there is one with anything to show."""
    owned = state.find_open()
    if owned is None:
        return None
    report = results.report(state.here(), owned, state.today())
    return report if report.basis.answered and report.disclosure.team else None


def main() -> None:
    look()
    inst, report = state.here(), find_report()
    parts.title(_("How every number is made"), lead=inst.instrument.limits)
    contents.of_method(report, glossary=bool(inst.instrument.glossary))
    rules(inst.instrument)
    agreement_rules()
    if report is not None:
        this_assessment(report)
    value_rules(report)
    how_sure(report)
    compared()
    not_computed()
    whole_instrument(inst.instrument)
    glossary(inst.instrument)
    duties(inst.standards)
    sources(inst.instrument)


main()
