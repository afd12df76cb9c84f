"""Level charts: the section profile and the practices of one section, as bullets on a ruled track.

In both, the filled part of a track is the level and the mark is the underlying value. A mark
beyond the filled part means that single practices hold the section, not its average.
"""

from typing import NamedTuple

from language.numbers import integer, shortest
from language.translation import _
from report.text.alignment.findings import value_text
from scoring.levels.rules import HALF_STEP, index_of
from ui.charts.base import Chart, Spec, cached, layered_spec
from ui.charts.tracks import MARGIN, ROW, Mark, TrackLabels, feet, labels, level_text, marks, needs, tracks

INDEX_EDGES = (0.0, *(index_of(k - HALF_STEP) for k in range(2, 6)), 100.0)
LEVEL_EDGES = tuple(k + HALF_STEP for k in range(6))
VISIBLE = 0.5
"""Smallest difference in index points at which the shown index gets a mark of its own."""


class SectionRow(NamedTuple):
    """One section: level 1..5 or None, its index 0..100 as described and as it can be shown, or None."""

    title: str
    level: int | None
    described: float | None
    shown: float | None


class PracticeRow(NamedTuple):
    """One practice: value 1..5 or None (with the reason in `absent`), and the level it needs next."""

    title: str
    value: float | None
    level: int | None
    key: bool
    needed: int | None
    absent: str
    unknown: bool = False
    """Not known: an open mark where it counts, on an empty track."""

    @property
    def short(self) -> bool:
        """Does it fall short of what the next level needs?"""
        return (
            not self.unknown
            and self.level is not None
            and self.needed is not None
            and self.level < self.needed
        )


def section_chart(rows: tuple[SectionRow, ...], names: tuple[str, ...], finding: str) -> Chart:
    """The profile of the sections: level as filled track, index as mark, thresholds named."""
    table = tuple((r.title, level_text(r.level, names), _number(r.described), _number(r.shown)) for r in rows)
    alt = _("{finding} {list}.").format(
        finding=finding,
        list="; ".join(_("{section}: {level}").format(section=row[0], level=row[1]) for row in table),
    )
    header = (_("Section"), _("Level"), _("Index, 0 to 100"), _("Index you can show"))
    return Chart(section_spec(rows, names), alt, header, table)


def practice_chart(
    rows: tuple[PracticeRow, ...], names: tuple[str, ...], target: int | None, title: str
) -> Chart:
    """The practices of one section on levels 1 to 5, with the bar each must pass for the next level."""
    table = tuple(
        (r.title, _("yes") if r.key else _("no"), r.absent or level_text(r.level, names),
         "–" if r.value is None or r.unknown else value_text(r.value, 2), str(r.needed or "–"))
        for r in rows
    )  # fmt: skip
    alt = _("{title}: {list}.").format(title=title, list="; ".join(f"{row[0]}, {row[2]}" for row in table))
    short = [row.title for row in rows if row.short]
    if target and short:
        alt += " " + _("Below what level {target} needs: {short}.").format(
            target=target, short="; ".join(short)
        )
    header = (_("Practice"), _("Key"), _("Level"), _("Value, 1 to 5"), _("Level needed next"))
    return Chart(practice_spec(rows, names, target), alt, header, table)


@cached
def section_spec(rows: tuple[SectionRow, ...], names: tuple[str, ...]) -> Spec:
    """Vega-Lite for `section_chart`."""
    words, values = [], []
    for position, row in enumerate(rows):
        level = level_text(row.level, names)
        words.append(TrackLabels(row.title, level, level))
        if row.described is not None:
            values.append(Mark(position, row.described, "circle", open=False))
            if row.shown is not None and row.shown < row.described - VISIBLE:
                values.append(Mark(position, row.shown, "circle", open=True))
    layers = tracks([row.level for row in rows], INDEX_EDGES)
    layers += labels(words, names, INDEX_EDGES)
    layers += [marks(values), feet([(edge, shortest(edge)) for edge in INDEX_EDGES[1:-1]], len(rows))]
    return layered_spec(layers, ROW * len(rows) + MARGIN * 2)


@cached
def practice_spec(rows: tuple[PracticeRow, ...], names: tuple[str, ...], target: int | None) -> Spec:
    """Vega-Lite for `practice_chart`."""
    words, values, bars = [], [], []
    for position, row in enumerate(rows):
        left = _("{title} · key").format(title=row.title) if row.key else row.title
        words.append(TrackLabels(left, *_need_text(row)))
        if row.value is not None:
            values.append(Mark(position, row.value, "square" if row.key else "circle", open=row.unknown))
            if row.needed is not None and row.needed > 1:
                bars.append((position, row.needed - HALF_STEP))
    layers = tracks([None if row.unknown else row.level for row in rows], LEVEL_EDGES)
    layers += labels(words, names, LEVEL_EDGES)
    layers += [needs(bars), marks(values)]
    if target and bars:
        named = _("bar: needed for level {target}").format(target=target)
        layers.append(feet([((LEVEL_EDGES[0] + LEVEL_EDGES[-1]) / 2, named)], len(rows)))
    return layered_spec(layers, ROW * len(rows) + MARGIN * 2)


def _need_text(row: PracticeRow) -> tuple[str, str]:
    """The label at the right end of a row, and its short form for a phone."""
    if row.absent or row.level is None:
        return row.absent, row.absent
    level = _("level {level}").format(level=row.level)
    if not row.short:
        return level, level
    wanted = _("needs {needed}").format(needed=row.needed)
    return f"{level}, {wanted}", wanted


def _number(value: float | None) -> str:
    return "–" if value is None else integer(value)
