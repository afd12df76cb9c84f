"""The wall while people answer: the question with its situations, or the whole set; never an answer."""

from assessment.instrument.model import Practice
from assessment.instrument.words import definitions_in, how_to_choose
from assessment.workshop.meeting import in_words
from language.translation import _
from report.text.narrative import sentence
from services.workshop.room.view import RoomView
from ui import session
from ui.kit.html import SPACE, HtmlFragment, block, element


def question(view: RoomView) -> list[HtmlFragment]:
    """The sheet of a first or second vote."""
    return _one(view, view.code) if view.code else _set(view)


def above(view: RoomView, *more: str) -> HtmlFragment:
    """The quiet line over a heading: whose meeting this is, and where it is."""
    pieces = [
        element("span", view.organisation, under="pl-w-whose"),
        *(element("span", words) for words in more),
    ]
    return element("p", *pieces, under="pl-w-above")


def situations(practice: Practice) -> HtmlFragment:
    """The five situations with their numbers, readable from the back row."""
    rows = [
        element("li", element("b", str(level)), element("span", situation))
        for level, situation in enumerate(practice.levels, 1)
    ]
    return element("ol", *rows, under="pl-w-situations")


def _one(view: RoomView, code: str) -> list[HtmlFragment]:
    practice, pillar = session.instrument().practices[code], session.instrument().pillar_of[code]
    where = [pillar.title, _("Second vote")] if view.round == 2 else [pillar.title]
    head = element(
        "header", above(view, *where), element("h1", practice.stem, under="pl-w-h1"), under="pl-w-head"
    )
    return [head, situations(practice), _guide(view, practice)]


def _guide(view: RoomView, practice: Practice) -> HtmlFragment:
    """How to choose, and what words of the question mean; in a second vote the rule alone."""
    instrument = session.instrument()
    if view.round == 2:
        said = _("Your first vote counts unless you vote again.")
        return element("p", f"{said} {instrument.rule or ''}".strip(), under="pl-w-aside")
    if not instrument.rule:
        return HtmlFragment("")
    words = [
        piece
        for one in definitions_in(instrument, practice)
        for piece in (element("b", one.term), SPACE, one.meaning, SPACE)
    ]
    rule = element("p", element("b", instrument.rule), SPACE, how_to_choose(instrument))
    return block(rule, element("p", *words) if words else HtmlFragment(""), under="pl-w-guide")


def _set(view: RoomView) -> list[HtmlFragment]:
    instrument = session.instrument()
    rule = instrument.rule
    asked = [instrument.practices[code] for code in view.open_codes]
    title = _("{n} questions: answer alone").format(n=sentence(in_words(len(asked))))
    rows = [element("li", practice.title) for practice in asked]
    return [
        element(
            "header",
            above(view),
            element("h1", title, under="pl-w-h1"),
            element(
                "p",
                _("On your phone, choose the situation that is true today, not the one you hope for."),
                under="pl-w-lead",
            ),
            under="pl-w-head",
        ),
        element("ol", *rows, under="pl-w-titles"),
        *([element("p", f"{rule} {how_to_choose(instrument)}", under="pl-w-aside")] if rule else []),
    ]
