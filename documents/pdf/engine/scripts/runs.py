"""A line of text as runs: parts of one typeface and one direction, each with its place from the left."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from documents.pdf.engine.scripts.directions import in_visual_order, levels, runs_right_to_left
from documents.pdf.engine.scripts.faces import Face, Glyph, clusters, face_of, weight
from documents.pdf.engine.scripts.han import faces_for

HELD = re.compile("[\u0e40-\u0e44].|.[\u0e30\u0e32\u0e33\u0e45\u0e46]", re.DOTALL)
"""Thai vowels and what they are written before or behind."""
VIRAMA = 9
"""Combining class of the signs that join a consonant with the next one."""


@dataclass(frozen=True)
class Cluster:
    """Characters that share glyphs, from `start` in the line. Lengths are in parts of the size."""

    text: str
    start: int
    glyphs: tuple[Glyph, ...]

    @property
    def width(self) -> float:
        return sum(glyph.advance for glyph in self.glyphs)


@dataclass(frozen=True)
class Run:
    """A part of a line in one face and direction; its clusters are in the order they are placed from left to right."""

    face: Face
    text: str
    start: int
    right_to_left: bool
    clusters: tuple[Cluster, ...]
    left: float = 0

    @property
    def width(self) -> float:
        return sum(cluster.width for cluster in self.clusters)


def line_of(text: str, font: str, *, right_to_left: bool | None = None) -> tuple[Run, ...]:
    """The runs of a line from left to right. Without a direction, the line has its own."""
    direction = runs_right_to_left(text) if right_to_left is None else right_to_left
    return _line(text, font, faces_for(text), right_to_left=direction)


@lru_cache(maxsize=2048)
def _line(text: str, font: str, han: tuple[Face, ...], *, right_to_left: bool) -> tuple[Run, ...]:
    level_of = levels(text, right_to_left=right_to_left)
    runs = [_shaped(*part, level_of[part[1]] % 2 == 1) for part in _parts(text, weight(font), han, level_of)]
    left, found = 0.0, []
    for run in in_visual_order(runs, [level_of[run.start] for run in runs]):
        found.append(replace(run, left=left))
        left += run.width
    return tuple(found)


def _parts(
    text: str, main: Face, han: tuple[Face, ...], level_of: Sequence[int]
) -> Iterator[tuple[Face, int, str]]:
    """Face, beginning and text of each run. A space between words whose letters join belongs to them."""
    pieces = clusters(text)
    faces = [face_of(piece, main, han) or main for piece in pieces]
    for place in range(1, len(pieces) - 1):
        if pieces[place] == " " and faces[place - 1] == faces[place + 1] and faces[place - 1].joins:
            faces[place] = faces[place - 1]
    starts = [0]
    for piece in pieces:
        starts.append(starts[-1] + len(piece))
    for (face, _level), same in groupby(range(len(pieces)), lambda n: (faces[n], level_of[starts[n]])):
        places = list(same)
        yield face, starts[places[0]], text[starts[places[0]] : starts[places[-1] + 1]]


def _shaped(face: Face, start: int, text: str, right_to_left: bool) -> Run:  # noqa: FBT001
    glyphs = face.shape(text.replace("\N{NO-BREAK SPACE}", " "), right_to_left=right_to_left)
    places = sorted({glyph.place for glyph in glyphs} | {0})
    ends = dict(zip(places, [*places[1:], len(text)], strict=True))
    found = tuple(
        Cluster(text[place : ends[place]], start + place, tuple(same))
        for place, same in groupby(glyphs, lambda glyph: glyph.place)
    )
    return Run(face, text, start, right_to_left, found)


def width_of_line(text: str, font: str) -> float:
    """Width of a line in parts of the size."""
    return sum(run.width for run in line_of(text, font))


def cuts(text: str, font: str) -> list[tuple[int, float]]:
    """Where a text may be cut without changing the picture of a character, and how wide it is up to there."""
    glyphs = sorted((c.start, c.width) for run in line_of(text, font) for c in run.clusters)
    begins = {start for start, _width in glyphs}
    found, end, width = [], 0, 0.0
    for piece in clusters(text):
        width += sum(wide for start, wide in glyphs if end <= start < end + len(piece))
        end += len(piece)
        joins = unicodedata.combining(text[end - 1]) == VIRAMA or HELD.match(text, end - 1)
        if end == len(text) or (end in begins and not joins):
            found.append((end, width))
    return found
