"""The cover of the result: what a person has to know who sees nothing else, and how the level was made."""

from assessment.privacy import WITHHELD
from language.dates import long_date
from language.lists import listed
from language.translation import _, ngettext
from report.model.plan import AskedMove
from report.model.report import Report
from report.text import wording
from report.text.alignment.sentences import headline_sentence
from report.text.known import known_so_far
from report.text.narrative import count, sentence
from report.text.plan import path
from report.text.unknown import by_person, unknown_holders
from ui.explain import levels
from ui.kit import page_index
from ui.kit.html import HtmlFragment, anchor, block, fold, heading, labelled, paragraph, points, scale, show

FIRST = 3
"""How many of the decisions the cover names; the others are further down."""
ASK = "ask"
"""Where the errands stand on the screen; the cover leads there."""


def cover(report: Report) -> None:
    """Level in words with its backing, what holds it, the gap, the sides; what to do first; what lies below."""
    names = [level.name for level in report.instrument.levels]
    show(
        paragraph(_above(report), kind="muted"),
        heading(_headline(report), 1, "content"),
        scale(report.result.level, names),
        block(_sentences(report), under="pl-cover-left"),
        block(*_first_things(report), under="pl-cover-right"),
        under="pl-cover",
    )
    page_index.of_results(report)


def withheld(report: Report) -> None:
    """Too few people for anything to be shown: who answered, and the one sentence."""
    show(
        paragraph(_above(report), kind="muted"),
        heading(report.headline.level, 1, "content"),
        paragraph(
            _("The result needs more people’s answers. All answers are saved."),
            kind="lead",
        ),
    )


def level_openers(report: Report) -> None:
    """How level and index were made, each behind its own line."""
    if report.result.level is None:
        return
    show(
        fold(_("How this level is calculated"), *levels.explain_level(report)),
        fold(_("How the index is calculated"), *levels.explain_index(report)),
        under="pl-openers",
    )


def _above(report: Report) -> str:
    parts = (
        report.basis.organisation.name,
        long_date(report.basis.as_of),
        wording.who_answered(report.basis).rstrip("."),
    )
    return " · ".join(parts)


def _headline(report: Report) -> str:
    """The level in words, “level 2” kept on one line; without a level just that, the reason follows."""
    if report.result.level is None:
        known = report.result.unknown or (report.ceiling is not None and report.ceiling.level is not None)
        return report.headline.level if known else _("There is no level yet")
    return report.headline.level.replace(_("level "), _("level\u00a0"))


def _sentences(report: Report) -> HtmlFragment:
    head = report.headline
    together = not report.result.single_view
    sides = _("Where leaders differ") if together else _("The other side")
    lead = head.level if _headline(report) != head.level and not report.result.level else head.holding
    return HtmlFragment(
        paragraph(lead, kind="lead")
        + labelled(
            [
                (_("Needed first"), "" if lead == head.holding else head.holding),
                *known_so_far(report),
                (_("Evidence"), head.backing),
                (_("AI strategy gap"), head.gap),
                (sides, _sides(report)),
                (_("Answers"), wording.how_much_answered(report.basis)),
            ]
        )
    )


def _sides(report: Report) -> str:
    """How far the leaders lie apart, and what each side alone would score or why that is not shown."""
    differ = headline_sentence(report.alignment) if report.alignment else ""
    return f"{differ} {_each_side(report)}".strip()


def _each_side(report: Report) -> str:
    if report.headline.sides is not None:
        return report.headline.sides
    people = report.basis.business and report.basis.technology
    withheld_sides = people and not report.result.single_view and not report.disclosure.sides
    return _(WITHHELD) if withheld_sides else ""


def _first_things(report: Report) -> list[HtmlFragment]:
    if report.result.unknown:
        return [heading(_("Whom to ask first"), 2), labelled(_whom(report)), anchor(_("What to ask"), ASK)]
    if report.result.level is None:
        still_open = _still_open(report)
        words = _("Answer every open question.") if still_open else _("Ask more people to answer.")
        return [heading(_("What to do first"), 2), paragraph(words), labelled(still_open)]
    asked = report.decisions_asked
    if not asked:
        return [heading(_("What to do first"), 2), paragraph(_stay(report))]
    things = points(map(_thing, asked[:FIRST]), under="pl-things")
    rest = [anchor(path.decisions_title(report), "moves")] if len(asked) > FIRST else []
    unknown = unknown_holders(report.result)
    if unknown:
        return [heading(_("What to do first"), 2), *_ask_first(report, unknown), things, *rest]
    return [heading(_first_title(report), 2), things, *rest]


def _whom(report: Report) -> list[tuple[str, str]]:
    people = by_person(report.errands)
    return [(who, "; ".join(errand.practice.title for errand in asked)) for who, asked in people.items()]


def _first_title(report: Report) -> str:
    """“The first three of nine decisions”; where there are no more, what they reach together."""
    number = len(report.decisions_asked)
    if number <= FIRST:
        return path.decisions_title(report)
    return _("The first {n} of {all} decisions").format(n=count(FIRST), all=count(number))


def _stay(report: Report) -> str:
    if report.result.level == 5:
        return _("There is no higher level. Show the board the evidence, and answer again on {day}.").format(
            day=long_date(report.review_on)
        )
    return path.no_path(report, report.path.found) if report.path else ""


def _still_open(report: Report) -> list[tuple[str, str]]:
    """How many questions of each section are open; those that are only withheld are not."""
    found = []
    for view in report.sections:
        number = sum(code not in report.withheld for code in view.result.missing)
        if number:
            words = ngettext("{n} question", "{n} questions", number).format(n=sentence(count(number)))
            found.append((view.pillar.title, words))
    return found


def _ask_first(report: Report, unknown: list[str]) -> list[HtmlFragment]:
    """Answers that keep the level down only because nobody could give them come before any move."""
    asked = listed(sorted({e.ask for e in report.errands if e.practice.code in unknown}))
    words = ngettext(
        "Ask {who}: one answer is not known.",
        "Ask {who}: {n} answers are not known.",
        len(unknown),
    ).format(who=asked, n=count(len(unknown)))
    return [paragraph(words, kind="strong"), anchor(_("See what to ask"), ASK), paragraph(_("Then:"))]


def _thing(one: AskedMove) -> HtmlFragment:
    return HtmlFragment(
        paragraph(one.card.move.title, kind="strong")
        + paragraph(wording.who_and_when(one.card), kind="muted")
    )
