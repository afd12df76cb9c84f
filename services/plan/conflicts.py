"""Optimistic locking for edits: what one person changes undoes nothing that another has changed since.

Every save brings along what its screen had shown. A field of which something else is stored by now is not
overwritten: EditConflict says so with both entries, nothing is written, and the screen says how to go on. Fields
that nobody else has changed are stored beside the other’s.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assessment.errors import EditConflict
from language.numbers import shortest
from language.translation import _
from services.plan.rows import Row, field_title, given

Names = str | tuple[str, ...]
"""The field by which a line is known; of several the first that holds something."""
LONGEST = 200
"""Characters of an entry that are repeated; a charter’s rights may be pages."""


@dataclass(frozen=True)
class GridLine:
    """A line as a grid holds it: `row` now, and as it `was` when it was read; None for a new one."""

    row: Row
    was: Row | None = None

    @property
    def changes(self) -> dict[str, Any]:
        """The fields that hold something else than before."""
        was = self.was or {}
        return {name: value for name, value in self.row.items() if not alike(value, was.get(name))}


@dataclass(frozen=True)
class GridEdit:
    """A grid as it was left: its lines in their order, and the lines that were taken out, as they were read."""

    lines: Sequence[GridLine]
    gone: Sequence[Row] = ()


def alike(one: Any, other: Any) -> bool:
    """Would the two be stored as the same? Nothing, an empty text and an unset switch are."""
    return bool(_stored(one) == _stored(other))


def check_unchanged(now: Row, seen: Row | None, changes: Row, titles: Mapping[str, str]) -> None:
    """Raises EditConflict when a field of `changes` holds neither what was `seen` in it nor what it is to hold.

    Fields that are not in `seen` are not looked at; with None nothing is. `titles` are the names of roles.
    """
    for name, value in changes.items():
        if seen is None or name not in seen:
            continue
        if not (alike(now.get(name), seen[name]) or alike(now.get(name), value)):
            raise conflict(name, now.get(name), value, titles)


def conflict(name: str, theirs: Any, mine: Any, titles: Mapping[str, str]) -> EditConflict:
    """What is said of a field that somebody else has changed: theirs, and what was not stored."""
    other, own, title = _entry(theirs, titles), _entry(mine, titles), field_title(name)
    words = [
        _("Someone else changed “{field}” to {entry}.").format(field=title, entry=other)
        if other
        else _("Someone else cleared “{field}”.").format(field=title),
        _("Yours was not stored: {entry}.").format(entry=own)
        if own
        else _("You had cleared it; that was not stored."),
    ]
    return EditConflict(" ".join(words))


def merged(
    now: Sequence[Row], edit: GridEdit, defaults: Row, name: Names, titles: Mapping[str, str]
) -> list[dict[str, Any]]:
    """The lines to be stored: the grid’s in their order with its changes alone, then what others have added.

    `defaults` is what fields hold that were never set, `name` the field by which a line is known. Raises
    EditConflict when the same field, or a line that was changed or taken out here, is another by now.
    """
    free = {place: {**defaults, **line} for place, line in enumerate(now)}
    kept: list[dict[str, Any]] = []
    for line in edit.lines:
        if line.was is None:
            kept.append(dict(line.row))
            continue
        place = _place(free, line.was, name)
        if place is None:
            if line.changes:
                raise lost_line(line.was, name, titles)
            continue
        check_unchanged(free.pop(place), line.was, line.changes, titles)
        kept.append({**now[place], **line.changes})
    for was in edit.gone:
        place = _place(free, was, name)
        if place is not None and not same_line(free.pop(place), was):
            raise lost_line(was, name, titles)
    return [*kept, *(dict(now[place]) for place in free)]


def read_again(
    now: Sequence[Row], read: Mapping[int, Row], name: Names = ("name", "move", "text")
) -> dict[int, dict[str, Any]]:
    """The lines that were `read` as they stand now, by the same numbers; one that is gone is left out."""
    free: dict[int, Row] = dict(enumerate(now))
    found: dict[int, dict[str, Any]] = {}
    for number, was in read.items():
        place = _place(free, was, name)
        if place is not None:
            line = free.pop(place)
            found[number] = {field: line.get(field) for field in was}
    return found


def same_line(line: Row, was: Row) -> bool:
    """Does the line hold what it held when it was read?"""
    return all(alike(line.get(name), value) for name, value in was.items())


def lost_line(was: Row, name: Names, titles: Mapping[str, str]) -> EditConflict:
    """What is said of a line that somebody else has changed or taken out."""
    words = _("Someone else changed or removed “{name}”. Your change was not stored.")
    known = str(known_by(was, name) or "")
    return EditConflict(words.format(name=_short(titles.get(known, known))))


def known_by(line: Row, name: Names) -> Any:
    """What a line is known by."""
    names = (name,) if isinstance(name, str) else name
    return next((line[one] for one in names if line.get(one)), None)


def _place(free: Mapping[int, Row], was: Row, name: Names) -> int | None:
    """Which of the lines is the one that was read: one that is still the same, else the first of its name."""
    same = next((place for place, line in free.items() if same_line(line, was)), None)
    if same is not None:
        return same
    named = (place for place, line in free.items() if alike(known_by(line, name), known_by(was, name)))
    return next(named, None)


def _stored(value: Any) -> Any:
    plain = given({"": value}).get("")
    return None if plain is False or plain == [] else plain


def _entry(value: Any, titles: Mapping[str, str]) -> str:
    """What somebody entered, as it can be read."""
    plain = _stored(value)
    if plain is None:
        return ""
    if isinstance(plain, bool):
        return _("yes")
    if isinstance(plain, dict):
        return " · ".join(_figure(point) for point in plain.values())
    if isinstance(plain, list):
        return _short(", ".join(titles.get(str(one), str(one)) for one in plain))
    return f"“{_short(titles.get(plain, plain))}”" if isinstance(plain, str) else _figure(plain)


def _figure(number: float) -> str:
    return shortest(number, 15)


def _short(text: str) -> str:
    """As much of a long entry as tells which one it is."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"
