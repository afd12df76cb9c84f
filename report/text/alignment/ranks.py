"""What leaders want most and what gets in the way, by side, in words and as rows for charts and tables."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from assessment.answers.ranked import Ranked
from assessment.instrument.model import CAMPS, Figure
from assessment.privacy import WITHHELD
from language.lists import listed
from language.numbers import decimal
from language.translation import _, lazy, lazy_table
from report.model.ranks import RanksSeen
from report.text.narrative import count
from scoring.alignment.ranks import first_of, places

NAMED_AT_MOST = 3
"""Of more that tie only the number is said."""
HEADINGS: Mapping[Ranked, str] = lazy_table(
    {"ranking": lazy("What AI should bring, by side"), "barriers": lazy("What gets in the way, by side")}
)
ALIKE: Mapping[Ranked, str] = lazy_table(
    {
        "ranking": lazy("Business and technology both want {business} most"),
        "barriers": lazy("Business and technology both put {business} first among the barriers"),
    }
)
APART: Mapping[Ranked, str] = lazy_table(
    {
        "ranking": lazy("Business wants {business} most, technology {technology}"),
        "barriers": lazy("Business puts {business} first among the barriers, technology {technology}"),
    }
)
TOGETHER: Mapping[Ranked, str] = lazy_table(
    {
        "ranking": lazy("Your leaders want {everybody} most"),
        "barriers": lazy("Your leaders put {everybody} first among the barriers"),
    }
)


CONTEXT = lazy(
    "Published figures on the same themes, for context only: they come from other people and other questions."
)


class RankRow(NamedTuple):
    """One outcome or barrier: its average ranks and place in words, and which line it takes on each side of a slope."""

    title: str
    place: str
    business: str
    technology: str
    everybody: str
    apart: str
    left: int
    right: int
    left_place: str
    right_place: str
    widest: bool


def ranks_finding(seen: RanksSeen) -> str:
    """The finding as a title, without a full stop: what each side puts first; the reason where nothing may be said."""
    if not seen.overall:
        return _(WITHHELD).rstrip(".")
    if not seen.sides:
        return TOGETHER[seen.kind].format(everybody=_first(seen, seen.overall))
    first = {camp: _first(seen, seen.sides[camp]) for camp in CAMPS}
    text = ALIKE if first["business"] == first["technology"] else APART
    return text[seen.kind].format(**first)


def widest_sentence(seen: RanksSeen) -> str:
    """Where the sides differ most, and how much of it chance alone would give; why they are not compared."""
    found = seen.widest
    if found is None:
        return no_sides_of_ranks(seen)
    if not found.apart:
        return _("The two sides’ average places differ by less than one place on each.")
    names = _names(seen, found.codes)
    difference = _places_apart(found.difference)
    said = _("They differ most on {names}: {difference} apart.").format(names=names, difference=difference)
    if found.expected is None:
        return f"{said} " + _("With so few people, treat this as a question, not a finding.")
    expected = _("By chance alone you would expect about {places}").format(
        places=_places_apart(found.expected)
    )
    if found.beyond_chance:
        return f"{said} {expected}."
    return f"{said} {expected}, " + _("so this difference may mean nothing.")


def no_sides_of_ranks(seen: RanksSeen) -> str:
    """Why the sides are not compared."""
    return _(WITHHELD) if seen.withheld else _("Only one side has put these in order.")


def ranks_basis(seen: RanksSeen) -> str:
    """What the numbers are."""
    return _(
        "Average places of {n} people, 1 for first; each side counts equally. Items left out share the remaining places."
    ).format(n=count(seen.people))


def rank_rows(seen: RanksSeen) -> tuple[RankRow, ...]:
    """All of them, the one placed first by everybody on top."""
    business_first, technology_first = (seen.sides.get(camp, {}) for camp in CAMPS)
    lines = {
        "business": _lines(business_first, technology_first),
        "technology": _lines(technology_first, business_first),
    }
    together, rows = _lines(seen.overall, seen.overall), []
    for code in sorted(seen.overall, key=lambda code: seen.overall[code]):
        business, technology = (seen.sides[camp][code] if seen.sides else None for camp in CAMPS)
        apart = "" if business is None or technology is None else _higher(technology - business)
        left, right = (lines[camp].get(code, (0, "")) for camp in CAMPS)
        rows.append(
            RankRow(
                title=seen.titles[code],
                place=together[code][1],
                business=_average(business),
                technology=_average(technology),
                everybody=_average(seen.overall[code]),
                apart=apart,
                left=left[0],
                right=right[0],
                left_place=left[1],
                right_place=right[1],
                widest=seen.widest is not None and seen.widest.apart and code in seen.widest.codes,
            )
        )
    return tuple(rows)


def figure_line(figure: Figure) -> str:
    """A published figure with whom it is about, when, and who says so."""
    return _("{statement} ({publisher}, {year}; asked: {population}; as reported by {reported_by}.)").format(
        statement=figure.statement,
        publisher=figure.publisher,
        year=figure.year,
        population=figure.population,
        reported_by=figure.reported_by,
    )


def figure_in_short(seen: RanksSeen) -> str:
    """The first published figure on one of these, in short for a wall; empty where there is none."""
    if not seen.figures:
        return ""
    figure = seen.figures[0]
    return _("For context: “{title}” {value} ({publisher}, {year}; asked: {population}).").format(
        title=seen.titles[str(figure.theme)],
        value=figure.value,
        publisher=figure.publisher,
        year=figure.year,
        population=figure.population,
    )


def _lines(mine: Mapping[str, float], other: Mapping[str, float]) -> dict[str, tuple[int, str]]:
    """Line 0, 1, … of each code on one side, with its place in words; of those that tie the other side decides."""
    place = places(mine)
    order = sorted(mine, key=lambda code: (place[code], other[code]))
    tied = {code for code in mine if list(place.values()).count(place[code]) > 1}
    return {
        code: (line, f"{place[code]}=" if code in tied else f"{place[code]}")
        for line, code in enumerate(order)
    }


def _first(seen: RanksSeen, means: Mapping[str, float]) -> str:
    return _names(seen, first_of(means), tie=True)


def _names(seen: RanksSeen, codes: Sequence[str], *, tie: bool = False) -> str:
    if len(codes) > NAMED_AT_MOST:
        return _("{n} of them equally").format(n=count(len(codes)))
    names = listed([_("“{title}”").format(title=seen.titles[code]) for code in codes])
    return _("{names} (a tie)").format(names=names) if tie and len(codes) > 1 else names


def _places_apart(difference: float) -> str:
    shown = decimal(difference, 1)
    return _("one place") if shown == decimal(1, 1) else _("{n} places").format(n=shown)


def _higher(difference: float) -> str:
    """“business 1.3 higher”: technology minus business, in places; a lower number is a higher place."""
    if round(abs(difference), 1) == 0:
        return _("same place")
    side = _("business {n} higher") if difference > 0 else _("technology {n} higher")
    return side.format(n=decimal(abs(difference), 1))


def _average(value: float | None) -> str:
    return "–" if value is None else decimal(value, 1)
