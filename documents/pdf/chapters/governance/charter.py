"""The forum’s charter on one page."""

from collections.abc import Iterator, Sequence

from documents.pdf.engine.geometry import CONTENT, UNIT, Sheet
from documents.pdf.engine.layout import Drawable, Stack, TextBlock, bullet_points, labelled
from documents.pdf.engine.pages import PageEntry
from documents.pdf.engine.styles import BODY, HEADING, SMALL
from language.translation import _
from report.model.governance import RulesView
from report.model.report import Report
from report.text.governance.forums import forum_sentence
from report.text.wording import role_titles

AIR = (3, 2.5, 2, 1.5, 1, 1, 0.75, 0.5, 0.25, 0.1, 0.5, 0.25, 0.25, 0.25)
"""White space between the parts in units, from the most generous setting to the tightest."""
POINT_AIR = (4, 4, 4, 3, 3, 2, 1.5, 1, 0, 0, 1, 0, 0, 0)
"""White space between two points in each setting."""
LINES = (5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 3, 3, 2, 1)
"""Lines a point may take in each setting: texts are cut last of all."""
SMALL_FROM = 9
"""From this setting on the facts are set as small as the points."""


def charter_entries(report: Report, rules: RulesView, sheet: Sheet) -> Iterator[PageEntry]:
    """The page, as generous as its texts allow, and the first meeting; nothing before it is kept or somebody is named."""
    if not rules.forum.kept and not rules.forum.charter.members and not rules.forum.beside:
        return
    page = _page(report, rules, tight=0)
    for tight in range(1, len(AIR)):
        if page.height(CONTENT) <= sheet.available:
            break
        page = _page(report, rules, tight)
    yield PageEntry(page, fresh=True, outline=(_title(rules), 0))
    if rules.forum.first:
        first = Stack(*bullet_points(rules.forum.first, SMALL, LINES[0]), gap=UNIT / 2)
        yield PageEntry(labelled(_("The first meeting"), first), gap=AIR[2] * UNIT)


def _page(report: Report, rules: RulesView, tight: int) -> Drawable:
    charter = rules.forum.charter
    minutes = _("{minutes} minutes").format(minutes=charter.minutes) if charter.minutes else ""
    forums = rules.governance.forums
    beside = [forum_sentence(report.instrument, forums, forum) for forum in rules.forum.beside]
    points = (
        (_("Decisions and owners"), charter.rights),
        (_("Agenda"), charter.agenda),
        (_("Outside the forum’s remit"), rules.forum.may_not),
        (_("Other forums"), beside),
    )
    return Stack(
        TextBlock(_title(rules), HEADING, lines=1, kind="H2"),
        TextBlock(charter.purpose or "", BODY, lines=4 if LINES[tight] > 3 else 2),
        *(
            labelled(name, TextBlock(text, BODY if tight < SMALL_FROM else SMALL, lines=3))
            for name, text in _facts(report, rules, minutes)
            if text
        ),
        *(labelled(name, _points(texts, tight)) for name, texts in points if texts),
        gap=AIR[tight] * UNIT,
    )


def _title(rules: RulesView) -> str:
    """The forum’s name; marked as a draft if the charter is not stored."""
    name = rules.forum.charter.name or _("The forum")
    return name if rules.forum.kept else _("{name}: a draft").format(name=name)


def _facts(report: Report, rules: RulesView, minutes: str) -> list[tuple[str, str]]:
    charter = rules.forum.charter
    chair = role_titles(report.instrument, [charter.chair]) if charter.chair else [_("not named yet")]
    return [
        (_("Members"), "; ".join(role_titles(report.instrument, charter.members))),
        (_("Chair"), f"{chair[0]}. {rules.governance.charter.chair_duty}"),
        (_("Meets"), "; ".join(filter(None, (charter.cadence, minutes)))),
        (_("Board or owners"), rules.governance.charter.board or ""),
    ]


def _points(texts: Sequence[str], tight: int) -> Drawable:
    return Stack(*bullet_points(texts, SMALL, LINES[tight]), gap=POINT_AIR[tight])
