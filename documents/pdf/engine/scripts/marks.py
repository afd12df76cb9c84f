"""What stands for a character that no face prints, or whose picture would be that of another: its name, in a marked box."""

import unicodedata
from functools import lru_cache

from documents.pdf.engine.scripts.faces import (
    EMOJI,
    HAN,
    HIDDEN,
    JOINERS,
    STYLE_SELECTORS,
    TAGS,
    Face,
    clusters,
    face_of,
    weight,
)
from documents.pdf.engine.scripts.han import faces_for

MARK = "\N{DOTTED CIRCLE}"
MARKED = f"{MARK}["
"""How a name begins that stands for what cannot be printed."""
MOST_PARTS = 8
"""Characters with a picture in one cluster; more is no writing."""


def printable_clusters(text: str, font: str) -> str:
    """The text with a name in place of each cluster that cannot be printed, and without what changes nothing."""
    han = faces_for(text)
    return "".join(_printed(cluster, font, han) for cluster in clusters(text))


@lru_cache(maxsize=4096)
def _printed(cluster: str, font: str, han: tuple[Face, ...]) -> str:
    shown = "".join(character for character in cluster if character not in HIDDEN)
    if not shown or shown.isspace():
        return shown
    face = face_of(cluster, weight(font), han)
    if face is None or len(shown) > MOST_PARTS:
        return marked(cluster)
    if shown[0] == " ":
        return "\N{NO-BREAK SPACE}" + shown[1:]
    if face.joins:
        return "".join(c for c in cluster if c not in HIDDEN or c in JOINERS)
    if face in HAN and cluster != shown:
        return _variant(cluster, face)
    if face is EMOJI and cluster != shown:
        return _emoji(cluster)
    return shown


def _variant(cluster: str, face: Face) -> str:
    """A Chinese character in the form that a selector asks for."""
    asked = "".join(c for c in cluster if c not in JOINERS and c not in STYLE_SELECTORS)
    return asked if face.has_variant(asked) else marked(asked)


def _emoji(cluster: str) -> str:
    """Pictures joined to one."""
    joined = cluster.strip(JOINERS)
    is_one = len(EMOJI.shape(joined)) == 1 or not any(c in TAGS or c in JOINERS for c in joined)
    return joined if is_one else marked(joined)


def marked(cluster: str) -> str:
    """The names of its characters: “woman + rocket” are joined, “… with …” is one that the other changes."""
    name, between = "", ""
    for character in cluster:
        if character in JOINERS:
            between = " + "
        elif character not in STYLE_SELECTORS:
            name += between + _name(character)
            between = " with "
    return f"{MARKED}{name}]"


def _name(character: str) -> str:
    """The name of a sign such as an emoji, “rocket”; the number of a letter, “30D1”."""
    name = "" if unicodedata.category(character)[0] in "LM" else unicodedata.name(character, "")
    return name.lower() or f"{ord(character):04X}"
