"""Small drawings inside a page: lines, bars and dots in the ink of the text, with one sentence for who cannot see them.

Lengths are in the units of the drawing, which is stretched to the width it is given. Every text is escaped here.
"""

from typing import Literal

from ui.markup import Piece
from ui.parts import escaped

Anchor = Literal["start", "middle", "end"]


def drawing(alt: str, width: float, height: float, *shapes: Piece) -> Piece:
    """The shapes as one picture with its words."""
    return Piece(
        f'<svg class="pl-drawing" viewBox="0 0 {width:g} {height:g}" role="img" aria-label="{escaped(alt)}">'
        f"{''.join(shapes)}</svg>"
    )


def stroke(x1: float, y1: float, x2: float, y2: float, *, under: str) -> Piece:
    """A line; `under` names its class."""
    return Piece(f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" class="{escaped(under)}"/>')


def dot(x: float, y: float, radius: float, *, under: str) -> Piece:
    return Piece(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:g}" class="{escaped(under)}"/>')


def words(text: str, x: float, y: float, *, under: str, anchor: Anchor = "start") -> Piece:
    """A text whose foot stands at `y`."""
    return Piece(
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" class="{escaped(under)}">{escaped(text)}</text>'
    )
