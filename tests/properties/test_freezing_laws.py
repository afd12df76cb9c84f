"""What is frozen after an earlier state, for people who said anything at all before and since."""

from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.answers.ranked import RANKED, order_of
from assessment.answers.records import Assessment, Organisation, Privacy, Respondent
from assessment.instrument.model import CAMPS
from assessment.privacy import Disclosure, room_disclosure
from assessment.privacy.freezing import BESIDE, for_reader, frozen
from assessment.privacy.orders import KeptOrders
from tests.toy import toy_respondent

CODES = ("ABC-1", "ABC-2", "DEF-1")
MINIMUM = {"open": 1, "by_camp": 2, "team": 3}
PEOPLE = st.lists(
    st.fixed_dictionaries(
        {
            "answers": st.dictionaries(st.sampled_from(CODES), st.integers(1, 5)),
            "activity": st.dictionaries(st.sampled_from(["ACT-1", "ACT-2"]), st.integers(1, 5)),
            "decisions": st.dictionaries(st.just("buy_shelf"), st.sampled_from(["CEO", "CIO", "nobody"])),
            "ranking": st.sampled_from([[], ["fewer", "more"], ["more", "fewer"]]),
            "barriers": st.sampled_from([[], ["dust"], ["price", "dust"]]),
        }
    ),
    max_size=6,
)


def assessment(privacy: Privacy, people: list[dict[str, object]]) -> Assessment:
    respondents = []
    for number, said in enumerate(people):
        person = toy_respondent(f"r{number}", CAMPS[number % 2], said["answers"], said["activity"])  # type: ignore[arg-type]
        respondents.append(person.model_copy(update={name: said[name] for name in ("decisions", *RANKED)}))
    kestrel = Organisation(name="Kestrel")
    return Assessment(
        instrument="toy", edition="2026.1", organisation=kestrel, privacy=privacy, respondents=respondents
    )


def published(assessment: Assessment) -> dict[tuple[str, str], dict[str, object]]:
    """By item: what each person said of it, as far as it can be published."""
    found: dict[tuple[str, str], dict[str, object]] = {}
    for person in assessment.respondents:
        for kind, code, value in _items(person):
            found.setdefault((kind, code), {})[person.id] = value
    return found


def _items(person: Respondent) -> list[tuple[str, str, object]]:
    if not person.responses:
        return []
    kinds = [kind for kind in ("responses", "second_vote", "predictions", *BESIDE) if kind not in RANKED]
    items = [(kind, code, value) for kind in kinds for code, value in getattr(person, kind).items()]
    return [*items, *((kind, "", order_of(person, kind)) for kind in RANKED if order_of(person, kind))]


def disclosure_of(assessment: Assessment) -> Disclosure:
    return room_disclosure(assessment.privacy, [person.camp for person in assessment.respondents])


def _far_by_side(now: Assessment, disclosure: Disclosure, *groups: set[str]) -> None:
    """Orders are published by side, so they differ by nobody or enough people of each side too."""
    for group in groups:
        sides = [sum(p.camp == camp and p.id in group for p in now.respondents) for camp in CAMPS]
        counted = [len(group), *(sides if disclosure.sides and now.privacy != "open" else [])]
        assert all(not size or size >= MINIMUM[now.privacy] for size in counted), counted


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["open", "by_camp", "team"]), PEOPLE, PEOPLE)
def test_two_frozen_states_differ_by_nobody_or_enough_people(
    privacy: Privacy, then: list[dict[str, object]], since: list[dict[str, object]]
) -> None:
    # Whoever has answered a question may answer it anew, and cannot take the answer back.
    later = [
        new | {"answers": {**old["answers"], **new["answers"]}} for old, new in zip(then, since, strict=False)
    ]  # type: ignore[dict-item]
    later += [*since[len(then) :], *then[len(since) :]]
    earlier, now = assessment(privacy, then), assessment(privacy, later)
    kept = frozen(now, [earlier], disclosure_of(now))
    before, after, said = published(earlier), published(kept), published(now)
    for item in before | after:
        changed = [
            one
            for one in (before.get(item, {}) | after.get(item, {}))
            if before.get(item, {}).get(one) != after.get(item, {}).get(one)
        ]
        assert not changed or len(changed) >= MINIMUM[privacy], item
        if item[0] in RANKED:
            came = before.get(item, {}).keys() ^ after.get(item, {}).keys()
            _far_by_side(now, disclosure_of(now), set(changed), came)
        for one, value in after.get(item, {}).items():
            assert value in (before.get(item, {}).get(one), said.get(item, {}).get(one)), (
                "nothing is invented"
            )


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(["open", "by_camp", "team"]), PEOPLE)
def test_the_first_state_is_frozen_as_it_is_and_one_person_alone_is_for_that_person(
    privacy: Privacy, people: list[dict[str, object]]
) -> None:
    now = assessment(privacy, people)
    assert frozen(now, [], disclosure_of(now)) == now
    answered = [person for person in now.respondents if person.responses]
    if len(answered) == 1 and privacy != "open":
        assert for_reader(now, answered[0].id).respondents == answered
        assert for_reader(now, "somebody else").respondents == []
    else:
        assert for_reader(now, "somebody else") is now


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["by_camp", "team"]), PEOPLE, PEOPLE)
def test_orders_differ_by_nobody_or_enough_people_from_what_a_wall_has_shown(
    privacy: Privacy, then: list[dict[str, object]], since: list[dict[str, object]]
) -> None:
    now = assessment(privacy, [*since, *then[len(since) :]])
    shown = assessment(privacy, then)
    kept = [
        KeptOrders(kind, 0, {p.id: order_of(p, kind) for p in shown.respondents if order_of(p, kind)})
        for kind in RANKED
    ]
    found = frozen(now, [], disclosure_of(now), (), kept)
    for each in kept:
        after = {p.id: order_of(p, each.kind) for p in found.respondents if p.responses}
        after = {person: order for person, order in after.items() if order}
        everybody = {p.id for p in now.respondents}
        before = {person: order for person, order in each.orders.items() if person in everybody}
        changed = {one for one in everybody if before.get(one) != after.get(one)}
        lost = {one for one in changed if not _answers(found, one)}
        if not lost:
            _far_by_side(now, disclosure_of(now), changed, before.keys() ^ after.keys())


def _answers(found: Assessment, one: str) -> bool:
    return any(person.id == one and person.responses for person in found.respondents)
