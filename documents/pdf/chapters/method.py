"""Method and limits: how the level is computed, and its certainty."""

from collections.abc import Iterator

from documents.pdf.chapters.plan.value_claims import by_hand_entries
from documents.pdf.engine.geometry import UNIT
from documents.pdf.engine.layout import TextBlock, labelled
from documents.pdf.engine.pages import PageEntry
from documents.pdf.engine.parts import chapter, subhead
from documents.pdf.engine.styles import SMALL
from language.lists import listed
from language.numbers import beside, decimal, percent
from language.translation import _
from report.model.report import Report
from report.text import wording
from report.text.sureness import plausible_sentence, robust_sentence
from report.text.value.figures import loss_words
from report.text.value.pilots import conversion_range, conversion_sentence
from report.text.value.rules import value_rules
from scoring.levels.results import PlausibleRange, Robustness
from scoring.sureness.plausible_range import FIRM_COVERAGE


def method_entries(report: Report) -> Iterator[PageEntry]:
    """The limits, the rules, the basis of this assessment, and its certainty if known."""
    yield chapter(_("Method and limits"), report.instrument.limits)
    yield subhead(_("From answers to a level"), gap=3 * UNIT)
    yield from _rows(_rules(report))
    yield subhead(_("Basis of this result"), gap=3 * UNIT)
    yield from _rows(_basis(report))
    sure = [*_certainty(report.plausible, report.robustness), *_chances(report)]
    if sure:
        yield subhead(_("How certain it is"), gap=3 * UNIT)
        yield from _rows(sure)
    if report.value is not None:
        yield subhead(_("Value of a use case"), gap=3 * UNIT)
        yield from _rows(value_rules())
        yield from by_hand_entries(report.value)


def _rows(rows: list[tuple[str, str]]) -> Iterator[PageEntry]:
    for name, text in rows:
        yield PageEntry(labelled(name, TextBlock(text, SMALL, lines=10)), gap=UNIT)


def _rules(report: Report) -> list[tuple[str, str]]:
    return [
        (
            _("Answers"),
            _(
                "Each question describes five situations; each person picks the one that fits, or “I don’t know”. Business and technology count equally, however many answered. A level agreed in the room replaces the average. A question at least half cannot answer counts as level 1; if that is more than 40 % of the questions in the sections that set the level, there is no overall level."
            ),
        ),
        (
            _("Practice"),
            _(
                "A level is reached past the middle of the step: an average of 2.6 is level 3, and 2.5 is still level 2."
            ),
        ),
        (
            _("Section"),
            _(
                "A section reaches a level when every key practice is at that level, no other practice is more than one level below it, and the section’s average is past the middle of the step. All shortfalls against the next level are named, the average too if it would still be too low with those practices raised."
            ),
        ),
        (_("Overall"), _overall(report)),
        (
            _("Evidence"),
            _(
                "The rules run twice. The level you describe takes the answers as given. For the level you could show, an opinion counts as level 2 at most, a document as level 3, a number in full; it is printed if at least three quarters of the practices at level 3 or higher have something recorded. Evidence is a document or a number."
            ),
        ),
        (
            _("Index"),
            _(
                "0 when every practice is at level 1, 100 when every one is at level 5. It never replaces "
                "the level."
            ),
        ),
    ]


def _overall(report: Report) -> str:
    pillars = report.instrument.pillars
    gates = listed([pillar.title for pillar in pillars if pillar.role == "gate"])
    enabling = listed([pillar.title for pillar in pillars if pillar.role == "enabling"])
    text = _("The lowest level among {gates}.").format(gates=gates)
    if enabling:
        text += " " + _("{enabling} may be one level behind.").format(enabling=enabling)
    return text


def _basis(report: Report) -> list[tuple[str, str]]:
    result = report.result
    who = f"{wording.who_answered(report.basis)} {wording.who_in_person(report.basis)}"
    rows = [(_("Who"), who.strip(" ;"))]
    if not wording.withheld(report):
        coverage = _("Coverage: {share}.").format(
            share=percent(beside(result.coverage, 2, at_least=(0.75, FIRM_COVERAGE)))
        )
        rows.append((_("Answered"), f"{wording.how_much_answered(report.basis)} {coverage}"))
    if result.provisional:
        rows.append(
            (
                _("Provisional"),
                _("More than a fifth of a section does not apply; the level is provisional."),
            )
        )
    if result.average is not None and result.index is not None:
        text = _("The plain average of all practices is {average} out of 5; the index is {index} out of 100.")
        rows.append(
            (
                _("Beside the level"),
                text.format(average=decimal(result.average, 1), index=round(result.index)),
            )
        )
    edition = _("{title}, edition {edition}; scoring version {version}.").format(
        title=report.instrument.title, edition=report.instrument.edition, version=result.version
    )
    rows.append((_("Instrument"), edition))
    return rows


def _chances(report: Report) -> list[tuple[str, str]]:
    """How far the chance of a loss and the share of pilots that became something could move."""
    rows = []
    portfolio = report.value.portfolio if report.value else None
    if portfolio is not None and portfolio.loss is not None:
        rows.append((_("Chance of a loss"), loss_words(portfolio.loss)))
    if report.pilots is not None and report.pilots.conversion is not None:
        found = report.pilots.conversion
        rows.append((_("Pilots"), f"{conversion_sentence(report.pilots)} {conversion_range(found)}"))
    return rows


def _certainty(plausible: PlausibleRange | None, robust: Robustness | None) -> list[tuple[str, str]]:
    rows = []
    if plausible is not None:
        rows.append((_("Plausible range"), plausible_sentence(plausible)))
    if robust is not None:
        rows.append((_("Other rules"), robust_sentence(robust)))
    return rows
