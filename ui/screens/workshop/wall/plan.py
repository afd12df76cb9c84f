"""The wall between the questions: where the company stands, what is talked about, and what the room takes with it."""

from collections.abc import Sequence
from textwrap import shorten

from assessment.workshop.meeting import in_words
from language.translation import _, ngettext
from report.model.ranks import RanksSeen
from report.text.alignment.ranks import ranks_finding
from report.text.commitments import taken_on
from report.text.narrative import sentence
from services.workshop.room.outcome import AgreedLevel, SettledCommitment
from services.workshop.room.view import RoomView
from ui import session
from ui.kit.html import HtmlFragment, block, element
from ui.screens.workshop.outcome import ranked, settled
from ui.screens.workshop.wall.question import above
from ui.screens.workshop.wall.ranks import is_long, ranks

TALKS_AT_MOST, LATER_AT_MOST = 7, 4
LINES_AT_MOST, COMMITMENTS_AT_MOST, LEVELS_BESIDE, LEVELS_BESIDE_RANKS = 8, 4, 3, 3
"""How many lines the sheet holds: of one list alone, of two, and in two columns below the slopes of ranks."""
LONG_TITLE = 60
LONG_METRIC = 60
"""Characters of a measure that the wall has room for."""


def overview(view: RoomView) -> list[HtmlFragment]:
    """Where the company stands, and which questions will be talked about."""
    planned = [entry for entry in view.agenda if entry.state == "planned"]
    later = [_title(entry.code) for entry in view.agenda if entry.state == "later"]
    pieces = [_head(view, view.standing or _("What we discuss"))]
    if not planned:
        pieces.append(element("p", _("No questions left to discuss."), under="pl-w-lead"))
    else:
        seconds = sum(entry.seconds for entry in planned)
        text = ngettext(
            "{n} question to discuss, {minutes} minutes",
            "{n} questions to discuss, {minutes} minutes",
            len(planned),
        )
        title = sentence(text.format(n=in_words(len(planned)), minutes=round(seconds / 60)))
        rows = [
            [
                _title(entry.code),
                _("{section}, {n} min").format(section=_section(entry.code), n=round(entry.seconds / 60)),
            ]
            for entry in planned[:TALKS_AT_MOST]
        ]
        pieces += [element("h2", title, under="pl-w-h2"), _rows(rows, len(planned), "ol")]
    if later:
        named = "; ".join(later[:LATER_AT_MOST])
        rest = len(later) - LATER_AT_MOST
        named += _("; and {n} more").format(n=in_words(rest)) if rest > 0 else ""
        pieces.append(element("p", _("If there is time: {titles}.").format(titles=named), under="pl-w-aside"))
    return pieces


def decisions(view: RoomView) -> list[HtmlFragment]:
    """The decisions that are placed on the phones now; never where they were placed."""
    rows = [element("li", choice.title) for choice in session.instrument().decisions]
    lead = _("On your phones, say who takes each decision today. The results show the picture.")
    return [_head(view, _("Who decides what?"), lead), element("ol", *rows, under="pl-w-titles")]


def commitments(view: RoomView) -> list[HtmlFragment]:
    """What was agreed and committed so far."""
    found, wanted = settled(view), [seen for seen in ranked(view) if seen.overall]
    agreed, committed = (found.agreed, found.commitments) if found else ((), ())
    pieces = [_head(view, _("What we agreed"))]
    if wanted and committed:
        said = " ".join(f"{ranks_finding(seen)}." for seen in wanted)
        pieces.append(element("p", said, under="pl-w-aside"))
    elif wanted:
        return [*pieces, *ranks(wanted, context=not agreed), *_beside_ranks(agreed, wanted)]
    if not agreed and not committed:
        pieces.append(element("p", _("Nothing has been agreed yet."), under="pl-w-lead"))
    if committed:
        most = COMMITMENTS_AT_MOST if agreed else LINES_AT_MOST
        rows = [_commitment(line) for line in committed[:most]]
        pieces += [element("h2", _("Commitments"), under="pl-w-h2"), _rows(rows, len(committed), "ul")]
    if agreed:
        most = LEVELS_BESIDE if committed else LINES_AT_MOST
        rows = [_agreed(level) for level in agreed[:most]]
        pieces += [element("h2", _("Agreed levels"), under="pl-w-h2"), _rows(rows, len(agreed), "ul")]
    return pieces


def _beside_ranks(agreed: Sequence[AgreedLevel], wanted: Sequence[RanksSeen]) -> list[HtmlFragment]:
    """The agreed levels below the slopes: as many as there is room for, or their number."""
    if not agreed:
        return []
    if any(map(is_long, wanted)):
        return [element("p", *_counts(agreed, (), ()), under="pl-w-aside")]
    rows = [
        _agreed(level)
        for level in agreed[: LEVELS_BESIDE_RANKS if len(agreed) > LEVELS_BESIDE_RANKS + 1 else None]
    ]
    return [
        element("h2", _("Agreed levels"), under="pl-w-h2"),
        block(_rows(rows, len(agreed), "ul"), under="pl-w-two"),
    ]


def closed(view: RoomView) -> list[HtmlFragment]:
    """Thanks, what was settled, and where results and playbook are."""
    found = settled(view)
    settled_words = _counts(found.agreed, found.commitments, found.parked) if found else []
    return [
        _head(view, _("Thank you"), view.standing or ""),
        block(*(element("p", words) for words in settled_words), under="pl-w-settled"),
        *ranks(ranked(view)),
        element(
            "p",
            _("The facilitator has the results and the playbook. Ask for your copy."),
            under="pl-w-lead",
        ),
    ]


def _counts(
    agreed: Sequence[AgreedLevel], committed: Sequence[SettledCommitment], parked: Sequence[str]
) -> list[str]:
    said = [
        (len(agreed), ngettext("{n} level agreed", "{n} levels agreed", len(agreed))),
        (len(committed), ngettext("{n} commitment made", "{n} commitments made", len(committed))),
        (len(parked), ngettext("{n} question for the forum", "{n} questions for the forum", len(parked))),
    ]
    return [sentence(text.format(n=in_words(number))) for number, text in said if number]


def _commitment(line: SettledCommitment) -> list[str]:
    metric = shorten(line.metric, LONG_METRIC, placeholder="…")
    return [line.words, taken_on(line.owner, line.due, metric)]


def _agreed(agreed: AgreedLevel) -> list[str]:
    return [
        agreed.title,
        _("level {n}").format(n=agreed.level) + (f", {agreed.owner}" if agreed.owner else ""),
    ]


def _rows(rows: Sequence[Sequence[str]], of: int, tag: str) -> HtmlFragment:
    """Lines with a quiet remark at their end, and how many more there are."""
    lines = [
        element("li", element("span", title), element("span", remark, under="pl-w-remark"))
        for title, remark in rows
    ]
    rest = of - len(rows)
    if rest:
        more = _("and {n} more").format(n=in_words(rest))
        lines.append(element("li", element("span", more), under="pl-w-more"))
    return element(tag, *lines, under="pl-w-rows")


def _head(view: RoomView, title: str, lead: str = "") -> HtmlFragment:
    size = "pl-w-h1 pl-w-h1-long" if len(title) > LONG_TITLE else "pl-w-h1"
    pieces = [above(view), element("h1", title, under=size)]
    if lead:
        pieces.append(element("p", lead, under="pl-w-lead"))
    return element("header", *pieces, under="pl-w-head")


def _title(code: str) -> str:
    return session.instrument().practices[code].title


def _section(code: str) -> str:
    return session.instrument().pillar_of[code].title
