"""What Hypothesis draws: answers of people to the toy instrument."""

from hypothesis import strategies as st

from assessment.answers.records import BACKINGS, Agreed, Respondent
from assessment.instrument.model import CAMPS, Instrument
from tests.toy import Answer, toy_instrument, toy_pillar, toy_respondent, with_practices

INSTRUMENT = toy_instrument(
    [
        with_practices(
            toy_pillar("alpha", "ABC", 5, weight=0.5), {"ABC-2": {"weight": 3}, "ABC-4": {"weight": 2}}
        ),
        toy_pillar("beta", "DEF", 4, weight=0.3),
        toy_pillar("gamma", "GHI", 3, role="enabling", weight=0.2),
    ]
)

levels = st.integers(1, 5)
backings = st.sampled_from([None, *BACKINGS])
level_answers = st.tuples(levels, backings)


def answers_to(code: str, instrument: Instrument, *, kinds: bool) -> st.SearchStrategy[Answer]:
    if not kinds:
        return level_answers
    others = ["?", "-"] if instrument.practices[code].na_allowed else ["?"]
    return st.one_of(level_answers, level_answers, level_answers, st.sampled_from(others))


@st.composite
def respondents(
    draw: st.DrawFn,
    *,
    kinds: bool = True,
    complete: bool = False,
    minimum: int = 1,
    instrument: Instrument = INSTRUMENT,
) -> list[Respondent]:
    """One to six people; `kinds` allows don't know and does not apply, `complete` answers everything."""
    people = []
    for number in range(draw(st.integers(minimum, 6))):
        fields = {code: answers_to(code, instrument, kinds=kinds) for code in instrument.practices}
        optional = {} if complete or draw(st.integers(0, 3)) else {"ABC-3": fields.pop("ABC-3")}
        answers = draw(st.fixed_dictionaries(fields, optional=optional))
        activity = draw(st.dictionaries(st.sampled_from(sorted(instrument.activity_items)), levels))
        people.append(toy_respondent(f"r{number}", draw(st.sampled_from(CAMPS)), answers, activity))
    return people


agreements = st.dictionaries(
    st.sampled_from(sorted(INSTRUMENT.practices)),
    st.builds(Agreed, level=levels, backing=backings),
    max_size=4,
)
