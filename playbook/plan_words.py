"""Gaps to close first and the cheapest path in words, made once for screen and document alike."""

from collections.abc import Sequence

from assessment.instrument import Practice
from assessment.privacy import WITHHELD
from assessment.words import _, ngettext
from playbook import wording
from playbook.alignment_findings import higher
from playbook.narrative import count, listed, sentence
from playbook.report import MoveCard, OpenGap, Report
from scoring.path import Path
from scoring.ranking import ELSEWHERE, HOLDS, PIVOTAL
from scoring.rules import practice_level

NAMED_AT_MOST = 3
Pairs = list[tuple[str, str]]


def gaps_title(report: Report) -> str:
    """The finding of the part on gaps; “What to close first” where there is none."""
    number = len(report.gaps)
    if not number:
        return _("What to close first")
    if report.result.single_view:
        title = ngettext("One practice holds the level", "{n} practices hold the level", number)
    else:
        title = ngettext("One gap to close first", "{n} gaps to close first", number)
    return sentence(title.format(n=count(number)))


def gaps_lead(report: Report) -> str:
    """How the gaps are ordered; or why there is none."""
    result = report.result
    if result.single_view:
        if report.gaps:
            return _(
                "One person answered, so there is no gap between leaders yet: these come in the order of what holds the level, then of what they cost."
            )
        return _("One person answered, and no single practice holds the level.")
    if report.gaps:
        return _(
            "Ordered by how far leaders lie apart, how much the practice weighs, and whether the overall level depends on it."
        )
    if not (report.disclosure.spread or report.disclosure.sides):
        return _(WITHHELD)
    return _(
        "On no practice do leaders lie far enough apart to hold the company up. Nothing has to be settled first."
    )


def gap_title(found: OpenGap) -> str:
    """“Every AI use is known: 1.0 levels, business higher.”, the title alone where no side may be named."""
    if found.gap.difference is None:
        return found.practice.title
    return _("{title}: {difference}").format(
        title=found.practice.title, difference=higher(found.gap.difference)
    )


def gap_facts(report: Report, found: OpenGap) -> Pairs:
    """What each side said, why it matters, the question that settles it, the evidence that would."""
    pairs = [*_said(report, found), (_("Why it matters"), why(report, found))]
    if report.result.single_view:
        return [*pairs, (_("What it costs"), cost(report, found)), (_("Evidence"), found.practice.evidence)]
    return [
        *pairs,
        (_("The question that settles it"), found.question),
        (_("The evidence that would"), found.practice.evidence),
    ]


def _said(report: Report, found: OpenGap) -> Pairs:
    practice = found.practice
    if found.business is not None and found.technology is not None:
        return [
            (_("Business said"), _described(practice, found.business)),
            (_("Technology said"), _described(practice, found.technology)),
        ]
    if report.result.single_view:
        level = report.result.practices[practice.code].level
        return [(_("Today"), practice.situation(level))] if level else []
    text = _("Who said what is not shown; all answers lie {distance} from the middle one on average.")
    apart = _("{n} levels").format(n=round(found.gap.deviation or 0.0, 1))
    return [(_("Leaders said"), text.format(distance=apart))]


def _described(practice: Practice, value: float) -> str:
    """“2.5 on average. Nearest to level 2: …”"""
    level = practice_level(value)
    return _("{value} on average, so level {level}: {situation}").format(
        value=f"{value:.1f}", level=level, situation=practice.situation(level)
    )


def why(report: Report, found: OpenGap) -> str:
    """Why the gap matters for the next level."""
    level, binds = report.result.level, found.gap.bindingness
    if binds == PIVOTAL:
        return _(
            "The overall level depends on which side is right: with the one answer it is another level than with the other."
        )
    needed = (level or 0) + 1
    if binds == HOLDS:
        return _(
            "It holds the overall level: level {n} cannot be reached while it stays where it is."
        ).format(n=needed)
    if binds == ELSEWHERE:
        return _("It holds “{section}”, though not yet the overall level.").format(section=found.pillar.title)
    return _("It does not hold the level; leaders who see it so differently will plan past one another.")


def close_call(found: OpenGap) -> str:
    """Said where another order would have been nearly as likely; empty where the order is firm."""
    if not found.gap.close_call:
        return ""
    return _("A close call: with slightly different answers another gap could stand here.")


def cost(report: Report, found: OpenGap) -> str:
    """What the next step of the practice takes."""
    level = report.result.practices[found.practice.code].level
    if level is None or level == 5:
        return _("Nothing more; it is at the highest level.")
    move = found.practice.move(level + 1)
    return _("{move}: about {weeks}, our estimate; {lead} leads.").format(
        move=move.title,
        weeks=wording.person_weeks(move.effort),
        lead=report.instrument.function_titles[move.lead],
    )


def path_title(report: Report) -> str:
    """“The cheapest way to level 3: four moves, about 13 person-weeks”, or what there is instead."""
    found = report.path.found if report.path else None
    if found is None or found.state != "found":
        return _("The cheapest way up")
    moves = ngettext("one move", "{n} moves", len(found.moves)).format(n=count(len(found.moves)))
    title = (
        _("The cheapest way to level {level}: {moves}, about {weeks}")
        if found.optimal
        else _("A way to level {level}: {moves}, about {weeks}")
    )
    return title.format(level=found.target, moves=moves, weeks=wording.person_weeks(found.effort))


def path_sentence(report: Report) -> str:
    """What stands behind the path: whose efforts, and whether it is proven; or why there is none."""
    if report.path is None:
        return _("There is no level yet, so there is no way up from it. {why}").format(
            why=report.headline.holding
        )
    found = report.path.found
    if found.state != "found":
        return no_path(report, found)
    own = sum(card.own_effort for card in report.path.moves)
    whose = _("The efforts are our estimates.")
    if own:
        whose = ngettext(
            "One effort is yours, the others are our estimates.",
            "{n} efforts are yours, the others are our estimates.",
            own,
        ).format(n=sentence(count(own)))
        if own == len(report.path.moves):
            whose = _("The efforts are yours.")
    proven = (
        _(
            "With these efforts no other set of moves that reaches this level is cheaper; that is proven, not guessed."
        )
        if found.optimal
        else _("It reaches the level; that nothing is cheaper could not be proven.")
    )
    return f"{whose} {proven}"


def no_path(report: Report, found: Path) -> str:
    """Why there is no path, and what helps."""
    level = report.result.level or 1
    sentences = {
        "reached": _("Level {target} is reached: you describe level {level}. Choose a higher one."),
        "complete": _(
            "Level 5 is reached, and nothing is above it. Keep it: have what stands behind each answer shown once a year."
        ),
        "impossible": _(
            "No set of moves leads to level {target}: no section that decides the level applies to this company. "
            "Look again at what was answered with “does not apply”."
        ),
        "undecided": _(
            "The cheapest way could not be worked out. Nothing is lost; choose a level that is nearer."
        ),
    }
    return sentences[found.state].format(target=found.target or level + 1, level=level)


def runner_up_sentence(report: Report) -> str:
    """“The next best plan needs 1 person-week more and takes “…” instead of “…”.”"""
    path = report.path
    if path is None or path.found.state != "found":
        return ""
    extra = path.found.runner_up_extra
    if extra is None:
        return _("Every plan for this level contains these moves; there is no other.")
    mine, other = {c.key for c in path.moves}, {c.key for c in path.runner_up}
    takes = [card for card in path.runner_up if card.key not in mine]
    drops = [card for card in path.moves if card.key not in other]
    more = (
        _("costs the same")
        if extra == 0
        else _("needs about {weeks} more").format(weeks=wording.person_weeks(extra))
    )
    if not takes:
        return _("The next best plan {more}.").format(more=more)
    return _("The next best plan {more} and takes {takes} instead of {drops}.").format(
        more=more, takes=named(takes), drops=named(drops)
    )


def named(cards: Sequence[MoveCard]) -> str:
    """A few moves by title, the others by number."""
    titles = [_("“{title}”").format(title=card.move.title) for card in cards[:NAMED_AT_MOST]]
    more = len(cards) - len(titles)
    if more:
        titles.append(ngettext("{n} more", "{n} more", more).format(n=count(more)))
    return listed(titles)


def budget_sentence(report: Report, budget: float, found: Path) -> str:
    """What so many person-weeks reach."""
    weeks, before = wording.person_weeks(budget), round(report.result.index or 0)
    if found.state != "found":
        if found.state == "complete":
            return _("Nothing is left to improve: every practice is at level 5.")
        return _("{weeks} pay for no move. Begin with a larger number.").format(weeks=sentence(weeks))
    moves = ngettext("one move", "{n} moves", len(found.moves)).format(n=count(len(found.moves)))
    words = (
        _("{weeks} reach level {level}")
        if (found.level or 0) > (report.result.level or 0)
        else _("{weeks} do not reach the next level; you stay at level {level}")
    )
    reached = words.format(weeks=sentence(weeks), level=found.level)
    return _(
        "{reached}, with the index going from {before} to {after}: {moves}, {spent} spent. {proof}"
    ).format(
        reached=reached,
        before=before,
        after=round(found.index or 0),
        moves=moves,
        spent=wording.person_weeks(found.effort),
        proof=_("No other plan for this budget reaches a higher level or index.")
        if found.optimal
        else _("A better plan for this budget cannot be ruled out."),
    )
