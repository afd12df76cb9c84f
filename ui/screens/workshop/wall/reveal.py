"""The wall when a vote is shown, and when its level is agreed."""

from assessment.answers.records import Agreed
from assessment.instrument.model import CAMPS
from language.translation import _
from services.workshop.room.spread import VoteSpread
from services.workshop.room.view import RoomView
from ui import session
from ui.kit.html import HtmlFragment, block, element
from ui.screens.workshop.wall.question import above, situations
from ui.screens.workshop.wall.spread import chart, frozen, sides
from ui.screens.workshop.wall.words import apart, distance, finding, from_to, left_out

LONG_TEXT = 260
"""From this many characters on a text is set smaller; wall.css cuts what does not fit."""


def reveal(view: RoomView) -> list[HtmlFragment]:
    """The finding, the answers on the five situations, and what must be said with them."""
    code = str(view.code)
    practice = session.instrument().practices[code]
    shown = [frozen(spread, session.instrument().function_titles) for spread in _spreads(view)]
    latest = view.second or view.first
    title = finding(latest) if latest else (view.withheld or _("Nobody has answered this question"))
    head = _head(view, title, practice.stem)
    if latest is None:
        return [head, situations(practice)]
    return [head, chart(title, tuple(practice.levels), tuple(shown)), _foot(view, latest)]


def agreed(view: RoomView) -> list[HtmlFragment]:
    """As voted and as agreed, the situation agreed on, and what was said with it."""
    practice, found = session.instrument().practices[str(view.code)], view.agreed
    if found is None:
        return [_head(view, practice.stem, "")]
    title = _("Voted {votes}; agreed {level}").format(votes=_voted(view), level=found.level)
    name = session.instrument().level_name(found.level)
    words = [
        element("p", name, under="pl-w-h2"),
        element("p", practice.situation(found.level), under="pl-w-lead"),
        *_owner(found),
    ]
    roomy = not any(len(text or "") > LONG_TEXT for text in (found.note, found.dissent))
    level = block(
        element("b", str(found.level)),
        element("div", *words),
        under="pl-w-agreed-level pl-w-roomy" if roomy else "pl-w-agreed-level",
    )
    return [_head(view, title, practice.stem), level, block(*_said(found), under="pl-w-said")]


def _head(view: RoomView, title: str, stem: str) -> HtmlFragment:
    where = session.instrument().pillar_of[str(view.code)].title
    pieces = [above(view, where), element("h1", title, under="pl-w-h1")]
    if stem:
        pieces.append(element("p", stem, under="pl-w-lead"))
    return element("header", *pieces, under="pl-w-head")


def _spreads(view: RoomView) -> list[VoteSpread]:
    return [spread for spread in (view.first, view.second) if spread is not None]


def _foot(view: RoomView, latest: VoteSpread) -> HtmlFragment:
    """What stands under the answers: those without a level, the distance, what is not shown."""
    before = view.first if view.second is not None else None
    said = [*apart(latest), distance(latest, before), left_out(latest)]
    if view.withheld:
        vote = _("The second vote:") if view.second is None else _("The first vote:")
        said.append(f"{vote} {view.withheld}")
    said.append(view.unmoved or "")
    lines = element("div", *(element("p", line) for line in said if line))
    keys = sides([(camp, latest.sides[camp]) for camp in CAMPS] if latest.sides else [])
    return block(keys, lines, under="pl-w-foot")


def _voted(view: RoomView) -> str:
    """“2 to 4”, and what it became in the second vote."""
    ranges = [from_to(spread.levels) for spread in _spreads(view)]
    return _(", then ").join(dict.fromkeys(ranges)) or _("without a level")


def _owner(found: Agreed) -> list[HtmlFragment]:
    if not found.owner:
        return []
    role = session.instrument().role_titles.get(found.owner, found.owner)
    return [element("p", _("Owner: {role}").format(role=role), under="pl-w-owner")]


def _said(found: Agreed) -> list[HtmlFragment]:
    """Note and dissent; each only if there is one."""
    given = [(_("Note"), found.note or ""), (_("Dissent"), found.dissent or "")]
    return [
        block(
            element("h2", name, under="pl-w-above"),
            element("p", text, under="pl-w-cut pl-w-cut-long" if len(text) > LONG_TEXT else "pl-w-cut"),
            under="pl-w-saying",
        )
        for name, text in given
        if text
    ]
