"""What the use cases may be worth: the expected value of each on its range, and all together."""

from collections.abc import Sequence

from documents.pdf.engine.styles import ACCENT
from documents.slides.engine import master
from documents.slides.engine.chart_style import ChartSeries
from documents.slides.engine.charts import chart_name, dots, round_axis
from documents.slides.engine.deck import Deck
from language.numbers import three_digits
from language.translation import _
from report.model.report import Report
from report.model.value import UseCaseView, ValueView
from report.text.playbook.value import value_title
from report.text.value.figures import (
    assumption_words,
    chance,
    money_words,
    portfolio_words,
    rough,
    without_words,
    worth_words,
)

SHOWN = 8


def value_slide(deck: Deck, report: Report) -> None:
    """Nothing while no use case has all its estimates."""
    view = report.value
    if view is None or view.portfolio is None or view.portfolio.loss is None:
        return
    together = portfolio_words(view)
    page = deck.page("Chart", _("Value of AI use cases"), value_title(view), together, [without_words(view)])
    ready = [line for line in view.lines if line.value.npv is not None and line.value.mean is not None]
    page.say += [f"{line.use_case.name}: {worth_words(line.value, view.currency)}" for line in ready]
    page.say.append(assumption_words(view))
    page.say.append(_("Ask the finance lead which estimate to check first. The workbook shows what changes."))
    shown = [(line.use_case.name, line.value.npv, line.value.mean) for line in ready[:SHOWN]]
    if len(ready) > 1:
        shown.append((_("All together"), view.portfolio.npv, view.portfolio.mean))
    figures = [
        (name, three_digits(npv.p10), three_digits(mean or 0), three_digits(npv.p90))
        for name, npv, mean in shown
        if npv
    ]
    alternative = "; ".join(
        _("{name}: expected {value}, from {low} to {high}").format(
            name=name, value=rough(mean, view.currency), low=rough(low), high=rough(high)
        )
        for name, low, mean, high in figures
    )
    dots(
        page, master.LEFT, f"{together} {alternative}.", [chart_name(name, 0.8 * master.CONTENT / len(figures), lines=3) for name, *_rest in figures],
        [ChartSeries(_("Expected value"), [mean for _name, _low, mean, _high in figures], ACCENT)],
        [(low, high) for _name, low, _mean, high in figures], round_axis([end for _name, low, _mean, high in figures for end in (low, high)]), thick=8,
    )  # fmt: skip
    page.left_out += max(0, len(ready) - SHOWN)
    page.notes.append(_how_to_read(view, ready[:SHOWN]))


def _how_to_read(view: ValueView, lines: Sequence[UseCaseView]) -> str:
    text = _(
        "Net present value, {money}: dot, the expected value; bar, 10 % chance below, 10 % above. Chance of a loss: {losses}."
    )
    losses = [(chart_name(one.use_case.name, 2.5), one.value.loss) for one in lines]
    said = "; ".join(f"{name} {chance(loss.share)}" for name, loss in losses if loss)
    return text.format(money=money_words(view.currency), losses=said)
