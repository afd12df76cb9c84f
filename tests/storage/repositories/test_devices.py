"""Browsers and resume codes."""

import pytest

from assessment.errors import NotFound, RefusedInput
from storage.db.database import Database
from storage.repositories.assessments import close_assessment
from storage.repositories.browsers.devices import (
    CodeHolder,
    DeviceBinding,
    bind_device,
    find_holder,
    list_bindings,
    replace_resume_code,
    set_current,
)
from storage.repositories.respondents import remove_respondent
from tests.storage.examples import a_person, an_assessment


def test_a_browser_stands_where_it_was_bound_last(database: Database) -> None:
    with database.writing() as unit:
        first, second = an_assessment(unit), an_assessment(unit)
        for _ in range(2):
            bind_device(unit, "t1", first, role="owner")
            bind_device(unit, "t1", second, role="owner")
        bind_device(unit, "t2", first, role="owner")
    here = DeviceBinding(second, "owner", None, current=True)
    there = DeviceBinding(first, "owner", None, current=False)
    with database.writing() as unit:
        assert list_bindings(unit, "t1") == [here, there]
        set_current(unit, "t1", first, "owner")
        assert [binding.assessment_id for binding in list_bindings(unit, "t1") if binding.current] == [first]
        assert list_bindings(unit, "t2") == [DeviceBinding(first, "owner", None, current=True)]
        assert list_bindings(unit, "t3") == []


def test_a_facilitator_who_joins_another_room_stays_in_front_of_the_own_one(database: Database) -> None:
    with database.writing() as unit:
        own, other = an_assessment(unit), an_assessment(unit)
        person = a_person(unit, other)
        bind_device(unit, "t1", own, role="owner")
        bind_device(unit, "t1", other, role="participant", respondent_id=person)
        assert {(b.assessment_id, b.role) for b in list_bindings(unit, "t1") if b.current} == {
            (own, "owner"),
            (other, "participant"),
        }


def test_an_owner_who_also_takes_part_keeps_both(database: Database) -> None:
    with database.writing() as unit:
        assessment_id = an_assessment(unit)
        person = a_person(unit, assessment_id)
        bind_device(unit, "t1", assessment_id, role="owner")
        bind_device(unit, "t1", assessment_id, role="participant", respondent_id=person)
        assert {binding.role for binding in list_bindings(unit, "t1")} == {"owner", "participant"}


def test_an_owner_whose_own_answers_are_removed_stays_the_owner(database: Database) -> None:
    with database.writing() as unit:
        assessment_id = an_assessment(unit)
        person = a_person(unit, assessment_id)
        bind_device(unit, "t1", assessment_id, role="owner", respondent_id=person)
        replace_resume_code(unit, "c1", assessment_id, role="owner", respondent_id=person)
        bind_device(unit, "t2", assessment_id, role="participant", respondent_id=person)
        remove_respondent(unit, assessment_id, person)
        assert list_bindings(unit, "t1") == [DeviceBinding(assessment_id, "owner", None, current=True)]
        assert find_holder(unit, "c1") == CodeHolder(assessment_id, "owner", None)
        assert list_bindings(unit, "t2") == []


def test_a_binding_to_nothing_or_nobody_is_refused_and_the_earlier_one_stays(database: Database) -> None:
    with database.writing() as unit:
        assessment_id = an_assessment(unit)
        bind_device(unit, "t1", assessment_id, role="owner")
    with pytest.raises(NotFound), database.writing() as unit:
        bind_device(unit, "t1", "none", role="owner")
    with pytest.raises(NotFound), database.writing() as unit:
        bind_device(unit, "t1", assessment_id, role="participant", respondent_id="nobody")
    with pytest.raises(RefusedInput), database.writing() as unit:
        bind_device(unit, "t1", assessment_id, role="participant")
    with pytest.raises(NotFound), database.writing() as unit:
        set_current(unit, "t1", "none", "owner")
    with database.reading() as unit:
        assert list_bindings(unit, "t1") == [DeviceBinding(assessment_id, "owner", None, current=True)]


def test_a_new_code_takes_the_place_of_the_holders_earlier_one(database: Database) -> None:
    with database.writing() as unit:
        assessment_id = an_assessment(unit)
        one, other = a_person(unit, assessment_id), a_person(unit, assessment_id)
        close_assessment(unit, assessment_id)
        replace_resume_code(unit, "c1", assessment_id, role="owner")
        replace_resume_code(unit, "c2", assessment_id, role="participant", respondent_id=one)
        replace_resume_code(unit, "c3", assessment_id, role="participant", respondent_id=other)
        replace_resume_code(unit, "c4", assessment_id, role="participant", respondent_id=one)
        replace_resume_code(unit, "c5", assessment_id, role="owner")
    with database.reading() as unit:
        assert [find_holder(unit, code) for code in ("c1", "c2")] == [None, None]
        assert find_holder(unit, "c3") == CodeHolder(assessment_id, "participant", other)
        assert find_holder(unit, "c4") == CodeHolder(assessment_id, "participant", one)
        assert find_holder(unit, "c5") == CodeHolder(assessment_id, "owner", None)
