"""Wordings shared by screens and documents: days, effort, who answered, what a move does."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from assessment.instrument.model import Definition, Instrument
from assessment.instrument.moves import DAYS_A_WEEK, Kpi, Move, PortfolioClass
from assessment.privacy.disclosure import SIDE_MINIMUM, TEAM_MINIMUM
from language.dates import long_date, short_date
from language.lists import listed
from language.numbers import at_most, integer
from language.translation import _, lazy, lazy_table, ngettext
from report.model.plan import MoveCard
from report.model.report import Basis, Report
from report.text.narrative import count, sentence

PORTFOLIO: Mapping[PortfolioClass, str] = lazy_table(
    {
        "maintain": lazy("keeps operations running"),
        "improve": lazy("improves how we work"),
        "transform": lazy("changes what we do"),
    }
)
PEOPLE_NAMED_AT_MOST = 6


def defined(found: Definition) -> str:
    """A word with what the edition means by it."""
    return _("“{term}”: {meaning}").format(term=found.term, meaning=found.meaning)


def iso_day(written: str) -> str:
    """“2 August 2026” for “2026-08-02”."""
    return long_date(date.fromisoformat(written))


def role_titles(instrument: Instrument, roles: Iterable[str]) -> list[str]:
    """Roles as they are called; those the instrument does not know as they are written."""
    return [instrument.role_titles.get(role, role) for role in roles]


def person_weeks(effort: float) -> str:
    """“21 person-weeks”, “2.5 person-weeks”, “1 person-week”: whole numbers without a decimal."""
    figure = at_most(effort, 1)
    return _("1 person-week") if figure == "1" else _("{n} person-weeks").format(n=figure)


def lead(report: Report, move: str, role: str) -> str:
    """Who leads a move: whom people have named, else `role`, the lead of the instrument."""
    named = report.roadmap.leads.get(move) if report.roadmap else None
    return named or role_titles(report.instrument, [role])[0]


def by_day(card: MoveCard) -> str:
    """By which day a move is due; empty while its item on the roadmap has no day."""
    return _("by {day}").format(day=short_date(card.due_on)) if card.due_on else ""


def who_and_when(card: MoveCard) -> str:
    """Who leads a move, what it takes, and by which day."""
    return " · ".join(filter(None, (sentence(card.lead), effort(card), by_day(card))))


def effort(card: MoveCard) -> str:
    """The effort of a move, as the estimate it is, and whose; in days the participants' apart."""
    if card.move.days:
        words = _("{days} (your estimate)") if card.own_effort else _("{days}, our estimate")
        if card.own_effort:
            return plus_participants(words.format(days=days(card.effort)), card.move.participants)
        return words.format(days=plus_participants(days(card.effort), card.move.participants))
    words = _("{weeks}, your estimate") if card.own_effort else _("about {weeks}, our estimate")
    return words.format(weeks=person_weeks(card.effort))


def days(effort: float) -> str:
    """An effort in person-weeks as person-days: “6 days”."""
    figure = at_most(effort * DAYS_A_WEEK, 1)
    return _("1 day") if figure == "1" else _("{n} days").format(n=figure)


def plus_participants(organiser: str, participants: int) -> str:
    """“6 days, plus 12 from others”: those who are asked for their time, such as being interviewed or trained."""
    if not participants:
        return organiser
    return _("{days}, plus {n} from others").format(days=organiser, n=integer(participants))


def amount_of(instrument: Instrument, effort: float) -> str:
    """An effort in the unit of the edition: days, or person-weeks."""
    return days(effort) if instrument.in_days else person_weeks(effort)


def summed_effort(cards: Sequence[MoveCard]) -> str:
    """What several moves take together, in the unit they are counted in."""
    effort = sum(card.effort for card in cards)
    if not any(card.move.days for card in cards):
        return person_weeks(effort)
    return plus_participants(days(effort), sum(card.move.participants for card in cards))


def whole_effort(instrument: Instrument, effort: float, participants: int) -> str:
    """The effort of a path or a move: “30 days, plus 95 from others”, “13 person-weeks”."""
    return plus_participants(amount_of(instrument, effort), participants)


def weeks(move: Move) -> str:
    """How long a move takes."""
    return ngettext("{n} week", "{n} weeks", move.weeks).format(n=move.weeks)


def kpi_reading(kpi: Kpi) -> str:
    """Unit and direction of a KPI: what it is counted in and which way is good."""
    way = _("should rise") if kpi.direction == "up" else _("should fall")
    return f"{kpi.unit}; {way}"


def who_answered(basis: Basis) -> str:
    """“Six people answered: four from business, two from technology.”"""
    people = basis.business + basis.technology
    if people == 0:
        return _("Nobody has answered yet.")
    if people == 1:
        side = _("business") if basis.business else _("technology")
        who = basis.people[0] if basis.people else _("One person")
        return _("One person answered: {who} ({side}). A single view.").format(who=who, side=side)
    number = sentence(count(people))
    if not basis.business or not basis.technology:
        text = (
            _("{people} people answered, all from business.")
            if basis.business
            else _("{people} people answered, all from technology.")
        )
        return text.format(people=number)
    return _("{people} people answered: {business} from business, {technology} from technology.").format(
        people=number, business=count(basis.business), technology=count(basis.technology)
    )


def who_in_person(basis: Basis) -> str:
    """The people behind the answers, as many as can be named in a line; empty for one or none."""
    if len(basis.people) < 2:
        return ""
    named = list(basis.people[:PEOPLE_NAMED_AT_MOST])
    more = len(basis.people) - len(named)
    if more:
        named.append(ngettext("{n} more", "{n} more", more).format(n=count(more)))
        return listed(named)
    return "; ".join(named)


def how_much_answered(basis: Basis) -> str:
    """“24 of 25 questions answered, three answers “I don’t know”.”"""
    answered = _("{answered} of {questions} questions answered").format(
        answered=basis.answered, questions=basis.questions
    )
    if not basis.dont_know:
        return f"{answered}."
    unknown = ngettext(
        "{n} answer was “I don’t know”", "{n} answers were “I don’t know”", basis.dont_know
    ).format(n=count(basis.dont_know))
    return f"{answered}; {unknown}."


def withheld(report: Report) -> bool:
    """Is everything withheld, because too few people answered?"""
    return not report.disclosure.team


def shown_from(report: Report) -> str:
    """From how many people on a withheld result is shown."""
    least = TEAM_MINIMUM if report.disclosure.privacy == "team" else SIDE_MINIMUM
    return _("The result can be shown when {n} people have answered.").format(n=count(least))


def sets_the_level(report: Report) -> str:
    """The finding of the section profile, as its title."""
    result = report.result
    if result.unknown:
        return _("Each section has a level; too many answers are not known for an overall one")
    if result.level is None:
        return _("Sections with enough answers have a level")
    if result.level == 5:
        return _("Every section that sets the level is at the highest")
    titles = [report.instrument.pillar(code).title for code in result.binding]
    if len(titles) == len(report.instrument.pillars):
        return _("Every section limits the level")
    return ngettext(
        "{titles} keeps you at level {level}", "{titles} keep you at level {level}", len(titles)
    ).format(titles=listed(titles), level=result.level)
