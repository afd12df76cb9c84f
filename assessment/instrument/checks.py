"""What must hold across an instrument beyond the shape of its records.

Each check yields (file, place, sentence): file is a practice code or a file's stem.
"""

from collections import Counter
from collections.abc import Iterator

from assessment.instrument.editions import check_edition
from assessment.instrument.model import Instrument, Practice
from assessment.instrument.standards import Standards
from assessment.instrument.typography import Problem, typography
from language.translation import _

STEM_WORDS = 20
LEVEL_WORDS = (10, 28)
ITEM_WORDS = 130
TITLE_CHARACTERS = 45
WEIGHT_TOLERANCE = 1e-9


def check_instrument(instrument: Instrument, standards: Standards) -> Iterator[Problem]:
    """All faults that need more than one field to see."""
    yield from _pillars(instrument)
    yield from _unique(instrument)
    for practice in instrument.practices.values():
        yield from _practice_lengths(practice)
        yield from _practice_roles(practice, instrument)
        yield from _practice_standards(practice, instrument, standards)
    yield from _requirement_cycles(instrument)
    yield from _figures(instrument)
    yield from _glossary(instrument)
    yield from check_edition(instrument)
    yield from typography(instrument)


def _pillars(instrument: Instrument) -> Iterator[Problem]:
    gates = [p for p in instrument.pillars if p.role == "gate"]
    if not gates:
        yield "instrument", ("pillars",), _("at least one pillar must have the role “gate”")
    if len(instrument.pillars) - len(gates) > 1:
        yield "instrument", ("pillars",), _("at most one pillar may have the role “enabling”")
    if abs(sum(p.weight for p in instrument.pillars) - 1) > WEIGHT_TOLERANCE:
        yield "instrument", ("pillars",), _("the weights of the pillars must add up to 1")
    for position, pillar in enumerate(instrument.pillars):
        place = ("pillars", position, "practices")
        if len(pillar.key_practices) != 2:
            yield (
                "instrument",
                place,
                _("{code}: exactly two key practices are needed").format(code=pillar.code),
            )


def _unique(instrument: Instrument) -> Iterator[Problem]:
    codes = [p.code for pillar in instrument.pillars for p in pillar.practices]
    groups = {
        "instrument": [p.code for p in instrument.pillars] + codes,
        "activity": [a.code for a in instrument.activity],
        "decisions": [d.code for d in instrument.decisions],
        "outcomes": [o.code for o in instrument.outcomes],
        "barriers": [b.code for b in instrument.barriers],
        "functions": [f.code for f in instrument.functions],
        "sources": [s.id for s in instrument.sources],
        "figures": [f.id for f in instrument.figures],
        "glossary": [g.word for g in instrument.glossary],
    }
    for file, names in groups.items():
        for name, count in Counter(names).items():
            if count > 1:
                yield file, (), _("“{name}” appears {count} times").format(name=name, count=count)
    for camp in ("business", "technology"):
        if camp not in {f.camp for f in instrument.functions}:
            yield "functions", (), _("no function belongs to the camp {camp}").format(camp=camp)


def _words(text: str) -> int:
    return len(text.split())


def _practice_lengths(practice: Practice) -> Iterator[Problem]:
    code = practice.code
    if len(practice.title) > TITLE_CHARACTERS:
        yield (
            code,
            ("title",),
            _("title: {count} characters, at most {most}").format(
                count=len(practice.title), most=TITLE_CHARACTERS
            ),
        )
    for name in ("stem", "stem_technology"):
        if (count := _words(getattr(practice, name))) > STEM_WORDS:
            yield (
                code,
                (name,),
                _("{name}: {count} words, at most {most}").format(name=name, count=count, most=STEM_WORDS),
            )
    for position, level in enumerate(practice.levels):
        low, high = LEVEL_WORDS
        if not low <= (count := _words(level)) <= high:
            yield (
                code,
                ("levels", position),
                _("level {position}: {count} words, must be {low} to {high}").format(
                    position=position + 1, count=count, low=low, high=high
                ),
            )
    total = max(_words(practice.stem), _words(practice.stem_technology)) + sum(map(_words, practice.levels))
    if total > ITEM_WORDS:
        yield (
            code,
            ("levels",),
            _("question and situations have {total} words, at most {most}").format(
                total=total, most=ITEM_WORDS
            ),
        )
    yield from _practice_rules(practice)


def _practice_rules(practice: Practice) -> Iterator[Problem]:
    code = practice.code
    if practice.key and practice.na_allowed:
        yield code, ("na_allowed",), _("a key practice always applies: na_allowed must be false")
    for position, move in enumerate(practice.moves):
        if move.to != position + 2:
            yield (
                code,
                ("moves", position, "to"),
                _("the moves must go to 2, 3, 4, 5 in this order, not {to}").format(to=move.to),
            )
        if move.lacking.endswith(".") or (move.lacking[:1].isupper() and not move.lacking[:2].isupper()):
            yield code, ("moves", position, "lacking"), _("lacking: a lower-case clause without a full stop")


def _practice_roles(practice: Practice, instrument: Instrument) -> Iterator[Problem]:
    code, functions = practice.code, instrument.function_titles
    if practice.ask not in functions:
        yield code, ("ask",), _("ask: “{ask}” is not a function code").format(ask=practice.ask)
    for position, move in enumerate(practice.moves):
        for role in (move.lead, *move.supporting):
            if role not in functions:
                yield code, ("moves", position), _("“{role}” is not a function code").format(role=role)
        if move.lead in move.supporting:
            yield (
                code,
                ("moves", position, "supporting"),
                _("“{lead}” leads and supports the same move").format(lead=move.lead),
            )


def _practice_standards(
    practice: Practice, instrument: Instrument, standards: Standards
) -> Iterator[Problem]:
    code = practice.code
    sources = {source.id for source in instrument.sources}
    for source in practice.sources:
        if source not in sources:
            yield code, ("sources",), _("source “{source}” is not in sources.yaml").format(source=source)
    for standard in ("nist", "iso42001", "euaiact"):
        for identifier in getattr(practice.crosswalk, standard):
            if identifier not in standards.known(standard):
                yield (
                    code,
                    ("crosswalk", standard),
                    _("“{identifier}” is not a known identifier of {standard}").format(
                        identifier=identifier, standard=standard
                    ),
                )
    for level, needs in practice.requires.items():
        if level not in ("2", "3", "4", "5"):
            yield code, ("requires",), _("requires: “{level}” is not a level from 2 to 5").format(level=level)
        for need in needs:
            if need.split(":")[0] not in instrument.practices:
                yield code, ("requires", level), _("requires: “{need}” is not a practice").format(need=need)


def _requirement_cycles(instrument: Instrument) -> Iterator[Problem]:
    """A practice's level k needs its own k − 1 and what `requires` says from level k up."""

    def needs(node: tuple[str, int]) -> Iterator[tuple[str, int]]:
        code, level = node
        if level > 2:
            yield code, level - 1
        for need in instrument.practices[code].requires.get(str(level), []):
            other, at = need.split(":")
            if other in instrument.practices:
                yield other, int(at)

    state: dict[tuple[str, int], str] = {}

    def visit(node: tuple[str, int], trail: list[str]) -> Iterator[Problem]:
        name = f"{node[0]}:{node[1]}"
        if state.get(node) == "done":
            return
        if state.get(node) == "open":
            loop = " → ".join([*trail[trail.index(name) :], name])
            yield node[0], ("requires",), _("the requirements run in a circle: {loop}").format(loop=loop)
            return
        state[node] = "open"
        for other in needs(node):
            yield from visit(other, [*trail, name])
        state[node] = "done"

    for code in instrument.practices:
        yield from visit((code, 5), [])


def _figures(instrument: Instrument) -> Iterator[Problem]:
    pillars = {pillar.code for pillar in instrument.pillars}
    for position, figure in enumerate(instrument.figures):
        if figure.pillar not in pillars:
            yield (
                "figures",
                (position, "pillar"),
                _("{id}: “{pillar}” is not a pillar").format(id=figure.id, pillar=figure.pillar),
            )


def _glossary(instrument: Instrument) -> Iterator[Problem]:
    for position, entry in enumerate(instrument.glossary):
        for form in entry.forms:
            if form != form.lower():
                yield (
                    "glossary",
                    (position, "forms"),
                    _("{word}: forms are written in lower case").format(word=entry.word),
                )
