"""The order of texts from right to left. Source: Unicode Standard Annex 9, the bidirectional algorithm.

`python-bidi` has its rules in Python, one function each, and as a whole in Rust; only the first tell the levels that lines
are ordered by. What is added here is rule N0, brackets that belong together. No text has directional controls:
`documents.pdf.engine.text.printable` takes them out.
"""

import re
import unicodedata
from collections import deque
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, TypeVar

from bidi.algorithm import resolve_implicit_levels, resolve_neutral_types, resolve_weak_types
from bidi.mirror import MIRRORED

RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
DOMINANT = 3
"""A text that ends from left to right runs from right to left if it has this many times more such words."""
PARTING = re.compile("[·,;:](?= )")
"""What names and numbers are set apart by in a sentence; from left to right it belongs to the sentence."""
JOINED = " · "
"""Between parts of different origin, such as name and date in a footer."""
STRONG = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
"""Numbers count as right-to-left text for what is between them."""
T = TypeVar("T")


def has_right_to_left(text: str) -> bool:
    """Is any of it written from right to left?"""
    return not text.isascii() and bool(RIGHT_TO_LEFT.search(text))


@lru_cache(maxsize=2048)
def runs_right_to_left(text: str) -> bool:
    """Does the text as a whole run from right to left? So if it begins that way and most of its words do.

    A sentence in English that begins with a name in Arabic stays in English order, and so do parts that we have joined.
    """
    if not has_right_to_left(text) or JOINED in text:
        return False
    words = [directions[0] for word in text.split() if (directions := _strong(word))]
    if not words or words[0] == "L":
        return False
    backward, forward = words.count("R"), words.count("L")
    return backward > forward * (1 if words[-1] == "R" else DOMINANT)


def with_order_marks(text: str) -> str:
    """For programs that order a text themselves: a sentence with invisible marks that keep its names and numbers apart."""
    if not has_right_to_left(text) or runs_right_to_left(text):
        return text
    return PARTING.sub("\N{LEFT-TO-RIGHT MARK}\\g<0>", text)


def _strong(word: str) -> str:
    found = (unicodedata.bidirectional(character) for character in word)
    return "".join({"L": "L", "R": "R", "AL": "R"}.get(kind, "") for kind in found)


def levels(text: str, *, right_to_left: bool) -> list[int]:
    """The embedding level of each character: odd ones run from right to left."""
    if not right_to_left and not has_right_to_left(text):
        return [0] * len(text)
    base = int(right_to_left)
    chars = [_char(character, base) for character in text]
    for parting in () if right_to_left else PARTING.finditer(text):
        chars[parting.start()]["type"] = "L"
    counted = [char for char in chars if char["orig"] != "BN"]
    side = "LR"[base]
    run = {"sor": side, "eor": side, "start": 0, "length": len(counted)}
    storage = {"chars": counted, "runs": deque([run])}
    resolve_weak_types(storage)
    _pair_brackets(counted, side)
    resolve_neutral_types(storage, debug=False)
    resolve_implicit_levels(storage, debug=False)
    _level_ends(chars, base)
    return [char["level"] for char in chars]


def _char(character: str, base: int) -> dict[str, Any]:
    kind = unicodedata.bidirectional(character) or "L"
    return {"ch": character, "level": base, "type": kind, "orig": kind}


def _pair_brackets(chars: Sequence[dict[str, Any]], side: str) -> None:
    """Rule N0: both brackets of a pair take the direction of what is inside, or of what is before."""
    for start, end in _pairs(chars):
        inside = {STRONG[char["type"]] for char in chars[start + 1 : end] if char["type"] in STRONG}
        before = next((STRONG[c["type"]] for c in reversed(chars[:start]) if c["type"] in STRONG), side)
        if inside:
            chars[start]["type"] = chars[end]["type"] = side if side in inside else before


def _pairs(chars: Sequence[dict[str, Any]]) -> list[tuple[int, int]]:
    waiting: list[tuple[str, int]] = []
    found: list[tuple[int, int]] = []
    for place, char in enumerate(chars):
        character = char["ch"]
        if char["type"] != "ON" or character not in MIRRORED:
            continue
        if unicodedata.category(character) == "Ps":
            waiting.append((MIRRORED[character], place))
        elif any(character == closing for closing, _start in waiting):
            while (last := waiting.pop())[0] != character:
                pass
            found.append((last[1], place))
    return sorted(found)


def _level_ends(chars: Sequence[dict[str, Any]], base: int) -> None:
    """Invisible characters go with the one before; white space at the end of a line with the line."""
    level = base
    for char in chars:
        level = char["level"] = level if char["orig"] == "BN" else char["level"]
    for char in reversed(chars):
        if char["orig"] not in ("WS", "BN"):
            break
        char["level"] = base


def in_visual_order(runs: Sequence[T], level_of: Sequence[int]) -> list[T]:
    """Runs from left to right: from the highest level down, what lies at it or above is reversed (rule L2)."""
    order = list(range(len(runs)))
    for level in range(max(level_of, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and level_of[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = end + 1
    return [runs[place] for place in order]
