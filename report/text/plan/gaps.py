"""Sentences about the gaps to close first, for screens and documents."""

from collections.abc import Iterable, Mapping

from assessment.instrument.model import Practice
from assessment.privacy import WITHHELD
from language.translation import _, lazy, lazy_table, ngettext
from report.model.plan import OpenGap, Tag
from report.model.report import Report
from report.text import wording
from report.text.alignment.findings import in_order, settled, value_text
from report.text.alignment.sentences import distance_in_words, levels_in_words
from report.text.narrative import count, sentence
from scoring.levels.rules import practice_level
from scoring.plan.ranking import ELSEWHERE, HOLDS, PIVOTAL

Pairs = list[tuple[str, str]]
TAGS: Mapping[Tag, str] = lazy_table(
    {
        "hidden disagreement": lazy("hidden disagreement: both sides think they agree"),
        "agreed": lazy("agreed in the room, with reservations"),
        "settled": lazy("settled in the room"),
        "close call": lazy("a close call: slightly different answers could put another practice here"),
        "pivotal": lazy("decides the level"),
    }
)


def gaps_title(report: Report) -> str:
    """The finding of the part on gaps; “What to close first” where there is none."""
    number = len(report.gaps)
    if not number:
        return _("What to settle first")
    if report.result.single_view:
        title = ngettext("One practice to move first", "{n} practices to move first", number)
    else:
        title = ngettext("One gap to close first", "{n} gaps to close first", number)
    return sentence(title.format(n=count(number)))


def gaps_lead(report: Report) -> str:
    """How the gaps are ordered; or why there is none."""
    result = report.result
    if result.single_view:
        if report.gaps:
            return _(
                "One person answered, so there is no gap between leaders yet. First come practices that limit the level, then those with the least effort."
            )
        if result.level is None:
            return _(
                "One person answered, so there is no gap yet; more answers will show which practices limit "
                "the level."
            )
        return _("One person answered, and no single practice limits the level.")
    if report.gaps:
        return _(
            "Ordered by how far leaders disagree, the weight of the practice, and whether it decides the "
            "overall level."
        )
    if not (report.disclosure.spread or report.disclosure.sides):
        return _(WITHHELD)
    return _("Leaders agree closely enough on every practice. Nothing needs settling between them first.")


def apart(found: OpenGap) -> str:
    """“business 0.9 levels higher”; empty where no side may be named."""
    difference = found.gap.difference
    if difference is None:
        return ""
    if difference == 0:
        return _("The sides agree on average; individual leaders do not.")
    side = _("Technology {distance} higher") if difference > 0 else _("Business {distance} higher")
    return side.format(distance=levels_in_words(abs(difference)))


def gap_facts(report: Report, found: OpenGap) -> Pairs:
    """What each side said, why it matters, the question that settles it, the evidence that would."""
    pairs = [*_said(report, found), (_("Why it matters"), why(report, found))]
    if report.result.single_view:
        return [*pairs, (_("Effort"), cost(report, found)), (_("Evidence"), found.practice.evidence)]
    return [
        *pairs,
        (_("Ask the room"), found.question),
        (_("Evidence that settles it"), found.practice.evidence),
    ]


def _said(report: Report, found: OpenGap) -> Pairs:
    practice = found.practice
    if found.business is not None and found.technology is not None:
        return [
            (_("Business said"), _described(practice, found.business)),
            (_("Technology said"), _described(practice, found.technology)),
        ]
    if report.result.single_view:
        today = report.result.practices[practice.code]
        if today.state == "not_known":
            return [(_("Today"), _("Not known. It counts as level 1 until someone can say."))]
        return [(_("Today"), practice.situation(today.level))] if today.level else []
    text = _("Individual answers are not shown. On average they are {distance} from the middle one.")
    return [(_("Leaders said"), text.format(distance=distance_in_words(found.gap.deviation or 0.0)))]


def _described(practice: Practice, value: float) -> str:
    """“2.5 on average. Nearest to level 2: …”"""
    level = practice_level(value)
    return _("{value} on average, so level {level}: {situation}").format(
        value=value_text(value), level=level, situation=practice.situation(level)
    )


def why(report: Report, found: OpenGap) -> str:
    """Why the gap matters for the next level."""
    level, binds = report.result.level, found.gap.bindingness
    if binds == PIVOTAL:
        return _pivotal(report, found)
    if level is None and binds in (HOLDS, ELSEWHERE):
        return _("It limits “{section}”, whatever the open questions bring.").format(
            section=found.pillar.title
        )
    needed = (level or 0) + 1
    if binds == HOLDS:
        return _("It limits the overall level: level {n} is out of reach until it rises.").format(n=needed)
    if binds == ELSEWHERE:
        return _("It limits “{section}”, though not yet the overall level.").format(
            section=found.pillar.title
        )
    return _(
        "It does not decide the level; leaders who see it so differently will pull in different directions."
    )


def _pivotal(report: Report, found: OpenGap) -> str:
    business, technology = (str(level) if level else _("none yet") for level in found.levels)
    text = (
        _(
            "The highest possible overall level depends on who is right: business {business}, technology "
            "{technology}."
        )
        if report.result.level is None
        else _(
            "The overall level depends on who is right: {business} if business is, {technology} if "
            "technology is."
        )
    )  # fmt: skip
    return text.format(business=business, technology=technology)


def tag_words(tags: Iterable[Tag]) -> str:
    """What else is known of a gap, in a line: “hidden disagreement · close call”; empty without a tag."""
    return " · ".join(TAGS[tag] for tag in tags)


def tagged_beyond(report: Report) -> Pairs:
    """Practices beyond the first few with a tag of their own, in the same order; what was agreed last."""
    found = report.alignment
    first = {gap.practice.code for gap in report.gaps}
    others = [p for p in in_order(report, found.practices if found else ()) if p.practice.code not in first]
    tagged: dict[Tag, list[str]] = {"hidden disagreement": [], "agreed": [], "settled": []}
    for one in others:
        if one.ledger is not None:
            tagged["settled" if settled(one.ledger) else "agreed"].append(one.practice.title)
        elif one.belief == "hidden disagreement" and one.practice.code in report.order:
            tagged["hidden disagreement"].append(one.practice.title)
    return [(sentence(TAGS[tag]), "; ".join(titles)) for tag, titles in tagged.items() if titles]


def cost(report: Report, found: OpenGap) -> str:
    """The effort of the practice's next move; if the answer is not known, to ask first."""
    today, titles = report.result.practices[found.practice.code], report.instrument.role_titles
    if today.level is None or today.level == 5:
        return _("None; it is at the highest level.")
    move = found.practice.move(today.level + 1)
    words = _("{move}: about {weeks}, our estimate; lead: {lead}.").format(
        move=move.title,
        weeks=wording.whole_effort(report.instrument, move.effort, move.participants),
        lead=wording.lead(report, f"{found.practice.code}:{move.to}", move.lead),
    )
    if today.state != "not_known":
        return words
    asked = _("Ask {who} first; the answer may cost nothing. Otherwise: ").format(
        who=next(
            (e.ask for e in report.errands if e.practice.code == found.practice.code),
            titles[found.practice.ask],
        )
    )
    return asked + words
