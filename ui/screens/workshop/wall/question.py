"""The wall while people answer: the question with its situations, or the whole set; never an answer."""

from assessment.instrument.model import Practice
from assessment.workshop.meeting import in_words
from language.translation import _
from report.text.narrative import sentence
from services.workshop.room.view import RoomView
from ui import session
from ui.kit.html import HtmlFragment, element


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
    pieces = [
        element(
            "header", above(view, *where), element("h1", practice.stem, under="pl-w-h1"), under="pl-w-head"
        ),
        situations(practice),
    ]
    if view.round == 2:
        text = _("Your first vote counts unless you vote again.")
        pieces.append(element("p", text, under="pl-w-aside"))
    return pieces


def _set(view: RoomView) -> list[HtmlFragment]:
    asked = [session.instrument().practices[code] for code in view.open_codes]
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
    ]
