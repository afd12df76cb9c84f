"""Activity beside capability with the money that pilots cost a month, and the verdict on every initiative."""

from collections.abc import Sequence

from documents.pdf.engine.styles import ACCENT, LEVEL_COLOURS
from documents.slides.engine import master
from documents.slides.engine.chart_style import ChartAxis, ChartSeries
from documents.slides.engine.charts import bars, chart_name, columns, room_for
from documents.slides.engine.deck import Deck, SlidePage
from documents.slides.engine.tables import Row, TableCell, table
from language.numbers import integer
from language.translation import _
from report.model.report import Report
from report.text import wording
from report.text.playbook.pilots import pilot_money, pilots_lead, pilots_title
from report.text.playbook.verdicts import verdicts_title
from report.text.strategy_gap import gap_figures
from report.text.value.figures import amount, money_words
from report.text.value.verdicts import VERDICTS
from scoring.value.pilots import RUNNING, PilotView
from scoring.value.verdicts import VERDICTS as IN_ORDER

BARS, NAMES = 9, 0.46
"""How many bars there are, and the part of the width for their names."""
PALE = LEVEL_COLOURS[2]


def activity_slide(deck: Deck, report: Report) -> None:
    """Both charts, or the one there is."""
    gap = report.result.strategy_gap
    known = gap.activity is not None and gap.capability is not None and not wording.withheld(report)
    paid = _paid(report)
    if not known and not paid:
        return
    title = report.headline.gap if known else pilots_title(report)
    page = deck.page("Two columns" if known and paid else "Chart", _("AI under way"), title)
    if report.pilots is not None:
        page.say += [pilots_title(report), pilots_lead(report)]
    if known:
        _activity(page, report)
    if paid:
        _costs(page, report, paid)


def _activity(page: SlidePage, report: Report) -> None:
    activity, capability = gap_figures(report.result.strategy_gap)
    if page.layout == "Two columns":
        page.write(master.LEFT_HEAD, _("Activity and the capability to scale it, out of 100"))
    page.say.append(
        _("Activity adds up functions, tools, money and training; capability counts the practices that bring a pilot into daily work.")
    )  # fmt: skip
    columns(
        page, master.LEFT, report.headline.gap, [_("Activity"), _("Capability")],
        ChartSeries(_("Out of 100"), [activity, capability], PALE), ChartAxis(0, 100, 25, "0"), [PALE, ACCENT],
    )  # fmt: skip


def _paid(report: Report) -> list[PilotView]:
    """What runs with a cost, the dearest first."""
    lines = report.pilots.lines if report.pilots else ()
    found = [one for one in lines if one.initiative.stage in RUNNING and one.initiative.monthly_cost]
    return sorted(found, key=lambda one: -(one.initiative.monthly_cost or 0))


def _costs(page: SlidePage, report: Report, paid: Sequence[PilotView]) -> None:
    beside = page.layout == "Two columns"
    if beside:
        page.write(master.RIGHT_HEAD, pilots_title(report))
    shown = paid[:BARS]
    cost = [one.initiative.monthly_cost or 0.0 for one in shown]
    wide = page.place(master.RIGHT_SIDE if beside else master.LEFT).width
    unmeasured = pilot_money(report).lacking["no_measure"]
    measured = [one not in unmeasured for one in shown]
    currency = report.value.currency if report.value else ""
    said = "; ".join(
        f"{one.initiative.name}: {amount(money, currency)}" for one, money in zip(shown, cost, strict=True)
    )
    page.say.append(said)
    bars(
        page, master.RIGHT_SIDE if beside else master.LEFT, f"{pilots_title(report)}. {said}", [chart_name(one.initiative.name, 0.9 * NAMES * wide) for one in shown],
        [
            ChartSeries(_("With a measure"), [c if m else None for c, m in zip(cost, measured, strict=True)], ACCENT),
            ChartSeries(
                _("Without a measure"), [None if m else c for c, m in zip(cost, measured, strict=True)], ACCENT,
                hatched=True,
            ),
        ],
        ChartAxis(0, room_for(max(cost), (1 - NAMES) * wide), None, "#,##0", shown=False), names=NAMES,
    )  # fmt: skip
    page.left_out += max(0, len(paid) - len(shown))
    page.notes.append(_("Cost per month, {money}.").format(money=money_words(currency)))


def verdicts_slide(deck: Deck, report: Report) -> None:
    """One verdict for each initiative, what is to be decided first."""
    if not report.verdicts:
        return
    page = deck.page("Finding", _("Verdicts"), verdicts_title(report))
    page.say.append(_("Read out the first of each kind. Ask its owner what would change the verdict."))
    ordered = sorted(report.verdicts, key=lambda one: IN_ORDER.index(one.verdict))
    costs = (
        {one.initiative.name: one.initiative.monthly_cost for one in report.pilots.lines}
        if report.pilots
        else {}
    )
    rows: list[Row] = [
        [
            TableCell(VERDICTS[one.verdict], bold=True),
            TableCell(one.name, bold=True),
            one.words,
            TableCell("–" if (cost := costs.get(one.name)) is None else integer(cost), align="right"),
        ]
        for one in ordered
    ]
    currency = report.value.currency if report.value else ""
    head = (_("Verdict"), _("Initiative"), _("Why, and what next"), _("Cost per month"))
    table(
        page,
        master.LEFT,
        verdicts_title(report),
        head,
        rows,
        (1.1, 3.2, 6.1, 1.7),
        sizes=(14, 12, 11),
    )
    if any(costs.values()):
        page.notes.append(_("Cost per month, {money}.").format(money=money_words(currency)))
