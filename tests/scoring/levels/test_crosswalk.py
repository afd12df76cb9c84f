"""What the practices’ evidence is usually useful for, and the state it is in."""

import pytest

from assessment.answers.records import Agreed
from assessment.instrument.model import Crosswalk, Instrument
from scoring import score
from scoring.levels.crosswalk import StandardGroup, evidence_state, group_of, standards_evidence
from tests import texts
from tests.toy import Answer, toy_instrument, toy_pillar, toy_respondent, with_practices

STANDARDS = texts.standards()


@pytest.fixture(scope="module")
def instrument() -> Instrument:
    """ABC-1 and ABC-3 serve GOVERN 1, ABC-2 serves Art. 26(2), ABC-4 the control A.9.2."""
    named = {
        "ABC-1": Crosswalk(nist=["GOVERN 1.1", "GOVERN 1.2"], iso42001=["5"]),
        "ABC-2": Crosswalk(euaiact=["Art. 26(2)"]),
        "ABC-3": Crosswalk(nist=["GOVERN 1.2"]),
        "ABC-4": Crosswalk(iso42001=["A.9.2"]),
    }
    changes = {code: {"crosswalk": crosswalk} for code, crosswalk in named.items()}
    return toy_instrument([with_practices(toy_pillar("alpha", "ABC", 4), changes)])


def groups(
    instrument: Instrument, answers: dict[str, Answer], agreed: dict[str, Agreed] | None = None
) -> dict[str, StandardGroup]:
    result = score(instrument, [toy_respondent("b1", "business", answers)], agreed or {})
    found = standards_evidence(instrument, result, STANDARDS)
    return {group.code: group for standard in found for group in standard.groups}


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        ((3, "number"), "to_show"),
        ((3, "document"), "to_show"),
        ((5, "opinion"), "described"),
        (4, "described"),
        (2, "early"),
        ("?", "not_known"),
    ],
)
def test_an_answer_and_its_backing_say_what_could_be_shown(
    instrument: Instrument, answer: Answer, state: str
) -> None:
    assert groups(instrument, {"ABC-2": answer})["Art. 26"].state == state


def test_a_part_without_an_answer_and_a_part_without_a_practice_are_told_apart(
    instrument: Instrument,
) -> None:
    found = groups(instrument, {})
    assert found["Art. 26"].state == "unanswered"
    assert found["Art. 25"].state == "no_practice"
    assert groups(instrument, {"ABC-4": "-"})["A.9"].state == "not_applicable"
    assert evidence_state(None) == "unanswered"


def test_a_part_served_by_several_practices_says_whether_all_of_them_have_something(
    instrument: Instrument,
) -> None:
    some = groups(instrument, {"ABC-1": (4, "number"), "ABC-3": 4})["GOVERN 1"]
    assert (some.state, [entry.state for entry in some.practices]) == ("some", ["to_show", "described"])
    every = groups(instrument, {"ABC-1": (4, "number"), "ABC-3": (3, "document")})["GOVERN 1"]
    assert every.state == "to_show"
    rest = groups(instrument, {"ABC-1": (4, "number"), "ABC-3": "-"})["GOVERN 1"]
    assert rest.state == "to_show"


def test_a_practice_carries_the_level_described_and_the_level_that_could_be_shown(
    instrument: Instrument,
) -> None:
    entry = groups(instrument, {"ABC-1": (5, "document")})["GOVERN 1"].practices[0]
    assert (entry.level, entry.shown_level, entry.backing) == (5, 3, "document")
    assert entry.identifiers == ("GOVERN 1.1", "GOVERN 1.2")


def test_an_agreed_level_counts_instead_of_the_answers(instrument: Instrument) -> None:
    agreed = {"ABC-2": Agreed(level=4, backing="document")}
    found = groups(instrument, {"ABC-2": "?"}, agreed)["Art. 26"]
    assert (found.state, found.practices[0].level) == ("to_show", 4)


def test_every_identifier_belongs_to_exactly_one_part_in_the_order_of_the_standard(
    instrument: Instrument,
) -> None:
    found = standards_evidence(instrument, score(instrument, []), STANDARDS)
    counts = {each.standard: len(each.groups) for each in found}
    assert counts == {"nist": 19, "iso42001": 16, "euaiact": 8}
    for each in found:
        codes = [group.code for group in each.groups]
        assert len(codes) == len(set(codes))
        assert sum(each.counts.values()) == len(codes)
        wanted = dict.fromkeys(group_of(each.standard, i)[1] for i in STANDARDS.in_order(each.standard))
        assert codes == list(wanted)
