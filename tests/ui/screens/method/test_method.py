"""Method: readable without an assessment; with one, the level can be by hand."""

import re

from report.text.wording import iso_day
from services.assessments import example
from services.core.installation import Installation
from tests.reports import AS_OF
from tests.ui.filled import answered, everywhere
from tests.ui.visit import Visit


def test_it_needs_no_assessment(inst: Installation) -> None:
    visit = Visit(screen="method")
    assert visit.heading == "How every number is calculated"
    assert inst.instrument.limits in visit.text
    assert "recomputed by hand" not in visit.text


def test_how_a_roadmap_is_laid_out_can_be_read(inst: Installation) -> None:
    text = Visit(screen="method").text
    assert "4 person-weeks in four weeks, unless you set another figure" in text
    assert "Align to day 30, Pilot to day 90, Scale to day 180" in text


def test_the_whole_instrument_can_be_read(real: Installation) -> None:
    text = Visit(screen="method").text
    for practice in real.instrument.practices.values():
        assert practice.stem in text
        assert practice.stem_technology in text
        assert all(situation in text for situation in practice.levels)


def test_every_standard_comes_with_its_warning_and_every_date_with_its_source(real: Installation) -> None:
    text = Visit(screen="method").text
    assert "Evidence for this practice is usually useful for" in text
    assert "not legal advice" in text
    for duty in real.standards.euaiact:
        assert all(iso_day(entry.date) in text for entry in duty.dates)
        assert duty.status in text


def test_the_level_can_be_recomputed_from_what_is_shown(inst: Installation) -> None:
    """Reads the shown values and requirements, and applies the rule to them."""
    visit = answered(inst, everywhere(3) | {"ALP-2": 2, "BET-2": 2})
    visit.open("method")
    shown = re.sub(r"\s+", " ", visit.text)
    assert "Collection day key 3.00 3 3 passed" in shown
    assert "Price before work key 2.00 2 3 too low" in shown
    assert "Average 2.67, index 41.7. Level 3 needs an average above 2.5: passed." in shown
    assert "Counter 2 counts in full 2" in shown
    assert "Workshop 2 may be one level behind 3" in shown
    assert "The overall level is the lowest figure in the last column: 2." in shown


def test_how_sure_is_said_here_from_two_people_on(real: Installation) -> None:
    visit = Visit()
    assert "With two or more people" in Visit(screen="method").text
    example.open_example(real, visit.token, AS_OF)
    visit.open("method")
    assert "Answers were redrawn 5,000 times" in visit.text
    assert "6 of 6 other defensible rules" in visit.text
    visit.open("results")
    assert "Answers were redrawn" not in visit.text


def test_what_is_not_computed_has_its_reason(inst: Installation) -> None:
    text = Visit(screen="method").text
    assert "r_wg" in text
    assert "alpha" in text
    assert "from other people and other questions" in text


def test_agreement_has_its_rules_in_plain_words(inst: Installation) -> None:
    text = Visit(screen="method").text
    for rule in (
        "Typical distance",
        "Difference between sides",
        "Expected by chance",
        "Expected and found",
        "Who decides",
    ):
        assert rule in text
    assert "Cliff’s delta of at least 0.474" in text


def test_agreement_is_worked_out_for_the_assessment_in_front(real: Installation) -> None:
    visit = Visit()
    example.open_example(real, visit.token, AS_OF)
    visit.open("method")
    shown = re.sub(r"\s+", " ", visit.text)
    assert "1 + 1 + 0 + 1 + 1 divided by 5 is 0.80" in shown
    assert "“The outcomes AI should serve” differs by −1.67; Cliff’s delta is −1.00: clear." in shown
    assert "All 10 such splits were tried" in shown
    visit.open("results")
    assert "Cliff" not in visit.text
