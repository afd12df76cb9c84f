"""What is under way: activity against capability, pilot register, decision map, outcome ranking."""

from collections.abc import Iterator

from assessment.instrument import Instrument
from assessment.records import Initiative, Stage
from assessment.words import _
from playbook.pdf.cover import activity_plane
from playbook.pdf.geometry import BODY, BODY_X, CONTENT, LABEL, MM, UNIT
from playbook.pdf.layout import Columns, Piece, Stack, Words
from playbook.pdf.pages import Entry
from playbook.pdf.parts import IN_PRINT, and_more, chapter, subhead, table
from playbook.pdf.styles import BODY as BODY_STYLE
from playbook.pdf.styles import MUTED, QUIET, SMALL, STRONG
from playbook.report import Report
from playbook.value_words import money_words

SIDE = 58 * MM
STAGES: dict[Stage, str] = {
    "idea": _("idea"),
    "pilot": _("pilot"),
    "live": _("live"),
    "scaled": _("scaled"),
    "stopped": _("stopped"),
}


def undertaking_entries(report: Report) -> Iterator[Entry]:
    """One chapter; each part only if there is something in it."""
    parts = [*_activity(report), *_register(report), *_decisions(report), *_ranking(report)]
    if parts:
        known = report.result.strategy_gap.gap is not None
        yield chapter(_("What is under way"), report.headline.gap if known else "", fresh=False)
        yield from parts


def _activity(report: Report) -> Iterator[Entry]:
    plane = activity_plane(report, SIDE)
    answers = Stack(
        *(
            Stack(Words(title, QUIET, lines=2), Words(situation, SMALL, lines=4))
            for title, situation in report.activity
        ),
        gap=UNIT,
    )
    if plane is not None:
        wide = CONTENT - SIDE - 10 * MM
        text = answers if report.activity else Words(_reading(report), BODY_STYLE, lines=8)
        yield Entry(Columns([(0, SIDE, plane), (SIDE + 10 * MM, wide, text)]), gap=3 * UNIT)
    elif report.activity:
        yield Entry(
            Columns([(0, LABEL, Words(_("Activity"), STRONG)), (BODY_X, BODY, answers)]), gap=3 * UNIT
        )


def _reading(report: Report) -> str:
    gap = report.result.strategy_gap
    return _(
        "Activity adds up what is tried, used, spent and trained: {activity} of 100. Capability counts the practices that carry a pilot into daily work, the weakest of them for half: {capability} of 100. Inside the band the two are in step."
    ).format(activity=round(gap.activity or 0), capability=round(gap.capability or 0))


def _register(report: Report) -> Iterator[Entry]:
    if not report.initiatives:
        return
    yield subhead(_("Pilot register"), _register_finding(report.initiatives))
    yield from table(
        (
            _("Initiative"),
            _("Owner"),
            _("Expected result"),
            _("Measured by"),
            _("Stage"),
            Words(_cost_head(report), QUIET, align="right"),
        ),
        [_line(report.instrument, initiative) for initiative in report.initiatives[:IN_PRINT]],
        (38, 26, 36, 34, 16, 18),
        lines=4,
    )
    yield from and_more(len(report.initiatives))


def _cost_head(report: Report) -> str:
    currency = report.value.currency if report.value else ""
    return _("Cost a month, {money}").format(money=money_words(currency))


def _register_finding(initiatives: tuple[Initiative, ...]) -> str:
    ownerless = sum(not i.owner for i in initiatives)
    unmeasured = sum(not i.metric for i in initiatives)
    return _("{all} initiatives; {ownerless} without an owner, {unmeasured} without a metric.").format(
        all=len(initiatives), ownerless=ownerless, unmeasured=unmeasured
    )


def _line(instrument: Instrument, initiative: Initiative) -> list[str | Piece]:
    owner = instrument.function_titles.get(initiative.owner or "", initiative.owner)
    cost = "–" if initiative.monthly_cost is None else f"{initiative.monthly_cost:,.0f}"
    return [
        Words(initiative.name, SMALL, lines=4),
        owner or Words(_("no owner"), SMALL.coloured(MUTED)),
        initiative.expected_result or "–",
        initiative.metric or Words(_("no metric"), SMALL.coloured(MUTED)),
        STAGES[initiative.stage],
        Words(cost, SMALL, lines=2, align="right"),
    ]


def _decisions(report: Report) -> Iterator[Entry]:
    if report.decisions:
        yield subhead(_("Who decides"), _("As one person sees it. Ask the others and compare."))
        yield from table(
            (_("Decision"), _("What it means"), _("Placed with")),
            [[placed.title, placed.meaning, placed.role] for placed in report.decisions],
            (52, 76, 40),
        )


def _ranking(report: Report) -> Iterator[Entry]:
    if report.ranking:
        places = [f"{n} {title}" for n, title in enumerate(report.ranking, 1)]
        yield subhead(_("What AI is for, in order"))
        yield Entry(Words(" · ".join(places), SMALL, lines=4), gap=UNIT / 2)
