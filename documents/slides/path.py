"""The way to the next level on a time line: who does what from when to when."""

from collections.abc import Sequence
from math import ceil

from documents.pdf.engine.styles import ACCENT, LEVEL_COLOURS
from documents.slides.engine import master
from documents.slides.engine.chart_style import ChartAxis, ChartSeries
from documents.slides.engine.charts import bars, chart_name
from documents.slides.engine.deck import Deck
from language.dates import long_date
from language.translation import _
from report.model.report import Report
from report.model.roadmap import Origin, PlannedItem
from report.text.plan import roadmap
from report.text.playbook.plan.lanes import horizon
from report.text.playbook.plan.path import path_finding, path_lead
from report.text.playbook.plan.roadmap import load_finding, load_lead

FEW, SHOWN = 6, 12
STEP = 30
"""Days between two lines."""


def path_slide(deck: Deck, report: Report) -> None:
    """Nothing while nothing is planned."""
    view = report.roadmap
    if view is None or not view.items:
        return
    found, load = path_finding(report), load_finding(report)
    page = deck.page("Chart", _("The first 180 days"), found or load, load if found else "")
    page.say += [
        path_lead(report),
        load_lead(report),
        *(_line(one) for one in view.items),
        *view.sentences[:3],
    ]
    shown = _shown(view.items)
    bars(
        page, master.LEFT, f"{roadmap.headline(view)} {roadmap.chart_words(view)}", [_name(one) for one in shown],
        [
            ChartSeries(_("Start"), [one.bar.start if one.bar else 0 for one in shown]),
            _of(shown, "path", roadmap.ORIGINS["path"], ACCENT),
            _of(shown, "added", roadmap.ORIGINS["added"], LEVEL_COLOURS[2]),
            _of(shown, "use_case", roadmap.ORIGINS["use_case"], ACCENT, hatched=True),
        ],
        ChartAxis(0, STEP * ceil(horizon(view) / STEP), STEP, "0", names=12 if len(shown) <= FEW else 10), stacked=True, names=0.46,
    )  # fmt: skip
    page.left_out += max(0, len(view.items) - len(shown))
    first = (
        _("Days from {day}.").format(day=long_date(view.start)) if view.start else _("Days from the start.")
    )
    page.notes.append(first)
    page.notes.append(_("Dark: on the path of least effort. Pale: added by you. Hatched: use case."))


def _shown(items: Sequence[PlannedItem]) -> list[PlannedItem]:
    """The path first where not all have room; in the order of their first day."""
    kept = sorted(items, key=lambda one: one.origin != "path")[:SHOWN]
    return [one for one in items if one in kept]


def _name(one: PlannedItem) -> str:
    return f"{chart_name(one.title, 3.1, size=10)} · {chart_name(roadmap.owner_words(one), 1.8, size=10)}"


def _of(
    shown: Sequence[PlannedItem], origin: Origin, name: str, colour: str, *, hatched: bool = False
) -> ChartSeries:
    lengths = [one.bar.end - one.bar.start if one.bar and one.origin == origin else None for one in shown]
    return ChartSeries(name, lengths, colour, hatched=hatched)


def _line(one: PlannedItem) -> str:
    return _("{title}: {owner}, {span}.").format(
        title=one.title, owner=roadmap.owner_words(one), span=roadmap.span(one)
    )
