"""Native tables: rows as high as their texts, as many as a place has room for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.util import Inches, Pt

from documents.pdf.engine.styles import ACCENT, HAIRLINE, MUTED, PAPER
from documents.pdf.engine.text import plain
from documents.slides.engine.deck import SlidePage
from documents.slides.engine.fitting import LEADING, POINTS, lines_of, shortened
from documents.slides.engine.master import NAMESPACES
from language.translation import _

SIZES = (16.0, 14.0, 12.0, 11.0)
SIDE, ABOVE = 0.08, 0.05
"""Room beside and above a text in a cell, in inches."""
PLAIN_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's table style without lines and fills: ours are drawn cell by cell."""
Align = Literal["left", "right", "center"]


@dataclass(frozen=True)
class TableCell:
    """A cell of a native table."""

    text: str
    bold: bool = False
    colour: str = ""
    fill: str = ""
    outline: str = ""
    align: Align = "left"


Row = Sequence[str | TableCell]


@dataclass(frozen=True)
class _Laid:
    """Rows at a size, with their heights in points; `said` are the texts that were shortened."""

    rows: list[list[TableCell]]
    heights: list[float]
    size: float
    said: tuple[str, ...] = ()


def table(
    page: SlidePage, idx: int, alternative: str, head: Sequence[str], rows: Sequence[Row], shares: Sequence[float],
    *, sizes: Sequence[float] = SIZES, filling: bool = False,
) -> None:  # fmt: skip
    """A table in a place of the slide. What it has no room for is counted in the note below.

    `shares` are the parts of the width; `filling`: rows share the whole height, with their texts in the middle.
    """
    place = page.place(idx)
    whole = sum(shares)
    widths = [place.width * share / whole for share in shares]
    cells = [
        [replace(cell, text=plain(cell.text)) if isinstance(cell, TableCell) else TableCell(plain(cell)) for cell in row]
        for row in rows
    ]  # fmt: skip
    named = [
        TableCell(plain(text), bold=True, colour=MUTED, align=below.align)
        for text, below in zip(head, cells[0], strict=True)
    ]
    given = [named, *cells] if any(head) else cells
    laid = _laid(given, widths, place.height * POINTS, sizes, headed=any(head))
    if left := len(given) - len(laid.rows):
        page.left_out += left
        page.say.append(_("Not on the slide:"))
        page.say += [" · ".join(cell.text for cell in row if _says_something(cell)) for row in given[-left:]]
    page.say += laid.said
    if filling:
        more = max(0.0, place.height * POINTS - sum(laid.heights)) / len(laid.heights)
        laid = replace(laid, heights=[height + more for height in laid.heights])
    _draw(page, idx, alternative, laid, widths, headed=any(head), middle=filling)


def _says_something(cell: TableCell) -> bool:
    return any(letter.isalpha() for letter in cell.text)


def _laid(
    rows: list[list[TableCell]], widths: Sequence[float], room: float, sizes: Sequence[float], *, headed: bool
) -> _Laid:
    heights: list[float] = []
    for size in sizes:
        heights = [_height(row, widths, size) for row in rows]
        if sum(heights) <= room:
            return _Laid(rows, heights, size)
    size, kept = sizes[-1], len(rows)
    while kept > 1 + headed and sum(heights[:kept]) > room:
        kept -= 1
    laid = _Laid(rows[:kept], heights[:kept], size)
    return laid if sum(laid.heights) <= room else _shorten(laid, widths, room)


def _shorten(laid: _Laid, widths: Sequence[float], room: float) -> _Laid:
    """The last row in the room that the others leave."""
    left = room - sum(laid.heights[:-1])
    most = max(1, int((left - 2 * ABOVE * POINTS) / (laid.size * LEADING)))
    last = [
        replace(cell, text=shortened(cell.text, most, laid.size, _inner(wide), bold=cell.bold))
        for cell, wide in zip(laid.rows[-1], widths, strict=True)
    ]
    said = tuple(old.text for old, new in zip(laid.rows[-1], last, strict=True) if old.text != new.text)
    return _Laid([*laid.rows[:-1], last], [*laid.heights[:-1], left], laid.size, said)


def _height(row: Sequence[TableCell], widths: Sequence[float], size: float) -> float:
    lines = max(
        lines_of(cell.text, size, _inner(wide), bold=cell.bold)
        for cell, wide in zip(row, widths, strict=True)
    )
    return lines * size * LEADING + 2 * ABOVE * POINTS


def _inner(wide: float) -> float:
    return (wide - 2 * SIDE) * POINTS


def _draw(
    page: SlidePage, idx: int, alternative: str, laid: _Laid, widths: Sequence[float], *, headed: bool, middle: bool
) -> None:  # fmt: skip
    place = page.place(idx)
    shape = page.slide.shapes.add_table(
        len(laid.rows), len(widths), Inches(place.x), Inches(place.y), Inches(place.width),
        Pt(sum(laid.heights)),
    )  # fmt: skip
    page.frame(idx, place.name, alternative, shape)
    made = shape.table
    made.horz_banding, made.first_row = False, headed
    made._tbl.tblPr.find("{*}tableStyleId").text = PLAIN_STYLE  # noqa: SLF001 - python-pptx sets no styles
    for column, wide in zip(made.columns, widths, strict=True):
        column.width = Inches(wide)
    for number, (row, height) in enumerate(zip(laid.rows, laid.heights, strict=True)):
        made.rows[number].height = Pt(height)
        for position, (cell, target) in enumerate(zip(row, made.rows[number].cells, strict=True)):
            head = headed and number == 0
            _fill(page, cell, target, laid.size, head=head, middle=middle)
            properties = target._tc.get_or_add_tcPr()  # noqa: SLF001 - python-pptx draws no borders
            for place_, line in enumerate(_borders(laid.rows, number, position, head=head)):
                properties.insert(place_, parse_xml(line))


def _fill(page: SlidePage, cell: TableCell, target: Any, size: float, *, head: bool, middle: bool) -> None:
    target.margin_left = target.margin_right = Inches(SIDE)
    target.margin_top = target.margin_bottom = Inches(ABOVE)
    target.vertical_anchor = MSO_ANCHOR.MIDDLE if middle else MSO_ANCHOR.BOTTOM if head else MSO_ANCHOR.TOP
    paragraph = target.text_frame.paragraphs[0]
    paragraph.alignment = {"left": PP_ALIGN.LEFT, "right": PP_ALIGN.RIGHT, "center": PP_ALIGN.CENTER}[
        cell.align
    ]
    run = page.add_run(paragraph, cell.text, size=size, bold=cell.bold)
    if cell.colour:
        run.font.color.rgb = RGBColor.from_string(cell.colour[1:])
    if cell.fill:
        target.fill.solid()
        target.fill.fore_color.rgb = RGBColor.from_string(cell.fill[1:])


def _borders(rows: Sequence[Sequence[TableCell]], row: int, column: int, *, head: bool) -> Iterator[str]:
    """Lines around filled cells, an outline where a cell or its neighbour has one; else a line below."""
    cell = rows[row][column]
    if not cell.fill:
        yield _line("lnB", 1.0 if head else 0.75, ACCENT if head else HAIRLINE)
        return
    beside = {
        "lnL": (row, column - 1),
        "lnR": (row, column + 1),
        "lnT": (row - 1, column),
        "lnB": (row + 1, column),
    }
    for side, (other_row, other_column) in beside.items():
        inside = 0 <= other_row < len(rows) and 0 <= other_column < len(rows[row])
        outlines = {cell.outline, rows[other_row][other_column].outline if inside else ""}
        yield _line(side, 2.5, ACCENT if ACCENT in outlines else max(outlines) or PAPER)


def _line(side: str, points: float, colour: str) -> str:
    return (
        f'<a:{side} {NAMESPACES} w="{round(12_700 * points)}"><a:solidFill><a:srgbClr val="{colour[1:]}"/></a:solidFill>'
        f'<a:prstDash val="solid"/></a:{side}>'
    )
