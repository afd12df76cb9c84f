"""The finding on the shortest way to the next level, its moves in words, and what it does to the sections."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from language.dates import long_date
from language.lists import listed
from language.numbers import integer
from language.translation import _, ngettext
from report.model.plan import MoveCard
from report.model.report import Report
from report.text import wording
from report.text.narrative import count, sentence
from report.text.plan.path import proof_sentence
from report.text.plan.roadmap import short_of


@dataclass(frozen=True)
class PathStep:
    """One move of the path: `needs` are the numbers of the moves that must be made before it."""

    number: int
    title: str
    facts: str
    effort: str
    participants: str
    weight: float
    """The effort in person-weeks."""
    needs: tuple[int, ...]


@dataclass(frozen=True)
class SectionGauge:
    """A section, or the whole, with its level now and after the path."""

    title: str
    before: int
    after: int
    whole: bool = False

    @property
    def words(self) -> str:
        if self.before == self.after:
            return _("stays at {level}").format(level=self.after)
        return _("{before} → {after}").format(before=self.before, after=self.after)


def path_chapter(report: Report) -> str:
    """What kind of path it is: the one with the least effort, or one of several."""
    found = report.path.found if report.path else None
    if found is None:
        return ""
    title = _("Least effort to level {level}") if found.optimal else _("A way to level {level}")
    return title.format(level=found.target)


def path_finding(report: Report) -> str:
    """“Five moves, 30 days of organisers’ work, reach level 3 by 12 July 2027”; empty without a path."""
    if report.path is None or not report.next_moves:
        return ""
    found, by = report.path.found, reached_by(report)
    if report.instrument.in_days:
        text = ngettext(
            "{n} move, {effort} of organisers’ work, reaches level {level}",
            "{n} moves, {effort} of organisers’ work, reach level {level}",
            len(found.moves),
        )
    else:
        text = ngettext(
            "{n} move, about {effort}, reaches level {level}",
            "{n} moves, about {effort}, reach level {level}",
            len(found.moves),
        )
    said = text.format(
        n=sentence(count(len(found.moves))),
        effort=wording.amount_of(report.instrument, found.effort),
        level=found.target,
    )
    return _("{finding} by {day}").format(finding=said, day=long_date(by)) if by else said


def reached_by(report: Report) -> date | None:
    """The day by which all moves of the path are due; None unless each has a bar that ends by its own day."""
    days: list[date] = []
    for card in report.next_moves:
        item = report.roadmap.find(card.key) if report.roadmap else None
        if item is None or item.end_on is None or card.due_on is None or card.due_on < item.end_on:
            return None
        days.append(card.due_on)
    return max(days, default=None)


def path_lead(report: Report) -> str:
    """What others give besides, what the path rests on, and what the plan lacks for it."""
    found = report.path.found if report.path else None
    parts = [proof_sentence(report), short_of(report.roadmap) if report.roadmap else ""]
    if found is not None and found.participants:
        more = ngettext("Others give another {n} day.", "Others give another {n} days.", found.participants)
        parts.insert(0, more.format(n=integer(found.participants)))
    return " ".join(part for part in parts if part)


def path_steps(report: Report) -> tuple[PathStep, ...]:
    """The moves in the order in which they are asked of the board."""
    cards = [one.card for one in report.decisions_asked]
    numbers = {card.key: number for number, card in enumerate(cards, 1)}
    return tuple(_step(report, card, numbers) for card in cards)


def _step(report: Report, card: MoveCard, numbers: dict[str, int]) -> PathStep:
    item = report.roadmap.find(card.key) if report.roadmap else None
    needs = tuple(numbers[key] for key in (item.item.needs if item else ()) if key in numbers)
    after = _("after {moves}").format(moves=listed([str(number) for number in needs])) if needs else ""
    when = wording.by_day(card) or wording.weeks(card.move)
    own = _("your estimate") if card.own_effort else ""
    return PathStep(
        number=numbers[card.key],
        title=card.move.title,
        facts=" · ".join(part for part in (sentence(card.lead), when, after, own) if part),
        effort=wording.amount_of(report.instrument, card.effort),
        participants=_("plus {n} from others").format(n=integer(card.move.participants))
        if card.move.participants
        else "",
        weight=card.effort,
        needs=needs,
    )


def steps_in_words(report: Report, steps: Sequence[PathStep]) -> str:
    """The path for those who do not see it: the finding, then move by move."""
    moves = [
        _("{n}. {title}: {facts}; {effort}").format(
            n=step.number,
            title=step.title,
            facts=step.facts,
            effort=", ".join(part for part in (step.effort, step.participants) if part),
        )
        for step in steps
    ]
    return "; ".join([path_finding(report), *moves])


def section_gauges(report: Report) -> tuple[SectionGauge, ...]:
    """The sections that have a level, now and after the path, and the overall level.

    Afterwards a question without an answer counts as level 1, which today it does not; no move lowers a section.
    """
    found = report.path.found if report.path else None
    if found is None or report.result.level is None:
        return ()
    rows = []
    for pillar in report.instrument.pillars:
        before, after = report.result.pillars[pillar.code].level, found.sections.get(pillar.code)
        if before is not None and after is not None:
            rows.append(SectionGauge(pillar.title, before, max(before, after)))
    whole = SectionGauge(_("Overall"), report.result.level, found.level or report.result.level, whole=True)
    return (*rows, whole)


def gauges_title(gauges: Sequence[SectionGauge]) -> str:
    """“Value, Ownership and Governance rise; the other sections stay”."""
    sections = [gauge for gauge in gauges if not gauge.whole]
    rising = [gauge.title for gauge in sections if gauge.after > gauge.before]
    if len(rising) == len(sections):
        return _("Every section rises")
    text = ngettext(
        "{titles} rises; the others stay where they are",
        "{titles} rise; the others stay where they are",
        len(rising),
    )
    return text.format(titles=listed(rising))


def gauges_in_words(gauges: Sequence[SectionGauge]) -> str:
    """Every gauge in words."""
    words = _("{title}: level {before} today, level {after} afterwards")
    return "; ".join(words.format(title=g.title, before=g.before, after=g.after) for g in gauges)


def not_drawn(report: Report, hidden: Sequence[PathStep]) -> str:
    """“Four more moves, 9 days: the annex has all.”; empty where all are drawn."""
    if not hidden:
        return ""
    text = ngettext(
        "{n} more move, {effort}: the annex has all of them.",
        "{n} more moves, {effort}: the annex has all of them.",
        len(hidden),
    )
    effort = wording.amount_of(report.instrument, sum(step.weight for step in hidden))
    return text.format(n=sentence(count(len(hidden))), effort=effort)
