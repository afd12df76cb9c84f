"""Progress across editions: only what is asked alike is compared, and it says so."""

from datetime import date
from pathlib import Path

from assessment.answers.records import Organisation
from report.model.progress import ProgressView
from report.text import editions, progress
from report.text.commitments import commitment_title
from scoring.comparison.editions import comparability
from services.assessments import answering, commitment_review, reassessment
from services.assessments.example import open_example
from services.core import identity
from services.core.identity import Owned
from services.core.installation import Installation
from services.core.settings import Settings
from services.plan import commitments
from services.reports.comparison import comparable_rounds, progress_view
from services.reports.history import history
from tests import paths
from tests.installations import fresh_installation
from tests.texts import instrument_at, real_instrument

TODAY, LATER = date(2026, 11, 22), date(2027, 5, 1)
BEFORE, NOW = instrument_at(paths.BEFORE), real_instrument()
KEPT = {c for c, p in NOW.practices.items() if p.comparable_with["2026.1"] == "kept"}


def example_view(inst: Installation, token: str) -> ProgressView:
    owned = open_example(inst, token, TODAY)
    rounds = history(inst, owned, TODAY)
    assert [one.edition for one in rounds] == ["2026.1", "2026.2"]
    return progress_view(comparable_rounds(rounds, owned.assessment_id)[-1], rounds[-1], TODAY)


def test_every_practice_is_kept_changed_or_replaced_whichever_edition_came_first() -> None:
    for one, other in ((BEFORE, NOW), (NOW, BEFORE)):
        found = comparability(one, other)
        assert found is not None
        assert sorted(found.kept + found.changed + found.replaced) == sorted(other.practices)
        assert set(found.kept) == KEPT
    assert comparability(NOW, NOW) is None


def test_level_index_and_sections_are_side_by_side_and_no_change_is_claimed(
    inst: Installation, token: str
) -> None:
    view = example_view(inst, token)
    found = view.comparison
    for change in (found.level, found.index, found.gap, *(s.level for s in found.sections)):
        assert change.movement is None
        assert None not in (change.before, change.after)
    assert {slope.movement for slope in view.slopes} == {None}


def test_only_kept_practices_are_compared_one_by_one(inst: Installation, token: str) -> None:
    view = example_view(inst, token)
    assert {found.title for found in view.practices} == {NOW.practices[code].title for code in KEPT}


def test_it_says_how_many_are_compared_and_why_the_others_are_not(inst: Installation, token: str) -> None:
    view = example_view(inst, token)
    assert view.comparison.across is not None
    said = editions.across_sentence(view.comparison.across)
    changed = len(NOW.practices) - len(KEPT) - 2
    assert f"{len(KEPT)} of 25 practices" in said
    assert f"{editions.sentence(editions.count(changed))} ask something else" in said
    assert "Two are new practices" in said
    assert NOW.rule is not None
    assert NOW.rule in editions.rule_sentence(view, NOW.rule)
    assert "not a change" in progress.level_sentence(view.comparison.level)


def begun_in_the_earlier_edition(
    folder: Path, template: Path, token: str, move: str
) -> tuple[Installation, Owned]:
    """An assessment of 2026.1 with one commitment, submitted and begun again under 2026.2, all at level 3."""
    old = fresh_installation(Settings(var=folder / "old", instrument=paths.BEFORE), template)
    started = answering.start(old, token, Organisation(name="Kestrel"), "CEO", "business", TODAY).owned
    for code in old.instrument.practices:
        answering.change_answer(old, started, code, level=3)
    commitments.add_commitment(old, started, {"move": move, "due": LATER, "status": "kept"})
    answering.submit(old, started, TODAY)
    spare = fresh_installation(Settings(var=folder / "new"), template)
    new = Installation(Settings(var=folder / "old"), spare.texts, old.database, old.secret)
    spare.database.close()
    again = reassessment.begin_again(
        new, token, identity.require(new, token, started.assessment_id), LATER
    ).owned
    for code in new.asked(again).practices:
        answering.change_answer(new, again, code, level=1)
    return new, again


def test_assessing_again_asks_the_newest_edition_and_carries_no_answer(
    tmp_path: Path, sqlite_template: Path, token: str
) -> None:
    inst, again = begun_in_the_earlier_edition(tmp_path, sqlite_template, token, "OWN-1:3")
    assert again.edition == "2026.2"
    inst.database.close()


def test_a_commitment_is_read_against_todays_answers_only_where_the_practice_is_kept(
    tmp_path: Path, sqlite_template: Path, token: str
) -> None:
    described = dict.fromkeys(NOW.practices, 1)
    for move, outcome, title in (
        ("OWN-1:3", "not_seen", BEFORE.practices["OWN-1"].move(3).title),
        ("OPS-5:3", "kept", BEFORE.practices["OPS-5"].move(3).title),
    ):
        inst, again = begun_in_the_earlier_edition(tmp_path / move[:5], sqlite_template, token, move)
        (found,) = commitment_review.all_commitments(inst, again)
        assert found.outcome(LATER, described) == outcome
        assert commitment_title(found.asked_in, found.commitment) == title
        rounds = history(inst, again, LATER)
        view = progress_view(rounds[0], rounds[-1], LATER)
        assert [one.outcome for one in view.comparison.commitments] == [outcome]
        inst.database.close()
