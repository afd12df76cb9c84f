"""Sentences about the cheapest path, for screens and documents."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from language.lists import listed
from language.numbers import decimal
from language.translation import _, ngettext
from report.model.plan import AskedMove, MoveCard
from report.model.report import Report
from report.text import wording
from report.text.narrative import count, sentence
from scoring.plan.path import Path, PathMove
from scoring.plan.path_problem import TENTHS

NAMED_AT_MOST = 3


def path_title(report: Report) -> str:
    """“The cheapest way to level 3: four moves, about 13 person-weeks”, or what there is instead."""
    found = report.path.found if report.path else None
    if found is None or found.state != "found":
        return _("Least effort to the next level")
    moves = ngettext("one move", "{n} moves", len(found.moves)).format(n=count(len(found.moves)))
    title = (
        _("Least effort to level {level}: {moves}, about {weeks}")
        if found.optimal
        else _("A way to level {level}: {moves}, about {weeks}")
    )
    return title.format(level=found.target, moves=moves, weeks=path_effort(report))


def decisions_title(report: Report) -> str:
    """“Nine decisions asked: together they reach level 3”; empty without a path."""
    asked, found = report.decisions_asked, report.path.found if report.path else None
    if not asked or found is None:
        return ""
    if len(asked) == 1:
        return _("One decision asked: it reaches level {level}").format(level=found.target)
    return sentence(
        ngettext(
            "{n} decision asked: together they reach level {level}",
            "{n} decisions asked: together they reach level {level}",
            len(asked),
        ).format(n=count(len(asked)), level=found.target)
    )


def asked_by_owner(report: Report) -> Mapping[str, tuple[AskedMove, ...]]:
    """The decisions by owner, in the order in which their first one is made."""
    found: dict[str, list[AskedMove]] = {}
    for one in report.decisions_asked:
        found.setdefault(one.owner, []).append(one)
    return {owner: tuple(asked) for owner, asked in found.items()}


def path_sentence(report: Report) -> str:
    """The basis of the path: source of the efforts, and whether it is proven optimal; or why there is none."""
    if report.path is None:
        return _("There is no level yet, so there is no path to the next. {why}").format(
            why=report.headline.holding
        )
    found = report.path.found
    if found.state != "found":
        return no_path(report, found)
    return " ".join(words for words in (_kept_low(report, found), proof_sentence(report)) if words)


def proof_sentence(report: Report) -> str:
    """Whose estimates the path rests on, and whether it is proven that none needs less; empty without a path."""
    if report.path is None or report.path.found.state != "found":
        return ""
    own, found = sum(card.own_effort for card in report.path.moves), report.path.found
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
        _("Given these estimates, no other set of moves needs less effort.")
        if found.optimal
        else _("It reaches the level; a set of moves with less effort cannot be ruled out.")
    )
    return f"{whose} {proven}"


def _kept_low(report: Report, found: Path) -> str:
    """Whose days the path keeps lowest, and how many person-weeks they are; empty where effort is in person-weeks."""
    if not report.instrument.in_days:
        return ""
    words = (
        _("It needs the fewest days of organiser and others together: {weeks} person-weeks.")
        if found.minimised == "both"
        else _("It needs the fewest days of the organiser: {weeks} person-weeks.")
    )
    return f"{words.format(weeks=decimal(found.counted, 1))} {whose_days()}"


def whose_days() -> str:
    """Whose days are counted apart."""
    return _(
        "The organiser carries a move out; others give their time, such as being interviewed or trained."
    )


def path_effort(report: Report) -> str:
    """“30 days, plus 95 from others”; empty without a path."""
    return _whole(report, report.path.found) if report.path else ""


def _whole(report: Report, found: Path) -> str:
    return wording.whole_effort(report.instrument, found.effort, found.participants)


def no_path(report: Report, found: Path) -> str:
    """Why there is no path, and what helps."""
    level = report.result.level or 1
    sentences = {
        "reached": _("Level {target} is reached: you describe level {level}. Choose a higher one."),
        "complete": _(
            "Level 5 is reached, the highest. To keep it, have the evidence for each answer shown once a "
            "year."
        ),
        "impossible": _(
            "No set of moves leads to level {target}: no section that sets the level applies to this "
            "company. Check the answers “does not apply”."
        ),
        "undecided": _(
            "The path with the least effort could not be calculated. Nothing is lost; choose a lower target."
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
        return _("No other set of moves reaches this level.")
    mine, other = {c.key for c in path.moves}, {c.key for c in path.runner_up}
    takes = [card for card in path.runner_up if card.key not in mine]
    drops = [card for card in path.moves if card.key not in other]
    more = (
        _("needs the same effort")
        if extra == 0
        else _("needs about {weeks} more").format(weeks=wording.amount_of(report.instrument, extra))
    )
    if not takes:
        return _("The next best plan {more}.").format(more=more)
    return _("The next best plan {more}, with {takes} instead of {drops}.").format(
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
    paid = budget
    if not report.instrument.in_days:
        paid = int(Fraction(str(budget)) * TENTHS) / TENTHS  # as it is counted: 2.96 does not pay for 3
    weeks, before = wording.amount_of(report.instrument, paid), round(report.result.index or 0)
    if found.state != "found":
        if found.state == "complete":
            return _("Nothing is left to improve: every practice is at level 5.")
        return _("{weeks} is not enough for any move. Try a larger number.").format(weeks=weeks)
    moves = ngettext("one move", "{n} moves", len(found.moves)).format(n=count(len(found.moves)))
    words = (
        _("With {weeks} you reach level {level}")
        if (found.level or 0) > (report.result.level or 0)
        else _("With {weeks} you do not reach the next level and stay at level {level}")
    )
    after = round(found.index or 0)
    index = (
        _("the index stays at {after}") if before == after else _("the index goes from {before} to {after}")
    )
    return _("{reached}; {index}. It takes {moves} and {spent}: {titles}. {proof}").format(
        reached=words.format(weeks=weeks, level=found.level),
        index=index.format(before=before, after=after),
        moves=moves,
        spent=_whole(report, found),
        titles=listed([_move_words(report, move) for move in found.moves]),
        proof=_("No other plan for this budget reaches a higher level or index.")
        if found.optimal
        else _("A better plan for this budget cannot be ruled out."),
    )


def _move_words(report: Report, move: PathMove) -> str:
    """The title of a move in quotation marks."""
    title = report.instrument.practices[move.code].move(move.to).title
    return _("“{title}”").format(title=title)
