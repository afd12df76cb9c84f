"""The page on pilots: what runs, what it costs a month, and what of it has no measure or no owner."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from assessment.answers.records import Stage
from documents.pdf.chapters.plan.initiatives import STAGES
from documents.pdf.charts.pilots import PilotBubble, PilotFunnel, StageHead
from documents.pdf.engine.geometry import CONTENT, UNIT, Sheet
from documents.pdf.engine.layout import Columns, Drawable, Stack, TextBlock, labelled
from documents.pdf.engine.pages import PageEntry
from documents.pdf.engine.styles import BODY, SMALL
from documents.pdf.playbook.finding import finding, graphic, how_to_read, room_beside
from language.numbers import integer
from language.translation import _, ngettext
from report.model.report import Report
from report.text.narrative import count, sentence
from report.text.playbook.pilots import (
    PilotMoney,
    cost_words,
    monthly,
    pilot_money,
    pilots_lead,
    pilots_title,
    remarks_of,
    to_settle,
)
from report.text.value.figures import amount, money_words
from scoring.value.pilots import RUNNING, PilotView

NAMES_AT_MOST = (48, 36, 24, 16, 8)
"""Initiatives in the numbered list, the first that fits; the app has the others."""
NAMES_BESIDE, GUTTER = 3, 12.0


def pilots_page(report: Report, sheet: Sheet) -> Iterator[PageEntry]:
    """One page, where the register has an initiative.

    The bubbles have their names and are as large as fits; where names do not fit, they have numbers and a list.
    """
    if report.pilots is None or not report.pilots.lines:
        return
    lines = sorted(report.pilots.lines, key=lambda view: -(view.initiative.monthly_cost or 0.0))
    title = pilots_title(report)
    register = Register(title, pilot_money(report), lines)
    head = finding(_("Pilots"), title, pilots_lead(report))
    yield head
    yield from _named(register, head, sheet) or _numbered(register, head, sheet)


@dataclass(frozen=True)
class Register:
    """The finding, what rests on it, and all initiatives, the dearest first."""

    title: str
    money: PilotMoney
    lines: Sequence[PilotView]


def _named(register: Register, head: PageEntry, sheet: Sheet) -> Sequence[PageEntry]:
    """The bubbles with their names; nothing where they do not fit."""
    rest = [how_to_read(_key(register)), *_to_settle(to_settle(register.money))]
    bubbles = [_bubble(register.money, view) for view in register.lines]
    chart = PilotFunnel(bubbles, _heads(register), _in_words(register))
    return [graphic(chart), *rest] if chart.fit(CONTENT, room_beside([head, *rest], sheet)) else []


def _numbered(register: Register, head: PageEntry, sheet: Sheet) -> Sequence[PageEntry]:
    """The bubbles with numbers, and the names below them: of as many initiatives as fit, the dearest."""
    found: list[PageEntry] = []
    heads = _heads(register)
    words = "; ".join(f"{head.title} {head.remarks[0]}" for head in heads.values())
    for most in NAMES_AT_MOST:
        shown = register.lines[:most]
        names = graphic(_names(shown, len(register.lines) - len(shown)), gap=UNIT)
        rest = [how_to_read(_key(register)), names, *_to_settle(to_settle(register.money, shown))]
        bubbles = [_bubble(register.money, view) for view in shown]
        chart = PilotFunnel(bubbles, heads, f"{register.title}. {words}.", numbered=True)
        found = [graphic(chart), *rest]
        if chart.fit(CONTENT, room_beside([head, *rest], sheet)):
            break
    return found


def _bubble(money: PilotMoney, view: PilotView) -> PilotBubble:
    initiative = view.initiative
    return PilotBubble(
        initiative.name,
        initiative.stage,
        initiative.monthly_cost or 0.0,
        remarks_of(money, view),
        hollow=view in money.lacking["no_measure"] or view in money.lacking["nobody"],
        idle=initiative.stage not in RUNNING,
    )


def _heads(register: Register) -> dict[Stage, StageHead]:
    heads = dict[Stage, StageHead]()
    for stage in STAGES:
        inside = [view for view in register.lines if view.initiative.stage == stage]
        money = monthly(inside) if stage in RUNNING else 0.0
        number = integer(len(inside)) if inside else _("none")
        words = [f"{number} · {amount(money, register.money.currency)}"] if round(money) else []
        heads[stage] = StageHead(sentence(STAGES[stage]), (*words, number))
    return heads


def _in_words(register: Register) -> str:
    """The finding, then stage by stage each initiative with what it costs and lacks."""
    said = [register.title]
    for stage, name in STAGES.items():
        inside = [_bracketed(register, view) for view in register.lines if view.initiative.stage == stage]
        if inside:
            said.append(f"{sentence(name)}: {'; '.join(inside)}")
    return ". ".join(said) + "."


def _bracketed(register: Register, view: PilotView) -> str:
    """Its name, and the remarks in brackets."""
    remarks = ", ".join(remarks_of(register.money, view))
    return f"{view.initiative.name} ({remarks})" if remarks else view.initiative.name


def _names(lines: Sequence[PilotView], more: int) -> Drawable:
    """The names to the numbers in the bubbles, in columns read from top to bottom."""
    entries = [
        TextBlock(f"{number} {view.initiative.name} {_bare_cost(view)}", SMALL, lines=12)
        for number, view in enumerate(lines, 1)
    ]
    if more:
        words = ngettext("and {n} more in the app", "and {n} more in the app", more)
        entries.append(TextBlock(words.format(n=count(more)), SMALL, lines=1))
    deep = ceil(len(entries) / NAMES_BESIDE)
    wide = (CONTENT - (NAMES_BESIDE - 1) * GUTTER) / NAMES_BESIDE
    return Columns(
        [
            (place * (wide + GUTTER), wide, Stack(*entries[place * deep : (place + 1) * deep]))
            for place in range(NAMES_BESIDE)
        ]
    )


def _bare_cost(view: PilotView) -> str:
    return f"({cost_words(view, '')})" if cost_words(view, "") else ""


def _key(register: Register) -> str:
    """What size and filling mean."""
    words = _("Area: cost per month, {money}.").format(money=money_words(register.money.currency))
    if not monthly(register.lines):
        words = _("No monthly cost is entered, so all bubbles are the same size.")
    return f"{words} {_('Hollow: no measure or no owner. Pale: not running.')}"


def _to_settle(said: Sequence[tuple[str, str]]) -> Iterator[PageEntry]:
    for name, initiatives in said:
        yield PageEntry(labelled(name, TextBlock(initiatives, BODY, lines=24)), gap=UNIT)
