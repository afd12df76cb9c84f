"""The finding on how sure the level is, what it rests on, how it is made, and what it is not."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from language.dates import long_date
from language.lists import listed
from language.numbers import beside, integer, percent
from language.translation import _, lazy, lazy_table, ngettext
from report.model.report import Report
from report.text import wording
from report.text.narrative import count
from report.text.sureness import CERTAINTY, VARIANTS, other_rules_sentence
from report.text.unknown import ask_first_sentence
from scoring.levels.results import EVIDENCE, PlausibleRange, PracticeResult
from scoring.sureness.plausible_range import FIRM, LIKELY

Ground = Literal["evidence", "opinion", "below", "not_known", "missing"]
GROUNDS: Mapping[Ground, str] = lazy_table(
    {
        "evidence": lazy("with a document or a number"),
        "opinion": lazy("at level 3 or higher with neither"),
        "below": lazy("below level 3, none asked"),
        "not_known": lazy("not known"),
        "missing": lazy("no answer shown"),
    }
)
"""What the answer to a practice rests on, the firmest first."""
ASKED_FROM = 3
"""Evidence is asked from this level on."""
TITLES_AT_MOST, DECIMALS = 5, 9
Pairs = list[tuple[str, str]]


@dataclass(frozen=True)
class LevelOdds:
    """One level: its name, the share of draws that give it, that share in words, and whether it is the result."""

    level: int
    name: str
    share: float
    words: str
    result: bool


def sureness_finding(report: Report) -> str:
    """“Level 2 is likely: 80 % of the draws give it”."""
    level, found = report.result.level, report.plausible
    if level is None:
        return _no_level(report)
    if found is None:
        return _("Level {level} is one person’s view: nobody else has answered yet").format(level=level)
    known = {"level": level, "label": CERTAINTY[found.label]}
    reached, above = found.at_least.get(level, 1.0), found.at_least.get(level + 1, 0.0)
    if level == 1:
        if not above:
            return _("Level {level} is {label}: every draw gives it").format(**known)
        text = _("Level {level} is {label}: {share} of the draws give a higher one")
        return text.format(**known, share=_share(above))
    if reached == 1.0:
        text = (
            _("Level {level} is {label}: every draw gives it or a higher one")
            if above
            else _("Level {level} is {label}: every draw gives it")
        )
        return text.format(**known)
    text = (
        _("Level {level} is {label}: {share} of the draws give it or a higher one")
        if above
        else _("Level {level} is {label}: {share} of the draws give it")
    )
    return text.format(**known, share=_share(reached))


def _no_level(report: Report) -> str:
    states = [found.state for found in report.result.practices.values()]
    left = states.count("missing") + states.count("not_known")
    if not left:
        return _("There is no level yet, so nothing can be said on how sure it is")
    text = ngettext(
        "No level yet: {n} of {all} questions is open or not known",
        "No level yet: {n} of {all} questions are open or not known",
        left,
    )
    return text.format(n=count(left), all=len(states))


def _share(share: float) -> str:
    """On the same side of the limits of the words as it is; never none or all of the draws where it is some."""
    return percent(
        min(max(beside(share, 2, at_least=(LIKELY, FIRM)), 0.01), 0.99) if 0 < share < 1 else share
    )


def sureness_lead(report: Report) -> str:
    """How it was tried, and what other weightings and rules give."""
    found = report.plausible
    if found is None:
        return _("With a second person, this page shows how far the result could move.")
    drawn = _("Answers were redrawn {draws} times with small changes, weights and cut-offs varied.").format(
        draws=integer(found.draws)
    )
    return f"{drawn} {other_rules_sentence(report.robustness)}" if report.robustness else drawn


def level_odds(report: Report) -> tuple[LevelOdds, ...]:
    """The five levels with the share of draws for each; empty where nothing was drawn."""
    found = report.plausible
    if found is None:
        return ()
    return tuple(
        LevelOdds(
            level=level,
            name=report.instrument.level_name(level),
            share=_exactly(found, level),
            words=_share(_exactly(found, level)),
            result=level == report.result.level,
        )
        for level in range(1, 6)
    )


def _exactly(found: PlausibleRange, level: int) -> float:
    return round(found.at_least.get(level, 1.0) - found.at_least.get(level + 1, 0.0), DECIMALS)


def rule_rows(report: Report) -> list[tuple[str, int | None]]:
    """The level under each other defensible rule."""
    found = report.robustness
    return [(VARIANTS.get(name, name), level) for name, level in found.variants.items()] if found else []


def odds_in_words(report: Report) -> str:
    """The strip for those who do not see it: the finding, the share of each level, the level under each rule."""
    odds = "; ".join(
        _("level {level}: {share}").format(level=one.level, share=one.words) for one in level_odds(report)
    )
    rules = "; ".join(
        f"{name}: {_('no level') if level is None else level}" for name, level in rule_rows(report)
    )
    return ". ".join(part for part in (sureness_finding(report), odds, rules) if part) + "."


def grounds(report: Report) -> list[tuple[Ground, int]]:
    """How many practices rest on what, the firmest first; what does not apply is left out."""
    found = Counter(_ground(one) for one in report.result.practices.values() if one.state != "not_applicable")
    return [(ground, found[ground]) for ground in GROUNDS if found[ground]]


def _ground(found: PracticeResult) -> Ground:
    if found.state == "missing":
        return "missing"
    if found.state == "not_known":
        return "not_known"
    if found.level is None or found.level < ASKED_FROM:
        return "below"
    return "evidence" if found.backing in EVIDENCE else "opinion"


def grounds_title(report: Report) -> str:
    """“8 of the 10 practices described at level 3 or higher have evidence …”, as on the cover."""
    return report.headline.backing


def grounds_in_words(report: Report) -> str:
    """What the answers rest on, in words."""
    parts = [f"{number} {GROUNDS[ground]}" for ground, number in grounds(report)]
    return _("Of the practices: {parts}.").format(parts=listed(parts))


def basis_rows(report: Report) -> Pairs:
    """Who answered, what is not known, how the level is made, what it is not, and when it is looked at again."""
    basis = report.basis
    who = (wording.who_answered(basis), wording.who_in_person(basis), wording.how_much_answered(basis))
    rows = [
        (_("Who answered"), " ".join(part if part.endswith(".") else f"{part}." for part in who if part)),
        (_("Not known"), _not_known(report)),
        (_("What this is not"), report.instrument.limits),
        (_("Next review"), long_date(report.review_on)),
    ]
    return [(name, text) for name, text in rows if text]


def _not_known(report: Report) -> str:
    titles = [
        practice.title
        for code, practice in report.instrument.practices.items()
        if report.result.practices[code].state in ("not_known", "missing") and code not in report.withheld
    ]
    if not titles:
        return ""
    more = len(titles) - TITLES_AT_MOST
    named = [_("“{title}”").format(title=title) for title in titles[:TITLES_AT_MOST]]
    if more > 0:
        named.append(_("{n} more").format(n=count(more)))
    return f"{listed(named)}. {ask_first_sentence(report.errands)}".strip()


def method_lines(report: Report) -> list[str]:
    """The method in six lines."""
    pillars: Sequence[tuple[str, str]] = [(p.title, p.role) for p in report.instrument.pillars]
    gates = listed([title for title, role in pillars if role == "gate"])
    enabling = listed([title for title, role in pillars if role == "enabling"])
    overall = _("The overall level is the lowest among {gates}.").format(gates=gates)
    if enabling:
        overall += " " + _("{enabling} may be one level behind.").format(enabling=enabling)
    return [
        _("Each question describes five situations; each person picks one, or “I don’t know”."),
        _("Business and technology count equally. A level agreed in the room replaces the average."),
        _(
            "A question at least half cannot answer counts as level 1; with too many of these there is no level."
        ),
        _(
            "A section is at a level when its key practices are, no other is more than one below, and its average is past the middle of the step."
        ),
        overall,
        _("Evidence is a document or a number; an opinion can show level 2 at most."),
    ]
