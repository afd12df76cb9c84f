"""One test per data record: every practice, move, glossary word and figure that is shipped."""

import pytest

from assessment.instrument.bank import load_standards
from assessment.instrument.model import Figure, GlossaryEntry, Instrument, Practice
from assessment.instrument.moves import Move
from tests.paths import BEFORE
from tests.texts import instrument_at, real_instrument

EDITIONS = (instrument_at(BEFORE), real_instrument())
PRACTICES = {f"{i.edition}-{p.code}": p for i in EDITIONS for p in i.practices.values()}
MOVES = {f"{name}:{move.to}": move for name, practice in PRACTICES.items() for move in practice.moves}
ENTRIES = {f"{i.edition}-{g.word}": g for i in EDITIONS for g in i.glossary}
FIGURES = {f"{i.edition}-{f.id}": f for i in EDITIONS for f in i.figures}
VAGUE = (
    "leverage", "robust", "holistic", "stakeholder", "best practice", "ensure alignment", "framework",
    "somewhat", "largely", "effectively", "fully ", "synerg", "raise awareness", "well-defined", "compliant",
)  # fmt: skip
KEYS = ["STR-1", "STR-3", "VAL-2", "VAL-3", "OWN-1", "OWN-2", "GOV-2", "GOV-4", "OPS-1", "OPS-3"]
PREDICTED = ["STR-1", "VAL-2", "OWN-1", "GOV-2", "OPS-1"]
SCALING = ["VAL-3", "VAL-4", "OWN-1", "GOV-5", "OPS-2"]


def words(text: str) -> int:
    return len(text.split())


@pytest.mark.parametrize("practice", PRACTICES.values(), ids=PRACTICES)
def test_a_practice_is_written_to_the_standard(practice: Practice) -> None:
    shown = [practice.stem, practice.stem_technology, practice.why, practice.evidence, *practice.levels]
    shown += [practice.discussion.business_higher, practice.discussion.technology_higher]
    for text in shown:
        assert not [v for v in VAGUE if v in text.lower()], text
        assert "!" not in text
    assert practice.stem.endswith("?")
    assert practice.stem_technology.endswith("?")
    assert practice.stem != practice.stem_technology
    assert len(set(practice.levels)) == 5
    assert practice.discussion.business_higher != practice.discussion.technology_higher


@pytest.mark.parametrize("practice", PRACTICES.values(), ids=PRACTICES)
def test_a_practice_carries_the_flags_the_method_counts_on(practice: Practice) -> None:
    assert practice.key == (practice.code in KEYS)
    assert practice.predict == (practice.code in PREDICTED)
    assert practice.scaling == (practice.code in SCALING)


@pytest.mark.parametrize(("name", "move"), MOVES.items(), ids=MOVES)
def test_a_move_is_an_operators_card(name: str, move: Move) -> None:
    for text in (move.title, move.lacking, move.evidence, move.kpi.name, move.kpi.how, *move.steps):
        assert not [v for v in VAGUE if v in text.lower()], text
        assert "!" not in text
    assert words(move.lacking) <= 12, move.lacking
    assert all(words(step) <= 60 for step in move.steps)
    assert move.effort <= 8
    assert move.weeks >= 1
    edition = name.partition("-")[0]
    titles = [other.title for key, other in MOVES.items() if key.startswith(edition)]
    assert titles.count(move.title) == 1


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=ENTRIES)
def test_a_word_has_two_meanings(entry: GlossaryEntry) -> None:
    assert entry.business != entry.technology
    assert all(words(text) <= 40 for text in (entry.business, entry.technology))


@pytest.mark.parametrize("figure", FIGURES.values(), ids=FIGURES)
def test_a_published_figure_says_who_was_asked_when_and_where_it_was_read(figure: Figure) -> None:
    assert any(character.isdigit() for character in figure.year)
    assert figure.population
    assert figure.reported_by
    assert "allemnii" not in figure.reported_by.lower()
    assert "Cisco AI Readiness Index 2026" not in figure.statement


@pytest.mark.parametrize("instrument", EDITIONS, ids=lambda i: i.edition)
def test_an_edition_is_the_one_the_method_describes(instrument: Instrument) -> None:
    sections = ["strategy", "value", "ownership", "governance", "operations"]
    assert [p.code for p in instrument.pillars] == sections
    assert [p.role for p in instrument.pillars] == ["gate"] * 4 + ["enabling"]
    assert [len(p.practices) for p in instrument.pillars] == [5] * 5
    assert [a.code for a in instrument.activity] == ["ACT-1", "ACT-2", "ACT-3", "ACT-4"]
    assert len(instrument.glossary) >= 30
    assert instrument.practices["VAL-3"].requires == {"3": ["VAL-2:2"]}


def test_a_list_of_the_ai_in_use_needs_rules_for_it() -> None:
    first, second = (instrument.practices["GOV-4"].requires for instrument in EDITIONS)
    assert first == {"3": ["GOV-1:2"]}
    assert second == {"3": ["GOV-2:2"]}


@pytest.mark.parametrize("instrument", EDITIONS, ids=lambda i: i.edition)
def test_every_glossary_word_is_met_somewhere_or_kept_for_the_method_screen(instrument: Instrument) -> None:
    texts = " ".join(
        " ".join([p.stem, p.stem_technology, *p.levels]).lower() for p in instrument.practices.values()
    )
    met = [e for e in instrument.glossary if any(form in texts for form in e.forms)]
    assert len(met) >= 20


def test_every_duty_has_a_date_a_source_and_a_status() -> None:
    for duty in load_standards().euaiact:
        assert duty.applies_from
        assert duty.source
        assert duty.as_of
        assert duty.status
