"""Editing the plan: one part at a time, line by line, in one transaction, with optimistic locking.

    with edit(inst, owned, AI_USES) as uses:
        uses.update("Chat", {"vendor": "Acme"}, seen={"vendor": None})

Stored lines are read and merged as plain data, so that a change of one line validates, dumps and writes that
line alone. All raise RefusedInput (nothing is stored), EditConflict, NotFound and Frozen.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Generic

from assessment.entry import Entry
from assessment.errors import NotFound
from services.core.identity import Owned
from services.core.installation import Installation
from services.plan.conflicts import GridEdit, check_unchanged, known_by, lost_line, merged, same_line
from services.plan.parts import EditablePart, Key, Line
from services.plan.rows import Row, given, validated
from storage.db.database import WritingUnit
from storage.db.upsert import lock_assessment
from storage.repositories import plan_parts

ONE = ""
"""The key of the only line of a part."""


@contextmanager
def edit(inst: Installation, owned: Owned, part: EditablePart[Line]) -> Iterator["PlanEdit[Line]"]:
    """One part of the plan, which nobody else changes until the block ends. NotFound, Frozen when closed."""
    with inst.database.writing() as unit:
        lock_assessment(unit, owned.assessment_id)
        yield PlanEdit(unit, owned.assessment_id, part, part.titles(inst, owned))


class PlanEdit(Generic[Line]):
    """A part of the plan inside an open transaction; `keys` says how its lines are told apart."""

    def __init__(
        self, unit: WritingUnit, assessment_id: str, part: EditablePart[Line], titles: Mapping[str, str]
    ) -> None:
        self.unit, self._assessment_id, self._part, self._titles = unit, assessment_id, part, titles
        self.lines: list[dict[str, Any]] = plan_parts.load_bodies(unit, assessment_id, part.stored)
        """The lines as plain data, in their order."""
        self._names: list[str] = []
        self._record: dict[str, Any] = {}
        self._begins_with: dict[str, Any] = {}
        if part.within:
            self._record = self.lines[0] if self.lines else {}
            inside = self._record.get(part.within, [])
            self.lines = list(inside.values() if isinstance(inside, dict) else inside)
            self._names = list(inside) if isinstance(inside, dict) else []

    @property
    def keys(self) -> list[Key]:
        """The keys of the lines, in their order."""
        part, lines = self._part, self.lines
        if not part.name:
            return [*self._names] if part.within else [ONE] * len(lines)
        keys = [part.key(line) if part.key else known_by(line, part.name) for line in lines]
        return list(enumerate(keys)) if part.positional else keys

    def find(self, key: Key) -> dict[str, Any] | None:
        """The line with this key as plain data, or None."""
        place = self._place(key)
        return None if place is None else self.lines[place]

    def begin(self, fields: Row) -> None:
        """What the record that holds the lines begins with; without a line, that alone is not kept."""
        self._begins_with = given(fields)
        self._record = self._record or self._begins_with

    def update(self, key: Key, changes: Row, seen: Row | None = None, new: Row | None = None) -> Line:
        """Changes some fields of a line; an empty value forgets one. `seen` is what the screen had shown in them.

        `new` is what a line begins with that nobody has set before; without it such a line is NotFound.
        """
        before = self._before(key, new)
        check_unchanged(self._part.defaults | before, seen, changes, self._titles)
        return self.put(key, before | dict(changes))

    def update_entry(
        self, key: Key, field: str, entry: str, value: Any, seen: Row | None = None, default: Any = None
    ) -> Line:
        """Changes one entry of a field that holds several; `seen` holds under `field` what was shown of the entry.

        `default` is what an entry shows that nobody has set.
        """
        before = self._before(key, None if self._part.name else {})
        entries = before.get(field, {})
        check_unchanged({field: entries.get(entry, default)}, seen, {field: value}, self._titles)
        return self.put(key, before | {field: entries | {entry: value}})

    def put(self, key: Key, row: Row) -> Line:
        """Stores a line in place of the one with this key, or as a new one."""
        place = self._place(key)
        if place is None:
            place = len(self.lines)
            self.lines.append({})
            self._names += [] if self._part.name else [str(key)]
        self.lines[place] = given(row)
        if self._part.drop_empty and not any(self.lines[place].values()):
            self._delete(place)
            return self._part.line()
        return self._save(place)

    def add(self, row: Row) -> Line:
        """Adds a line behind the others."""
        return self.put(object(), row)

    def remove(self, key: Key, seen: Row | None = None) -> None:
        """Takes a line out, unless it is no longer as it was `seen`; no fault if it is gone."""
        place = self._place(key)
        if place is not None:
            line = self._part.defaults | self.lines[place]
            if seen is not None and not same_line(line, seen):
                raise lost_line(line, self._part.name, self._titles)
            self._delete(place)

    def merge(self, grid: GridEdit) -> int:
        """Stores what was changed in a grid beside what others have changed; how many lines there are then."""
        before = self.lines
        rows = merged(before, grid, self._part.defaults, self._part.name, self._titles)
        kept = [(n, row) for n, row in enumerate(rows, 1) if set(given(row)) - set(self._part.prefilled)]
        self.lines = [
            row
            if row in before
            else validated(self._part.line, given(row), n, combined=self._part.combined).plain()
            for n, row in kept
        ]
        self._check_distinct()
        self._replace()
        return len(self.lines)

    def _place(self, key: Key) -> int | None:
        return next((place for place, known in enumerate(self.keys) if known == key), None)

    def _before(self, key: Key, new: Row | None) -> dict[str, Any]:
        before = self.find(key)
        if before is None and new is None:
            raise NotFound(str(self._part.gone))
        return dict(new or {}) if before is None else dict(before)

    def _save(self, place: int) -> Line:
        """Validates, checks and stores the line at `place`."""
        if self._part.within:
            self._check_distinct()
            found: Line = self._save_record()[place]
            return found
        line = validated(self._part.line, self.lines[place], combined=self._part.combined)
        self.lines[place] = line.plain()
        self._check_distinct()
        plan_parts.save_body(self.unit, self._assessment_id, self._part.stored, place + 1, self.lines[place])
        return line

    def _delete(self, place: int) -> None:
        del self.lines[place]
        if self._names:
            del self._names[place]
        self._replace()

    def _replace(self) -> None:
        if self._part.within:
            self._save_record()
        else:
            plan_parts.replace_bodies(self.unit, self._assessment_id, self._part.stored, self.lines)

    def _save_record(self) -> list[Line]:
        """Stores the record that holds the lines, and returns these."""
        inside = self.lines if self._part.name else dict(zip(self._names, self.lines, strict=True))
        others = {name: value for name, value in self._record.items() if name != self._part.within}
        if not inside and others == self._begins_with:
            others = {}
        record: Entry = validated(
            self._part.stored.shape, others | ({self._part.within: inside} if inside else {}), depth=2
        )
        plan_parts.save_body(self.unit, self._assessment_id, self._part.stored, 1, record.plain())
        lines: Mapping[str, Line] | Sequence[Line] = getattr(record, self._part.within)
        return list(lines.values() if isinstance(lines, Mapping) else lines)

    def _check_distinct(self) -> None:
        if self._part.distinct:
            self._part.distinct([str(known_by(line, self._part.name)) for line in self.lines])
