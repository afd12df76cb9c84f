"""The answers on the five situations, as marks: one row a level, one column a vote, sides by shape and colour.

A pure function of frozen rows, kept for everybody who looks on. The marks are drawn for the eye; the same
numbers stand in a table for those who do not see them.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from assessment.instrument.model import CAMPS, Camp
from language.translation import _, language_in_use
from services.workshop.room.spread import Counts, NamedVote, VoteSpread
from ui.kit.html import HtmlFragment, block, element
from ui.screens.workshop.wall.marks import CAMP_NAMES, mark, marks, size_for
from ui.screens.workshop.wall.words import levels_from_to

NAMES_AT_MOST = {1: 16, 2: 10}
"""With more people in the last of so many votes, marks stand in place of names: they would not be readable."""
HALF = 2
"""Two votes share the width, so that marks of one are as small as those of twice as many people."""


class FrozenSpread(NamedTuple):
    """One vote as rows: counts for 1..5, per camp or not, and names with camp and level."""

    vote: int
    levels: Counts
    sides: tuple[tuple[Camp, Counts], ...]
    names: tuple[tuple[str, Camp, int | None], ...]


def frozen(spread: VoteSpread, titles: Mapping[str, str]) -> FrozenSpread:
    """The spread as something that can be kept; `titles` name functions of people without a name."""
    sides = tuple((camp, spread.sides[camp]) for camp in CAMPS) if spread.sides else ()
    few = len(spread.named) <= NAMES_AT_MOST[spread.vote]
    names = tuple((_name(vote, titles), vote.camp, vote.level) for vote in spread.named) if few else ()
    return FrozenSpread(spread.vote, spread.levels, sides, names)


def chart(finding: str, situations: tuple[str, ...], votes: tuple[FrozenSpread, ...]) -> HtmlFragment:
    """Situations with the marks of those who chose them; the last vote bears the names."""
    return _chart(language_in_use(), finding, situations, votes)


@lru_cache(maxsize=128)
def _chart(
    _language: str, finding: str, situations: tuple[str, ...], votes: tuple[FrozenSpread, ...]
) -> HtmlFragment:
    most = max(max(vote.levels) for vote in votes) * (HALF if len(votes) > 1 else 1)
    rows = [
        block(*_row(level, situation, votes), under=_emphasis(level, votes))
        for level, situation in enumerate(situations, 1)
    ]
    drawn = [*_heads(votes), *rows]
    kind = f"pl-w-spread pl-w-votes-{len(votes)} {size_for(most)}"
    if votes[-1].names:
        kind += " pl-w-with-names"
    return HtmlFragment(block(*drawn, under=kind) + _table(finding, situations, votes))


def sides(votes: Sequence[tuple[Camp, Counts]]) -> HtmlFragment:
    """The marks with their sides' names and from where to where each answers, in place of a legend."""
    lines = [
        element(
            "p",
            mark(camp),
            element("span", f"{CAMP_NAMES[camp]}: {levels_from_to(counts)}"),
            under="pl-w-key",
        )
        for camp, counts in votes
    ]
    return element("div", *lines, under="pl-w-keys")


def _name(vote: NamedVote, titles: Mapping[str, str]) -> str:
    return titles.get(vote.name, vote.name)


def _emphasis(level: int, votes: tuple[FrozenSpread, ...]) -> str:
    chosen = any(vote.levels[level - 1] for vote in votes)
    return "pl-w-level" if chosen else "pl-w-level pl-w-unchosen"


def _row(level: int, situation: str, votes: tuple[FrozenSpread, ...]) -> list[HtmlFragment]:
    cells = [_cell(vote, level, named=vote is votes[-1]) for vote in votes]
    return [element("b", str(level)), element("p", situation), *cells]


def _cell(vote: FrozenSpread, level: int, *, named: bool) -> HtmlFragment:
    count = vote.levels[level - 1]
    if not count:
        return block(under="pl-w-marks")
    names = [(name, camp) for name, camp, chosen in vote.names if chosen == level]
    if names and named:
        chips = (
            element("span", mark(camp), element("span", name), under="pl-w-name") for name, camp in names
        )
        return block(*chips, under="pl-w-marks pl-w-named")
    sides = [marks(camp, counts[level - 1]) for camp, counts in vote.sides]
    drawn = HtmlFragment("".join(sides)) if sides else marks("", count)
    return block(drawn, element("span", str(count), under="pl-w-n"), under="pl-w-marks")


def _heads(votes: tuple[FrozenSpread, ...]) -> list[HtmlFragment]:
    """Which vote a column is, where there are two."""
    if len(votes) == 1:
        return []
    names = {1: _("First vote"), 2: _("Second vote")}
    heads = [element("span", names[vote.vote], under="pl-w-vote") for vote in votes]
    return [block(element("span"), element("span"), *heads, under="pl-w-level pl-w-heads")]


def _table(finding: str, situations: tuple[str, ...], votes: tuple[FrozenSpread, ...]) -> HtmlFragment:
    """The same for those who listen."""
    names = {1: _("First vote"), 2: _("Second vote")}
    head = [_("Level"), _("Situation"), *(names[vote.vote] for vote in votes)]
    rows = [
        element(
            "tr",
            element("th", str(level), scope="row"),
            element("td", situation),
            *(element("td", _spoken(vote, level)) for vote in votes),
        )
        for level, situation in enumerate(situations, 1)
    ]
    return element(
        "table",
        element("caption", finding),
        element("thead", element("tr", *(element("th", name, scope="col") for name in head))),
        element("tbody", *rows),
        under="pl-w-unseen",
    )


def _spoken(vote: FrozenSpread, level: int) -> str:
    """“3: 1 business, 2 technology”."""
    count = str(vote.levels[level - 1])
    sides = [f"{counts[level - 1]} {CAMP_NAMES[camp]}" for camp, counts in vote.sides]
    return f"{count}: {', '.join(sides)}" if sides else count
