"""What holds for whatever is answered about an AI use."""

from hypothesis import given
from hypothesis import strategies as st

from assessment.governance.ai_uses import UseResult, classify
from assessment.governance.model import RISK_CLASSES
from assessment.governance.triage import YesNo
from tests import texts

USES, STANDARDS = texts.governance().ai_uses, texts.standards()
CODES = [question.code for question in USES.questions]
said: st.SearchStrategy[YesNo] = st.sampled_from(("yes", "no", "unknown"))
answers = st.dictionaries(st.sampled_from(CODES), said)
codes = st.sampled_from(CODES)


def sort(given_answers: dict[str, YesNo]) -> UseResult:
    return classify(USES, STANDARDS, given_answers)


def bounds(result: UseResult) -> tuple[int, int]:
    return RISK_CLASSES.index(result.lowest), RISK_CLASSES.index(result.highest)


@given(answers, codes)
def test_one_more_yes_never_lowers_the_class(before: dict[str, YesNo], code: str) -> None:
    low, _high = bounds(sort(before))
    assert bounds(sort(before | {code: "yes"}))[0] >= low
    from_no, to_yes = sort(before | {code: "no"}), sort(before | {code: "yes"})
    assert bounds(to_yes) >= bounds(from_no)
    assert bounds(to_yes)[1] >= bounds(from_no)[1]


@given(answers, codes)
def test_learning_an_answer_only_narrows_what_is_possible(before: dict[str, YesNo], code: str) -> None:
    low, high = bounds(sort(before | {code: "unknown"}))
    for learned in ("yes", "no"):
        lowest, highest = bounds(sort(before | {code: learned}))
        assert low <= lowest <= highest <= high


@given(answers)
def test_a_use_is_unclear_exactly_when_an_unknown_answer_could_raise_it(found: dict[str, YesNo]) -> None:
    result = sort(found)
    assert (result.verdict == "unclear") == bool(result.open)
    for question in result.open:
        assert bounds(sort(found | {question.code: "yes"}))[0] > bounds(result)[0]
    settled = sort({code: found.get(code, "unknown") for code in CODES} | dict.fromkeys(_open(result), "no"))
    assert settled.verdict == result.lowest


def _open(result: UseResult) -> list[str]:
    return [question.code for question in result.open]


@given(answers)
def test_what_is_not_answered_counts_as_unknown(found: dict[str, YesNo]) -> None:
    assert sort(found) == sort({code: found.get(code, "unknown") for code in CODES})


@given(answers)
def test_every_yes_is_a_reason_or_named_beside_it_and_nothing_follows_twice(found: dict[str, YesNo]) -> None:
    result = sort(found)
    yes = {code for code, answer in found.items() if answer == "yes"}
    assert {question.code for question in (*result.reasons, *result.also)} == yes
    follows = [each.consequence.code for each in (*result.follows, *result.may_follow)]
    assert len(follows) == len(set(follows))
    assert result.follows
