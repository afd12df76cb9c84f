"""Tables of contents of long pages: links to headings, in the margin where there is one.

Each link leads to the `anchor` that its heading was given where it is shown; tests/ui/kit/test_page_index.py
holds that no link leads nowhere.
"""

from collections.abc import Sequence

from language.translation import _
from report.model.report import Report
from report.model.roadmap import RoadmapView
from report.model.value import ValueView
from ui.kit.html import element, show


def of_results(report: Report) -> None:
    """The sections of the results page, without the cover."""
    show_contents(
        [
            ("profile", _("Levels by section")),
            ("sections", _("Practices by section")),
            ("activity", _("Activity and capability")),
            *([("sides", _("Where your leaders differ"))] if report.alignment is not None else []),
            *([("exposure", _("Exposure today"))] if report.exposures else []),
            *([("moves", _("Least effort to the next level"))] if report.next_moves else []),
        ]
    )


def of_roadmap(view: RoadmapView) -> None:
    """The sections of the roadmap page below the chart."""
    show_contents(
        [
            ("open", _("Open points")),
            ("one", _("Edit one move")),
            ("add", _("Add a move")),
            *([("carry", _("Capacity of each lead"))] if view.capacity else []),
        ]
    )


def of_value(view: ValueView | None) -> None:
    """The sections of the value page, once there is a use case."""
    if view is not None:
        show_contents(
            [
                ("next", _("What to do next")),
                ("cases", _("Use cases")),
                ("one", _("Edit one use case")),
                ("assumptions", _("Assumptions")),
                ("pilots", _("Pilots")),
            ]
        )


def of_method(report: Report | None, *, glossary: bool) -> None:
    """The sections of the method page, in the margin if there is room."""
    show_contents(
        [
            ("levels", _("From answers to a level")),
            ("agreement", _("How far leaders agree")),
            *([("by-hand", _("Recompute the level"))] if report is not None else []),
            ("value", _("Value of a use case")),
            ("sure", _("How certain it is")),
            ("change", _("What counts as change")),
            ("not-computed", _("Left out")),
            ("practices", _("All practices")),
            *([("words", _("Words with two meanings"))] if glossary else []),
            ("standards", _("Standards and dates")),
            ("sources", _("Sources")),
        ],
        under="pl-contents pl-contents-margin",
    )


def show_contents(entries: Sequence[tuple[str, str]], under: str = "pl-contents") -> None:
    """Shows (anchor, words) as links."""
    links = (element("a", words, href=f"#{anchor}") for anchor, words in entries)
    show(element("nav", *links, under=under, aria_label=_("On this page")))
