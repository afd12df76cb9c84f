"""The cover of the result: what a person has to know who sees nothing else, and how the level was made."""

from assessment.privacy import WITHHELD
from language.dates import long_date
from language.lists import listed
from language.translation import _, ngettext
from report.model.report import MoveCard, Report
from report.text import wording
from report.text.alignment.sentences import headline_sentence
from report.text.narrative import count, sentence, unknown_to_one_person
from report.text.plan import path
from ui.explain import levels
from ui.kit import page_index
from ui.kit.html import HtmlFragment, anchor, block, fold, heading, labelled, paragraph, points, scale, show

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
            _("With more people’s answers the result appears here; what has been answered is stored."),
            kind="lead",
        ),
    )


def level_openers(report: Report) -> None:
    """How level and index were made, each behind its own line."""
    if report.result.level is None:
        return
    show(
        fold(_("How this level was made"), *levels.explain_level(report)),
        fold(_("How the index was made"), *levels.explain_index(report)),
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
        return _("There is no level yet")
    return report.headline.level.replace(_("level "), _("level\u00a0"))


def _sentences(report: Report) -> HtmlFragment:
    head = report.headline
    together = not report.result.single_view
    sides = _("Where leaders differ") if together else _("The other side")
    return HtmlFragment(
        paragraph(head.holding if report.result.level else head.level, kind="lead")
        + labelled(
            [
                (_("Needed first"), "" if report.result.level else head.holding),
                (_("What is backed"), head.backing),
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
    if report.result.level is None:
        still_open = _still_open(report)
        words = (
            _("Answer what is still open; nothing else is needed.")
            if still_open
            else _("Ask more people to answer; what is too little to be shown now then counts.")
        )
        return [heading(_("What to do first"), 2), paragraph(words), labelled(still_open)]
    if not report.asked:
        return [heading(_("What to do first"), 2), paragraph(_stay(report))]
    things = points(map(_thing, report.asked), under="pl-things")
    unknown = unknown_to_one_person(report.result)
    if unknown:
        return [heading(_("What to do first"), 2), *_ask_first(report, unknown), things]
    number = len(report.asked)
    title = ngettext("The one thing to do first", "The {n} things to do first", number)
    return [heading(title.format(n=count(number)), 2), things]


def _stay(report: Report) -> str:
    if report.result.level == 5:
        return _(
            "There is no higher level. Keep it: have what stands behind each answer shown to the board "
            "once, and go through the questions again on {day}."
        ).format(day=long_date(report.review_on))
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
    """Answers that hold the level only because this person could not give them come before any move."""
    asked = listed(sorted({e.ask for e in report.errands if e.practice.code in unknown}))
    words = ngettext(
        "Ask {who}: one answer is not yours to give.",
        "Ask {who}: {n} answers are not yours to give.",
        len(unknown),
    ).format(who=asked, n=count(len(unknown)))
    return [paragraph(words, kind="strong"), anchor(_("What to ask"), ASK), paragraph(_("Then:"))]


def _thing(card: MoveCard) -> HtmlFragment:
    return HtmlFragment(
        paragraph(card.move.title, kind="strong") + paragraph(wording.who_and_when(card), kind="muted")
    )
