"""Assessments and their people: set up, changed while that is allowed, opened and closed."""

from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import replace
from datetime import date

import pytest

from assessment.answers.interchange import canonical
from assessment.answers.records import (
    Agreed,
    Assumptions,
    Commitment,
    Initiative,
    Organisation,
    Response,
    UseCase,
)
from assessment.errors import Frozen, NotFound, RefusedInput
from storage.db.database import Database
from storage.repositories import plan_parts
from storage.repositories.answers import save_activity, save_response
from storage.repositories.assessments import (
    AssessmentSession,
    close_assessment,
    create_assessment,
    find_assessment,
    get_assessment,
    list_assessments,
    list_of_same_organisation,
    mark_submitted,
    reopen_assessment,
    save_organisation,
    set_keep_until,
    set_privacy,
)
from storage.repositories.presentation import (
    Logo,
    find_logo,
    load_settings,
    remove_logo,
    save_logo,
    save_settings,
)
from storage.repositories.records import load_assessment
from storage.repositories.respondents import (
    MOST_RESPONDENTS,
    Person,
    add_respondent,
    find_respondent,
    list_respondents,
    remove_respondent,
    save_place,
)
from storage.repositories.submissions import (
    add_submission,
    find_latest_submission,
    get_submission,
    list_submissions,
)
from tests.storage.examples import TODAY, a_person, an_assessment


def test_a_new_assessment_is_open_and_empty(database: Database) -> None:
    organisation = Organisation(name="Northgate Tools Ltd", sector="manufacturing", country="GB")
    with database.writing() as unit:
        assessment_id = create_assessment(
            unit,
            organisation=organisation,
            instrument="toy",
            edition="2026.1",
            mode="solo",
            privacy="team",
            today=TODAY,
            keep_until=date(2027, 11, 22),
        )
    assert len(assessment_id) >= 22
    with database.reading() as unit:
        assert find_assessment(unit, assessment_id) == AssessmentSession(
            assessment_id,
            organisation,
            "solo",
            "team",
            "toy",
            "2026.1",
            "en",
            TODAY,
            "open",
            date(2027, 11, 22),
        )
        assert load_assessment(unit, assessment_id).respondents == []
        assert find_assessment(unit, "none") is None
        with pytest.raises(NotFound):
            get_assessment(unit, "none")


def test_assessments_of_one_organisation_are_found_together(database: Database) -> None:
    with database.writing() as unit:
        first = an_assessment(unit, today=date(2025, 1, 1))
        stranger = an_assessment(unit)
        second = an_assessment(unit, earlier=first, organisation=Organisation(name="Northgate plc"))
    with database.reading() as unit:
        assert [a.id for a in list_of_same_organisation(unit, second)] == [first, second]
        assert [a.id for a in list_of_same_organisation(unit, stranger)] == [stranger]
        assert get_assessment(unit, first).organisation.name == "Northgate plc"
        assert {a.id for a in list_assessments(unit)} == {first, second, stranger}
    with pytest.raises(NotFound), database.writing() as unit:
        an_assessment(unit, earlier="none")


def test_privacy_may_change_until_the_first_answer(database: Database) -> None:
    with database.writing() as unit:
        assessment_id = an_assessment(unit, privacy="open")
        person = add_respondent(unit, assessment_id, function="CEO", camp="business", name="Ada")
        set_privacy(unit, assessment_id, "team")
        named = find_respondent(unit, assessment_id, person)
        assert named is not None
        assert named.name is None
        save_activity(unit, assessment_id, person, "ACT-1", 2)
    with pytest.raises(Frozen), database.writing() as unit:
        set_privacy(unit, assessment_id, "open")
    with database.reading() as unit:
        assert get_assessment(unit, assessment_id).privacy == "team"


def test_status_goes_from_open_to_submitted_to_closed_and_back(database: Database) -> None:
    with database.writing() as unit:
        assessment_id = an_assessment(unit)
        seen = []
        for change in (mark_submitted, close_assessment, close_assessment, reopen_assessment):
            change(unit, assessment_id)
            seen.append(get_assessment(unit, assessment_id).status)
    assert seen == ["submitted", "closed", "closed", "open"]


def test_what_describes_an_assessment_may_change_when_it_is_closed(database: Database) -> None:
    with database.writing() as unit:
        assessment_id = an_assessment(unit)
        close_assessment(unit, assessment_id)
        set_keep_until(unit, assessment_id, date(2030, 1, 1))
        save_organisation(unit, assessment_id, Organisation(name="Renamed"))
        save_settings(unit, assessment_id, {"paper": "A4", "confidentiality": "Board only – “draft”"})
        save_logo(unit, assessment_id, Logo("image/png", bytes(range(256))))
    with database.reading() as unit:
        found = get_assessment(unit, assessment_id)
        assert (found.keep_until, found.organisation) == (date(2030, 1, 1), Organisation(name="Renamed"))
        assert load_settings(unit, assessment_id) == {
            "paper": "A4",
            "confidentiality": "Board only – “draft”",
        }
        assert find_logo(unit, assessment_id) == Logo("image/png", bytes(range(256)))
    with database.writing() as unit:
        save_logo(unit, assessment_id, Logo("image/jpeg", b"other"))
        assert find_logo(unit, assessment_id) == Logo("image/jpeg", b"other")
        remove_logo(unit, assessment_id)
        assert find_logo(unit, assessment_id) is None


def test_settings_and_logo_of_nothing_are_not_found(database: Database) -> None:
    with pytest.raises(NotFound), database.reading() as unit:
        load_settings(unit, "none")
    with pytest.raises(NotFound), database.writing() as unit:
        save_settings(unit, "none", {})
    with pytest.raises(NotFound), database.writing() as unit:
        save_logo(unit, "none", Logo("image/png", b""))


def test_people_are_listed_by_their_random_ids_with_the_place_where_they_stopped(database: Database) -> None:
    with database.writing() as unit:
        assessment_id = an_assessment(unit, privacy="open")
        ids = [a_person(unit, assessment_id) for _ in range(5)]
        ids.append(add_respondent(unit, assessment_id, function="CIO", camp="technology", name="Ada"))
        save_place(unit, assessment_id, ids[0], "governance/GOV-3")
    with database.reading() as unit:
        people = list_respondents(unit, assessment_id)
        assert [person.id for person in people] == sorted(ids)
        assert find_respondent(unit, assessment_id, ids[0]) == Person(
            ids[0], None, "CEO", "business", "governance/GOV-3"
        )
        assert find_respondent(unit, assessment_id, ids[5]) == Person(
            ids[5], "Ada", "CIO", "technology", None
        )
        assert find_respondent(unit, assessment_id, "nobody") is None


def test_a_person_without_function_a_named_one_by_camp_and_the_501st_are_refused(database: Database) -> None:
    with database.writing() as unit:
        assessment_id = an_assessment(unit)
    with pytest.raises(RefusedInput), database.writing() as unit:
        add_respondent(unit, assessment_id, function="", camp="business")
    with pytest.raises(RefusedInput, match="open mode"), database.writing() as unit:
        add_respondent(unit, assessment_id, function="CEO", camp="business", name="Ada")
    with database.writing() as unit:
        for _ in range(MOST_RESPONDENTS):
            a_person(unit, assessment_id)
    with pytest.raises(RefusedInput, match="500"), database.writing() as unit:
        a_person(unit, assessment_id)
    with database.reading() as unit:
        assert len(load_assessment(unit, assessment_id).respondents) == MOST_RESPONDENTS


def test_a_person_removed_is_gone_with_every_answer(database: Database) -> None:
    with database.writing() as unit:
        assessment_id = an_assessment(unit)
        stays, goes = a_person(unit, assessment_id), a_person(unit, assessment_id)
        for person in (stays, goes):
            save_response(unit, assessment_id, person, 1, "ABC-1", Response(level=2))
        remove_respondent(unit, assessment_id, goes)
    with pytest.raises(NotFound), database.writing() as unit:
        remove_respondent(unit, assessment_id, goes)
    with pytest.raises(NotFound), database.writing() as unit:
        save_place(unit, assessment_id, goes, "governance/GOV-3")
    with database.reading() as unit:
        assert [person.id for person in load_assessment(unit, assessment_id).respondents] == [stays]


def test_the_register_keeps_its_order_and_is_replaced_as_a_whole(database: Database) -> None:
    names = ["zebra", "apple", "mango", "apple"]
    with database.writing() as unit:
        assessment_id = an_assessment(unit)
        plan_parts.replace(
            unit, assessment_id, plan_parts.INITIATIVES, [Initiative(name=name) for name in names]
        )
        plan_parts.replace(
            unit, assessment_id, plan_parts.USE_CASES, [UseCase(name=name, lever="cost") for name in names]
        )
        plan_parts.replace(
            unit, assessment_id, plan_parts.COMMITMENTS, [Commitment(move="ABC-1:2", owner=n) for n in names]
        )
        plan_parts.replace(unit, assessment_id, plan_parts.PARKED, ["DEF-1", "ABC-1"])
        plan_parts.replace(unit, assessment_id, plan_parts.ASSUMPTIONS, [Assumptions(years=5)])
    with database.reading() as unit:
        assert [line.name for line in plan_parts.load(unit, assessment_id, plan_parts.INITIATIVES)] == names
        assert [line.name for line in plan_parts.load(unit, assessment_id, plan_parts.USE_CASES)] == names
        assert [line.owner for line in plan_parts.load(unit, assessment_id, plan_parts.COMMITMENTS)] == names
        assert plan_parts.load(unit, assessment_id, plan_parts.PARKED) == ["DEF-1", "ABC-1"]
        assert plan_parts.find(unit, assessment_id, plan_parts.ASSUMPTIONS) == Assumptions(years=5)
    with database.writing() as unit:
        plan_parts.replace(unit, assessment_id, plan_parts.INITIATIVES, [])
        plan_parts.replace(unit, assessment_id, plan_parts.ASSUMPTIONS, [])
        assert plan_parts.load(unit, assessment_id, plan_parts.INITIATIVES) == []
        assert plan_parts.find(unit, assessment_id, plan_parts.ASSUMPTIONS) is None
        assert len(plan_parts.load(unit, assessment_id, plan_parts.USE_CASES)) == 4


def test_an_agreed_level_is_stored_once_and_can_be_taken_back(database: Database) -> None:
    with database.writing() as unit:
        assessment_id = an_assessment(unit)
        plan_parts.save_agreed(unit, assessment_id, "ABC-1", Agreed(level=2, note="talked", dissent="CIO: 1"))
        plan_parts.save_agreed(unit, assessment_id, "ABC-1", Agreed(level=3, owner="COO"))
        plan_parts.save_agreed(unit, assessment_id, "ABC-2", Agreed(level=1))
        plan_parts.remove_agreed(unit, assessment_id, "ABC-2")
        assert plan_parts.load_agreed(unit, assessment_id) == {"ABC-1": Agreed(level=3, owner="COO")}


def test_the_register_of_a_closed_assessment_does_not_change(database: Database) -> None:
    with database.writing() as unit:
        assessment_id = an_assessment(unit)
        close_assessment(unit, assessment_id)
    with pytest.raises(Frozen), database.writing() as unit:
        plan_parts.save_agreed(unit, assessment_id, "ABC-1", Agreed(level=2))
    with pytest.raises(Frozen), database.writing() as unit:
        plan_parts.replace(unit, assessment_id, plan_parts.PARKED, ["ABC-1"])
    with database.reading() as unit:
        assert load_assessment(unit, assessment_id).parked == []


def test_a_list_of_more_lines_than_a_file_may_hold_is_refused(database: Database) -> None:
    with database.writing() as unit:
        assessment_id = an_assessment(unit)
    with pytest.raises(RefusedInput), database.writing() as unit:
        plan_parts.replace(unit, assessment_id, plan_parts.PARKED, ["ABC-1"] * 201)


def test_a_submission_stays_what_it_was(database: Database) -> None:
    with database.writing() as unit:
        assessment_id = an_assessment(unit)
        person = a_person(unit, assessment_id)
        save_response(unit, assessment_id, person, 1, "ABC-1", Response(level=2))
        before = load_assessment(unit, assessment_id)
        first = add_submission(unit, assessment_id, before, scoring_version="1", today=TODAY)
        save_response(unit, assessment_id, person, 1, "ABC-1", Response(level=5))
        after = load_assessment(unit, assessment_id)
        second = add_submission(unit, assessment_id, after, scoring_version="2", today=TODAY)
    with database.reading() as unit:
        assert get_assessment(unit, assessment_id).status == "submitted"
        assert list_submissions(unit, assessment_id) == [first, second]
        assert find_latest_submission(unit, assessment_id) == second
        assert get_submission(unit, first.id).assessment == canonical(before)
        assert replace(second, assessment="") == replace(
            first, id=second.id, number=2, scoring_version="2", assessment=""
        )
        assert find_latest_submission(unit, "none") is None
        with pytest.raises(NotFound):
            get_submission(unit, "none")


def test_a_closed_assessment_is_not_submitted_again(database: Database) -> None:
    with database.writing() as unit:
        assessment_id = an_assessment(unit)
        whole = load_assessment(unit, assessment_id)
        close_assessment(unit, assessment_id)
    with pytest.raises(Frozen), database.writing() as unit:
        add_submission(unit, assessment_id, whole, scoring_version="1", today=TODAY)
    with database.reading() as unit:
        assert list_submissions(unit, assessment_id) == []


def test_an_answer_that_comes_while_it_is_being_closed_finds_it_closed(database: Database) -> None:
    with database.writing() as unit:
        assessment_id = an_assessment(unit)
        person = a_person(unit, assessment_id)

    def answer() -> None:
        with database.writing() as unit:
            save_activity(unit, assessment_id, person, "ACT-1", 2)

    with ThreadPoolExecutor(1) as elsewhere:
        with database.writing() as unit:
            close_assessment(unit, assessment_id)
            waiting = elsewhere.submit(answer)
            wait([waiting], timeout=0.3)
        assert isinstance(waiting.exception(), Frozen)


def test_privacy_does_not_change_under_an_answer_that_is_being_stored(database: Database) -> None:
    with database.writing() as unit:
        assessment_id = an_assessment(unit)
        person = a_person(unit, assessment_id)

    def change() -> None:
        with database.writing() as unit:
            set_privacy(unit, assessment_id, "open")

    with ThreadPoolExecutor(1) as elsewhere:
        with database.writing() as unit:
            save_activity(unit, assessment_id, person, "ACT-1", 2)
            waiting = elsewhere.submit(change)
            wait([waiting], timeout=0.3)
        assert isinstance(waiting.exception(), Frozen)
    with database.reading() as reader:
        assert get_assessment(reader, assessment_id).privacy == "by_camp"


def test_people_answer_side_by_side_without_waiting_for_each_other_on_postgres(
    postgres_database: Database,
) -> None:
    with postgres_database.writing() as unit:
        assessment_id = an_assessment(unit)
        one, other = a_person(unit, assessment_id), a_person(unit, assessment_id)
    with postgres_database.writing() as first, postgres_database.writing() as second:
        save_activity(first, assessment_id, one, "ACT-1", 2)
        save_activity(second, assessment_id, other, "ACT-1", 3)
    with postgres_database.reading() as reader:
        levels = [person.activity["ACT-1"] for person in load_assessment(reader, assessment_id).respondents]
    assert sorted(levels) == [2, 3]
