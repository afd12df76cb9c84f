"""Renders the frozen report as slides: the argument in ten of them, fewer where the report has less to say."""

from collections.abc import Callable

from documents.slides.decisions import decisions_slide
from documents.slides.differences import differences_slide
from documents.slides.engine.deck import Deck
from documents.slides.governance import governance_slide
from documents.slides.initiatives import activity_slide, verdicts_slide
from documents.slides.opening import opening_slide
from documents.slides.path import path_slide
from documents.slides.practices import practices_slide
from documents.slides.sureness import sureness_slide
from documents.slides.value import value_slide
from language.translation import speaking
from report.model.report import Report

SlideMaker = Callable[[Deck, Report], None]
SLIDES: tuple[SlideMaker, ...] = (
    opening_slide,
    decisions_slide,
    practices_slide,
    differences_slide,
    activity_slide,
    value_slide,
    verdicts_slide,
    path_slide,
    governance_slide,
    sureness_slide,
)
"""In the order of the argument. One makes no slide where the report has nothing for it."""


def render_slides(report: Report, logo: bytes | None = None) -> bytes:
    """The slides. The same input gives the same bytes; the only date is `report.basis.as_of`."""
    with speaking(report.instrument.language):
        deck = Deck(report)
        for make in SLIDES:
            make(deck, report)
        if logo:
            deck.pages[0].picture(logo, report.title)
        return deck.save()
