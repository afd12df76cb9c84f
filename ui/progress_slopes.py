"""Then and now as slopes: one small picture for each section, all on one scale, each with its plausible range."""

import math

from assessment.words import _
from playbook import progress_words, wording
from playbook.progress import ProgressView, Slope
from ui.drawing import dot, drawing, stroke, words
from ui.markup import Piece, block, fold, heading, paragraph, show, table

WIDE, HIGH = 300.0, 150.0
LEFT, RIGHT = 62.0, 238.0
TOP, FOOT = 14.0, 118.0
LEAST = 40
"""The scale reaches over at least so many points, so that no small change looks like a large one."""


def slopes(view: ProgressView) -> None:
    """The pictures, how to read them, and the same as a table."""
    scale = domain(view.slopes)
    head, rows = progress_words.slopes_table(view)
    show(
        block(*(_panel(view, found, scale) for found in view.slopes), under="pl-slopes"),
        paragraph(
            _(
                "Index from {low} to {high} in every picture. The pale bar is the plausible range: what the same "
                "leaders could have come out at. A dashed line stays within it and is not progress."
            ).format(low=scale[0], high=scale[1]),
            kind="muted",
        ),
        fold(_("The same as a table"), table(head, rows, numeric=range(1, 7))),
    )


def domain(found: tuple[Slope, ...]) -> tuple[int, int]:
    """From where to where the common scale reaches: whole tens around everything shown, within 0..100."""
    values = [
        v for s in found for v in (s.before, s.after, *(s.earlier or ()), *(s.later or ())) if v is not None
    ]
    if not values:
        return 0, 100
    low, high = math.floor(min(values) / 10) * 10, math.ceil(max(values) / 10) * 10
    while high - low < LEAST:
        low, high = max(0, low - 10), min(100, high + 10)
    return low, high


def _panel(view: ProgressView, found: Slope, scale: tuple[int, int]) -> Piece:
    note = progress_words.note(found.movement)
    return block(
        heading(found.title, 3),
        _picture(view, found, scale),
        paragraph(_levels(found), kind="strong" if found.movement in ("better", "worse") else ""),
        paragraph(note[:1].upper() + note[1:], kind="muted"),
        under="pl-slope",
    )


def _picture(view: ProgressView, found: Slope, scale: tuple[int, int]) -> Piece:
    low, high = scale

    def down(value: float) -> float:
        return FOOT - (FOOT - TOP) * (value - low) / (high - low)

    shapes = [stroke(x, TOP, x, FOOT, under="pl-slope-axis") for x in (LEFT, RIGHT)]
    ends = ((LEFT, found.before, found.earlier), (RIGHT, found.after, found.later))
    shapes += [
        stroke(x, down(span[0]), x, down(span[1]), under="pl-slope-span") for x, _value, span in ends if span
    ]
    if found.before is not None and found.after is not None:
        kind = "pl-slope-line" if found.movement in ("better", "worse") else "pl-slope-line pl-slope-noise"
        shapes.append(stroke(LEFT, down(found.before), RIGHT, down(found.after), under=kind))
    for x, value, _span in ends:
        side = x - 14 if x == LEFT else x + 14
        anchor = "end" if x == LEFT else "start"
        if value is not None:
            shapes.append(dot(x, down(value), 5.5, under="pl-slope-dot"))
            shapes.append(words(f"{value:.0f}", side, down(value) + 6, under="pl-slope-value", anchor=anchor))
    shapes += [
        words(wording.day(day), x, HIGH - 8, under="pl-slope-day", anchor="middle")
        for x, day in ((LEFT, view.then), (RIGHT, view.now))
    ]
    return drawing(progress_words.slope_alt(found), WIDE, HIGH, *shapes)


def _levels(found: Slope) -> str:
    if found.level_before is None or found.level_after is None:
        return _("No level at one of the two times")
    if found.level_before == found.level_after:
        return _("Level {level} both times").format(level=found.level_after)
    return _("Level {before} then, level {after} now").format(
        before=found.level_before, after=found.level_after
    )
