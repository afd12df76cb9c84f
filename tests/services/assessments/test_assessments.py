"""One person alone: start, answer, stop, come back, submit, change a mind."""

from datetime import date

import pytest

from assessment.answers.records import Organisation, Response
from assessment.errors import Frozen, NotFound, RefusedInput
from services.assessments import answering, example, files, owner
from services.assessments.answering import Started
from services.core import identity
from services.core.installation import Installation, open_installation
from services.reports import results
from services.reports.documents import build_document

TODAY = date(2026, 11, 22)


def answer_all(inst: Installation, started: Started, level: int, backing: str = "document") -> None:
    for code in inst.instrument.practices:
        answering.change_answer(inst, started.owned, code, level=level, backing=backing)
    for code in inst.instrument.activity_items:
        answering.save_activity(inst, started.owned, code, level)


def test_an_answer_is_there_for_another_process_as_soon_as_it_is_saved(
    inst: Installation, token: str, started: Started
) -> None:
    answering.change_answer(inst, started.owned, "STR-1", level=4, backing="number", note="Plan")
    elsewhere = open_installation(inst.settings)
    found = identity.current_assessment(elsewhere, token)
    assert found == started.owned
    assert answering.answers(elsewhere, started.owned).responses["STR-1"] == Response(
        kind="scored", level=4, backing="number", note="Plan"
    )
    elsewhere.database.close()


def test_changing_an_answer_replaces_it(inst: Installation, started: Started) -> None:
    for raw in ({"level": 2}, {"kind": "dont_know"}, {"level": 5, "backing": "opinion"}):
        answering.change_answer(inst, started.owned, "OWN-1", **raw)
    kept = answering.answers(inst, started.owned).responses
    assert kept["OWN-1"].level == 5


def test_backing_is_not_kept_below_level_three(inst: Installation, started: Started) -> None:
    saved = answering.change_answer(inst, started.owned, "OWN-1", level=2, backing="number")
    assert saved.backing is None


@pytest.mark.parametrize(
    ("code", "raw"),
    [
        ("XYZ-1", {"level": 3}),
        ("STR-1", {"level": 6}),
        ("STR-1", {"level": True}),
        ("STR-1", {"level": "3"}),
        ("STR-1", {}),
        ("STR-1", {"kind": "dont_know", "level": 3}),
        ("STR-1", {"kind": "not_applicable", "reason": "no"}),
        ("OPS-5", {"kind": "not_applicable"}),
        ("STR-1", {"level": 3, "note": "x" * 1_001}),
        ("STR-1", {"level": 3, "colour": "red"}),
    ],
)
def test_an_answer_that_cannot_be_read_is_refused_and_nothing_is_stored(
    inst: Installation, started: Started, code: str, raw: dict[str, object]
) -> None:
    with pytest.raises(RefusedInput):
        answering.change_answer(inst, started.owned, code, **raw)
    assert answering.answers(inst, started.owned).responses == {}


def test_another_browser_sees_nothing(inst: Installation, started: Started) -> None:
    stranger = identity.new_token()
    assert identity.current_assessment(inst, stranger) is None
    assert identity.list_owned(inst, stranger) == ()
    for unknown in (started.owned.assessment_id, "no-such-assessment", ""):
        with pytest.raises(NotFound) as refused:
            identity.require(inst, stranger, unknown)
        assert str(refused.value) == str(identity.not_found())


def test_the_resume_code_brings_the_same_person_back_with_all_answers_and_the_same_place(
    inst: Installation, started: Started
) -> None:
    answering.change_answer(inst, started.owned, "GOV-3", level=2)
    answering.save_place(inst, started.owned, "governance/GOV-3")
    phone = identity.new_token()
    typed = started.resume_code.lower().replace("-", " ")
    back = identity.resume(inst, phone, typed, "192.0.2.1")
    assert back.respondent_id == started.owned.respondent_id
    assert back.place == "governance/GOV-3"
    assert answering.answers(inst, back).responses["GOV-3"].level == 2


def test_a_new_resume_code_makes_the_earlier_one_worthless(
    inst: Installation, token: str, started: Started
) -> None:
    fresh = identity.issue_resume_code(inst, token, started.owned.assessment_id)
    with pytest.raises(NotFound):
        identity.resume(inst, identity.new_token(), started.resume_code, "192.0.2.2")
    assert identity.resume(inst, identity.new_token(), fresh, "192.0.2.2").organisation == "Kestrel Foods"


def test_no_token_or_code_is_stored_as_it_is(inst: Installation, token: str, started: Started) -> None:
    raw = b"".join(path.read_bytes() for path in inst.settings.var.glob("plumbline.db*"))
    assert started.owned.assessment_id.encode() in raw
    assert token.encode() not in raw
    assert started.resume_code.encode() not in raw
    assert started.resume_code.replace("-", "").encode() not in raw


def test_results_rest_on_the_submission_until_an_answer_changes(
    inst: Installation, token: str, started: Started
) -> None:
    answer_all(inst, started, 3)
    answering.submit(inst, started.owned, TODAY)
    later = date(2027, 1, 5)
    submitted = identity.require(inst, token, started.owned.assessment_id)
    report = results.report(inst, submitted, later)
    assert (submitted.status, report.result.level, report.basis.as_of) == ("submitted", 3, TODAY)
    answering.change_answer(inst, submitted, "GOV-4", level=1)
    changed = identity.require(inst, token, started.owned.assessment_id)
    report = results.report(inst, changed, later)
    assert (changed.status, report.result.level, report.basis.as_of) == ("open", 1, later)


def test_a_closed_assessment_takes_no_answers_until_it_is_opened_again(
    inst: Installation, started: Started
) -> None:
    owner.close(inst, started.owned)
    with pytest.raises(Frozen):
        answering.change_answer(inst, started.owned, "STR-1", level=3)
    answering.reopen(inst, started.owned)
    answering.change_answer(inst, started.owned, "STR-1", level=3)
    assert answering.answers(inst, started.owned).responses["STR-1"].level == 3


def test_deletion_deletes_and_says_what(inst: Installation, token: str, started: Started) -> None:
    answer_all(inst, started, 2)
    gone = owner.erase(inst, started.owned)
    assert gone["response"] == 25
    assert identity.list_owned(inst, token) == ()
    with pytest.raises(NotFound):
        identity.resume(inst, identity.new_token(), started.resume_code, "192.0.2.4")


def test_progress_counts_by_section_and_activity(inst: Installation, started: Started) -> None:
    answering.change_answer(inst, started.owned, "VAL-1", level=3)
    answering.change_answer(inst, started.owned, "VAL-2", kind="dont_know")
    answering.save_activity(inst, started.owned, "ACT-1", 2)
    found = answering.progress(inst.instrument, answering.answers(inst, started.owned))
    assert (found.answered, found.questions, found.activity) == (2, 25, (1, 4))
    assert found.sections["value"] == (2, 5)


def test_an_organisation_needs_a_name(inst: Installation, token: str) -> None:
    with pytest.raises(RefusedInput):
        answering.start(inst, token, Organisation(name=" "), "CEO", "business", TODAY)
    assert identity.list_owned(inst, token) == ()


def test_export_and_import_carry_one_persons_answers_to_another_browser(
    inst: Installation, token: str, started: Started
) -> None:
    answer_all(inst, started, 4, "number")
    exported = build_document(inst, token, started.owned.assessment_id, TODAY, "export").content
    elsewhere = identity.new_token()
    imported = files.import_file(inst, elsewhere, exported, TODAY)
    again = build_document(inst, elsewhere, imported.owned.assessment_id, TODAY, "export").content
    assert again == exported
    answering.change_answer(inst, imported.owned, "STR-1", level=1)
    assert answering.answers(inst, started.owned).responses["STR-1"].level == 4


def test_a_refused_import_leaves_nothing_behind(inst: Installation, token: str) -> None:
    with pytest.raises(RefusedInput):
        files.import_file(inst, token, b'{"format": "plumbline-assessment"}', TODAY)
    assert identity.list_owned(inst, token) == ()


def test_the_example_opens_once_per_browser_and_is_complete(inst: Installation, token: str) -> None:
    first = example.open_example(inst, token, TODAY)
    assert example.open_example(inst, token, TODAY).assessment_id == first.assessment_id
    assert first.example
    report = results.report(inst, first, TODAY)
    assert report.result.level == 2
    assert report.result.coverage == 1.0
    assert len(report.decisions_asked) == 5
    other = example.open_example(inst, identity.new_token(), TODAY)
    assert other.assessment_id != first.assessment_id


def test_a_file_with_several_peoples_answers_stays_in_the_app_outside_open_mode(
    inst: Installation, token: str, started: Started
) -> None:
    answer_all(inst, started, 3)
    raw = build_document(inst, token, started.owned.assessment_id, TODAY, "export").content.decode()
    one = raw.index('"id": "') + 7
    second = raw[one : raw.index('"', one)]
    import json

    data = json.loads(raw)
    data["respondents"].append(
        data["respondents"][0] | {"id": second[::-1], "camp": "technology", "function": "CIO"}
    )
    imported = files.import_file(inst, token, json.dumps(data).encode(), TODAY)
    with pytest.raises(RefusedInput, match="in confidence"):
        build_document(inst, token, imported.owned.assessment_id, TODAY, "export")
    with pytest.raises(NotFound):
        answering.answers(inst, imported.owned)
