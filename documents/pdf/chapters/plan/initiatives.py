"""Current initiatives: activity against capability, pilot register, decision map, outcome ranking."""

from collections.abc import Iterator, Mapping

from assessment.answers.records import Initiative, Stage
from documents.pdf.charts.plane import ActivityPlane
from documents.pdf.engine.geometry import BODY, BODY_X, CONTENT, LABEL, MM, UNIT
from documents.pdf.engine.layout import Columns, Drawable, Stack, TextBlock
from documents.pdf.engine.pages import PageEntry
from documents.pdf.engine.parts import IN_PRINT, and_more, chapter, subhead, table
from documents.pdf.engine.styles import BODY as BODY_STYLE
from documents.pdf.engine.styles import MUTED, QUIET, SMALL, STRONG
from language.numbers import integer
from language.translation import _, lazy, lazy_table, ngettext
from report.model.report import Report
from report.model.value import VerdictView, verdict_on
from report.text import wording
from report.text.narrative import count, sentence
from report.text.value.figures import money_words
from report.text.value.pilots import conversion_sentence
from report.text.value.verdicts import VERDICTS
from scoring.value.pilots import PilotView

SIDE = 44 * MM
STAGES: Mapping[Stage, str] = lazy_table(
    {
        "idea": lazy("idea"),
        "pilot": lazy("pilot"),
        "live": lazy("live"),
        "scaled": lazy("scaled"),
        "stopped": lazy("stopped"),
    }
)


def initiative_entries(report: Report) -> Iterator[PageEntry]:
    """One chapter; each part only if there is something in it, and of answers only what may be shown."""
    shown = report.basis.answered > 0 and not wording.withheld(report)
    parts = [*_activity(report)] if shown else []
    parts += _register(report)
    if shown:
        parts += [*_decisions(report), *_ranking(report)]
    if parts:
        known = shown and report.result.strategy_gap.gap is not None
        yield chapter(_("AI initiatives under way"), report.headline.gap if known else "", fresh=False)
        yield from parts


def _activity(report: Report) -> Iterator[PageEntry]:
    plane = activity_plane(report, SIDE)
    answers = Stack(
        *(
            Stack(TextBlock(title, QUIET, lines=2), TextBlock(situation, SMALL, lines=4))
            for title, situation in report.activity
        ),
        gap=UNIT,
    )
    if plane is not None:
        wide = CONTENT - SIDE - 10 * MM
        text = answers if report.activity else TextBlock(_reading(report), BODY_STYLE, lines=16)
        yield PageEntry(Columns([(0, SIDE, plane), (SIDE + 10 * MM, wide, text)]), gap=3 * UNIT)
    elif report.activity:
        yield PageEntry(
            Columns([(0, LABEL, TextBlock(_("Activity"), STRONG)), (BODY_X, BODY, answers)]), gap=3 * UNIT
        )


def activity_plane(report: Report, side: float) -> ActivityPlane | None:
    """The activity × capability plane; None without activity answers."""
    gap = report.result.strategy_gap
    if gap.activity is None or gap.capability is None:
        return None
    words = (_("Activity"), _("Capability"), _("pilot trap"), _("unused capacity"))
    return ActivityPlane(gap.activity, gap.capability, side, words)


def _reading(report: Report) -> str:
    gap = report.result.strategy_gap
    return _(
        "Activity adds up functions, tools, money and training: {activity} out of 100. Capability counts the practices that bring a pilot into daily work, and the weakest of them counts for half: {capability} out of 100. Inside the band the two are in step."
    ).format(activity=round(gap.activity or 0), capability=round(gap.capability or 0))


def _register(report: Report) -> Iterator[PageEntry]:
    """The pilots with the gaps in what is known of them, and what follows for each."""
    if not report.initiatives or report.pilots is None:
        return
    lead = f"{_register_finding(report.initiatives)} {conversion_sentence(report.pilots)}"
    yield subhead(_("Pilots that reach daily use"), lead)
    yield from table(
        (
            _("Initiative"),
            _("Owner"),
            _("Expected result and measure"),
            _("Stage"),
            TextBlock(_cost_head(report), QUIET, lines=4, align="right"),
            _("Verdict"),
        ),
        [_line(report, view) for view in report.pilots.lines[:IN_PRINT]],
        (32, 22, 38, 17, 20, 39),
        lines=16,
    )
    yield from and_more(len(report.initiatives))


def _cost_head(report: Report) -> str:
    currency = report.value.currency if report.value else ""
    return (
        _("Cost per month, {money}").format(money=money_words(currency)) if currency else _("Cost per month")
    )


def _register_finding(initiatives: tuple[Initiative, ...]) -> str:
    ownerless, unmeasured = (
        count(n) if n else _("none")
        for n in (sum(not i.owner for i in initiatives), sum(not i.metric for i in initiatives))
    )
    text = ngettext(
        "{all} initiative: {ownerless} without an owner, {unmeasured} without a measure.",
        "{all} initiatives: {ownerless} without an owner, {unmeasured} without a measure.",
        len(initiatives),
    )
    return sentence(text.format(all=count(len(initiatives)), ownerless=ownerless, unmeasured=unmeasured))


def _line(report: Report, view: PilotView) -> list[str | Drawable]:
    initiative = view.initiative
    owner = report.instrument.role_titles.get(initiative.owner or "", initiative.owner)
    cost = "–" if initiative.monthly_cost is None else integer(initiative.monthly_cost)
    return [
        TextBlock(initiative.name, SMALL, lines=4),
        owner or TextBlock(_("no owner"), SMALL.coloured(MUTED)),
        Stack(
            TextBlock(initiative.expected_result or "–", SMALL, lines=4),
            TextBlock(initiative.metric or _("no measure"), QUIET, lines=4),
            TextBlock(_("Result: {result}").format(result=initiative.result), SMALL, lines=4)
            if initiative.result
            else Stack(),
        ),
        STAGES[initiative.stage],
        TextBlock(cost, SMALL, lines=2, align="right"),
        _follows(verdict_on(report.verdicts, initiative.name)),
    ]


def _follows(found: VerdictView) -> Drawable:
    """The verdict with its reasons."""
    return Stack(TextBlock(VERDICTS[found.verdict], SMALL, lines=1), TextBlock(found.words, QUIET, lines=20))


def _decisions(report: Report) -> Iterator[PageEntry]:
    if report.decisions:
        yield subhead(_("Who decides"), _("One person’s view. Ask the others and compare."))
        yield from table(
            (_("Decision"), _("Meaning"), _("Owner named")),
            [[placed.title, placed.meaning, placed.role] for placed in report.decisions],
            (52, 76, 40),
        )


def _ranking(report: Report) -> Iterator[PageEntry]:
    for head, order in (
        (_("What AI is for, in order"), report.ranking),
        (_("What gets in the way, in order"), report.barriers),
    ):
        if order:
            places = [f"{n} {title}" for n, title in enumerate(order, 1)]
            yield subhead(head)
            yield PageEntry(TextBlock(" · ".join(places), SMALL, lines=4), gap=UNIT / 2)
