"""The interchange file: refused as a whole with one short sentence, or read and given back byte for byte."""

import copy
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.answers.interchange import MAX_BYTES, canonical, parse_assessment
from assessment.errors import RefusedFile
from tests import paths
from tests.texts import instrument_at, real_instrument

INSTRUMENT = real_instrument()
EXAMPLE = paths.EXAMPLE.read_bytes()


def file_with(**changes: Any) -> dict[str, Any]:
    base: dict[str, Any] = {
        "format": "plumbline-assessment",
        "version": 1,
        "instrument": "ai-readiness",
        "edition": "2026.2",
        "organisation": {"name": "Kestrel Foods"},
        "privacy": "by_camp",
        "respondents": [
            {
                "id": "r1",
                "name": None,
                "function": "CEO",
                "camp": "business",
                "responses": {"STR-1": {"level": 3}},
            }
        ],
    }
    return base | changes


def respondent(**changes: Any) -> list[dict[str, Any]]:
    return [copy.deepcopy(file_with()["respondents"][0]) | changes]


def raw(data: Any) -> bytes:
    return json.dumps(data).encode()


def assert_refused(data: bytes) -> str:
    """The file is refused with a message of at most 500 characters and without a path; returns it."""
    with pytest.raises(RefusedFile) as caught:
        parse_assessment(data, INSTRUMENT)
    message = str(caught.value)
    assert 0 < len(message) <= 500
    assert "/" not in message.replace("n/a", "")
    return message


ASKS_BARRIERS = instrument_at(paths.ROOT / "data" / "instrument" / "2026.2")


def test_barriers_and_evidence_come_back_byte_for_byte() -> None:
    person = respondent(
        barriers=["skills_missing", "cost_high"],
        responses={"STR-1": {"level": 3, "backing": "document", "evidence": "\u202ehttps://x =1+1 <script>"}},
    )
    file = file_with(
        respondents=person, edition="2026.2", agreed={"STR-1": {"level": 3, "evidence": "Board paper of May"}}
    )
    once = canonical(parse_assessment(raw(file), ASKS_BARRIERS))
    assert json.loads(once)["respondents"][0]["barriers"] == ["skills_missing", "cost_high"]
    assert json.loads(once)["agreed"] == file["agreed"]
    assert canonical(parse_assessment(once.encode(), ASKS_BARRIERS)) == once


@pytest.mark.parametrize("order", [["fog"], ["cost_high", "cost_high"], ["growth"]])
def test_an_order_of_barriers_takes_known_codes_once(order: list[str]) -> None:
    file = file_with(respondents=respondent(barriers=order), edition="2026.2")
    with pytest.raises(RefusedFile, match=r"respondents\.0\.barriers"):
        parse_assessment(raw(file), ASKS_BARRIERS)


def test_an_edition_without_barriers_refuses_them_with_a_sentence() -> None:
    asks_none = INSTRUMENT.model_copy(update={"barriers": [], "edition": "2026.1"})
    file = file_with(respondents=respondent(barriers=["cost_high"]), edition="2026.1")
    with pytest.raises(RefusedFile, match=r"edition 2026\.1 asks for no barriers"):
        parse_assessment(raw(file), asks_none)


def test_the_finished_example_comes_back_byte_for_byte() -> None:
    once = canonical(parse_assessment(EXAMPLE, INSTRUMENT))
    assert once.encode() == EXAMPLE
    assert canonical(parse_assessment(once.encode(), INSTRUMENT)) == once


def test_a_file_says_its_language_unless_it_is_english() -> None:
    finnish = canonical(parse_assessment(raw(file_with(language="fi")), INSTRUMENT))
    assert json.loads(finnish)["language"] == "fi"
    assert canonical(parse_assessment(finnish.encode(), INSTRUMENT)) == finnish
    english = canonical(parse_assessment(raw(file_with(language="en")), INSTRUMENT))
    assert english == canonical(parse_assessment(raw(file_with()), INSTRUMENT))
    assert "language" not in json.loads(english)


@pytest.mark.parametrize("code", ["", "e", "EN", "en-GB", "english", "e\u0301n", 3, None])
def test_a_language_is_two_or_three_small_letters(code: Any) -> None:
    assert assert_refused(raw(file_with(language=code))).startswith("At language: ")


def test_respondents_leave_sorted_by_their_random_ids() -> None:
    people = [respondent(id=name)[0] for name in ("zz", "aa", "mm")]
    text = canonical(parse_assessment(raw(file_with(respondents=people)), INSTRUMENT))
    assert [r["id"] for r in json.loads(text)["respondents"]] == ["aa", "mm", "zz"]


def test_the_letters_of_an_escaped_nul_are_text() -> None:
    data = raw(file_with()).replace(b"Kestrel", b"Kes\\\\u0000trel")
    assert parse_assessment(data, real_instrument()).organisation.name.startswith("Kes\\u0000trel")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "not complete JSON"),
        (b"{", "not complete JSON"),
        (EXAMPLE[: len(EXAMPLE) // 2], "not complete JSON"),
        (b"\xff\xfe", "not UTF-8"),
        (b"[]", "one JSON object"),
        (b"null", "one JSON object"),
        (b'{"a": 1, "a": 2}', "appears twice"),
        (raw(file_with()).replace(b'"level": 3', b'"level": NaN'), "NaN"),
        (raw(file_with()).replace(b'"level": 3', b'"level": Infinity'), "Infinity"),
        (raw(file_with()).replace(b"Kestrel", b"Kes\\u0000trel"), "NUL"),
        (b"[" * 50 + b"]" * 50, "20 levels"),
        (b'{"a":' * 100_000, "20 levels"),
        (b" " * (MAX_BYTES + 1), "5 MB"),
        (b'{"a": ' + b"9" * 10_000 + b"}", "number"),
    ],
    ids=lambda value: None if isinstance(value, str) else repr(value[:24]),
)
def test_what_is_not_an_assessment_file_is_refused_as_a_whole(data: bytes, said: str) -> None:
    assert said in assert_refused(data)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"format": "other"}, "format"),
        ({"version": 2}, "version 2"),
        ({"version": True}, "version"),
        ({"version": None}, "version"),
        ({"parked": ["OPS-4", "OPS-4"]}, "appears twice"),
        ({"organisation": {"name": "   "}}, "organisation.name"),
        ({"version": "1"}, "version"),
        ({"instrument": "coffee"}, "instrument"),
        ({"edition": "2031.1"}, "edition"),
        ({"colour": "red"}, "colour"),
        ({"privacy": "secret"}, "privacy"),
        ({"organisation": {}}, "organisation.name"),
        ({"organisation": {"name": ""}}, "organisation.name"),
        ({"organisation": {"name": "x" * 121}}, "organisation.name"),
        ({"organisation": {"name": "X", "employees": "many"}}, "organisation.employees"),
        ({"respondents": respondent(camp="sales")}, "respondents.0.camp"),
        ({"respondents": respondent(id="a b")}, "respondents.0.id"),
        ({"respondents": respondent() * 2}, "appears twice"),
        ({"respondents": respondent(name="Ada")}, "open mode"),
        ({"respondents": respondent(responses={"STR-1": {"level": 0}})}, "responses.STR-1.level"),
        ({"respondents": respondent(responses={"STR-1": {"level": 6}})}, "responses.STR-1.level"),
        ({"respondents": respondent(responses={"STR-1": {"level": 2.5}})}, "responses.STR-1.level"),
        ({"respondents": respondent(responses={"STR-1": {"level": "3"}})}, "responses.STR-1.level"),
        ({"respondents": respondent(responses={"STR-1": {"level": True}})}, "responses.STR-1.level"),
        ({"respondents": respondent(responses={"STR-1": {}})}, "responses.STR-1"),
        ({"respondents": respondent(responses={"STR-1": {"kind": "dont_know", "level": 2}})}, "STR-1"),
        (
            {"respondents": respondent(responses={"STR-1": {"kind": "not_applicable", "reason": "x"}})},
            "STR-1",
        ),
        ({"respondents": respondent(responses={"OPS-5": {"kind": "not_applicable"}})}, "OPS-5"),
        ({"respondents": respondent(responses={"XYZ-1": {"level": 3}})}, "XYZ-1"),
        ({"respondents": respondent(second_vote={"XYZ-1": {"level": 3}})}, "XYZ-1"),
        ({"respondents": respondent(predictions={"STR-2": 3})}, "STR-2"),
        ({"respondents": respondent(activity={"ACT-9": 3})}, "ACT-9"),
        ({"respondents": respondent(ranking=["cost", "cost"])}, "ranking"),
        ({"respondents": respondent(ranking=["fame"])}, "fame"),
        (
            {"respondents": respondent(responses={"STR-1": {"level": 3, "evidence": "x" * 201}})},
            "STR-1.evidence",
        ),
        (
            {"respondents": respondent(responses={"STR-1": {"kind": "dont_know", "evidence": "x"}})},
            "evidence",
        ),
        (
            {
                "respondents": respondent(
                    responses={"STR-1": {"level": 3, "backing": "opinion", "evidence": "x"}}
                )
            },
            "nothing to show",
        ),
        ({"respondents": respondent(decisions={"paint_office": "CEO"})}, "paint_office"),
        ({"agreed": {"STR-1": {"level": 5}}}, "outside the votes"),
        ({"agreed": {"XYZ-1": {"level": 3}}}, "XYZ-1"),
        ({"parked": ["XYZ-1"]}, "XYZ-1"),
        ({"initiatives": [{"name": "a", "stage": "dream"}]}, "initiatives.0.stage"),
        ({"initiatives": [{"name": "a", "monthly_cost": -1}]}, "initiatives.0.monthly_cost"),
        ({"commitments": [{"move": "OWN-1:9"}]}, "commitments.0.move"),
        ({"commitments": [{"move": "OWN-1:2", "due": "2027-02-30"}]}, "is not a date"),
        ({"commitments": [{"owner": "COO"}]}, "either a move or words of its own"),
        ({"commitments": [{"text": " "}]}, "either a move or words of its own"),
        ({"commitments": [{"move": "OWN-1:2", "text": "Tidy up"}]}, "either a move or words of its own"),
        ({"commitments": [{"text": "x" * 301}]}, "commitments.0.text"),
        (
            {"commitments": [{"text": "x", "stands_behind": {"in_favour": 3, "asked": 2}}]},
            "in_favour cannot be more than asked",
        ),
        ({"commitments": [{"move": "OWN-1:2", "review": "soon"}]}, "commitments.0.review"),
        ({"use_cases": [{"name": "a", "lever": "cost", "portfolio": "improve"}]}, "use_cases.0.portfolio"),
        ({"use_cases": [{"name": "a", "lever": "cost", "class": "grow"}]}, "use_cases.0.class"),
        ({"use_cases": [{"name": "a", "lever": "cost", "triage": "maybe"}]}, "use_cases.0.triage"),
        ({"roadmap": {"target": 1}}, "roadmap.target"),
        ({"roadmap": {"colour": 1}}, "roadmap.colour"),
        ({"roadmap": {"capacity": {"CEO": -1}}}, "roadmap.capacity.CEO"),
        ({"roadmap": {"moves": [{"move": "XYZ-1:2"}]}}, "XYZ-1"),
        ({"roadmap": {"moves": [{"move": "OWN-1:2"}, {"move": "OWN-1:2"}]}}, "appears twice"),
        ({"roadmap": {"moves": [{"move": "OWN-1:2", "start_day": 366}]}}, "start_day"),
        ({"roadmap": {"moves": [{"move": "OWN-1:2", "review": "2027-02-30"}]}}, "is not a date"),
        ({"ownership": {"decisions": {"paint_office": {}}}}, "paint_office"),
        ({"ownership": {"decisions": {"fund": {"risk_owner": "CLO"}}}}, "risk_owner"),
        ({"ownership": {"use_cases": {"": {}}}}, "ownership.use_cases"),
        ({"ai_uses": [{"name": "a"}, {"name": "a"}]}, "appears twice"),
        ({"ai_uses": [{"name": "a", "answers": {"hires_people": "maybe"}}]}, "hires_people"),
        ({"risk_statement": {"lines": [{"area": "data", "text": "a"}]}}, "lines.0.decision"),
        (
            {
                "risk_statement": {
                    "lines": [{"area": "data", "text": "a", "decision": "never", "signed_by": "CFO"}]
                }
            },
            "must be given together",
        ),
        ({"charter": {"minutes": 4}}, "charter.minutes"),
        ({"charter": {"members": ["x" * 61]}}, "charter.members.0"),
        ({"charter": {"forums": [{"kind": "strategy_session", "minutes": 4}]}}, "charter.forums.0.minutes"),
        ({"charter": {"forums": [{"name": "Session"}]}}, "charter.forums.0.kind"),
        (
            {"charter": {"forums": [{"kind": "strategy_session"}, {"kind": "strategy_session"}]}},
            "each kind of forum is listed once",
        ),
    ],
    ids=lambda value: None if isinstance(value, str) else json.dumps(value)[:60],
)
def test_a_wrong_place_is_named(changes: dict[str, Any], said: str) -> None:
    assert said in assert_refused(raw(file_with(**changes)))


def test_a_message_never_grows_beyond_five_hundred_characters() -> None:
    for data in (
        file_with(**{"x" * 5_000: 1}),
        file_with(respondents=respondent(responses={"Z" * 5_000: {"level": 3}})),
    ):
        assert 20 < len(assert_refused(raw(data))) <= 500


@pytest.mark.parametrize("place", ["Kestrel", "STR-1", "2026.2", "ai-readiness", "plumbline-assessment"])
def test_half_a_surrogate_pair_is_refused_in_words_that_can_be_shown(place: str) -> None:
    people = respondent(responses={"STR-1": {"level": 3}})
    data = raw(file_with(respondents=people)).replace(place.encode(), b"\\ud800")
    for refused in (data, b'{"\\ud800": 1, "\\ud800": 2}'):
        message = assert_refused(refused)
        assert message == message.encode("utf-8", "replace").decode()


def test_an_agreed_level_within_the_second_votes_is_accepted() -> None:
    people = respondent(second_vote={"STR-1": {"level": 4}})
    found = parse_assessment(raw(file_with(respondents=people, agreed={"STR-1": {"level": 4}})), INSTRUMENT)
    assert found.agreed["STR-1"].level == 4


@given(st.binary(max_size=400))
def test_no_bytes_make_the_reader_fail_in_any_other_way(data: bytes) -> None:
    with pytest.raises(RefusedFile):
        parse_assessment(data, INSTRUMENT)


TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=80)
RESPONSES = st.one_of(
    st.builds(
        lambda level, note: {"level": level} | ({"note": note} if note else {}),
        st.integers(1, 5),
        st.none() | TEXTS,
    ),
    st.just({"kind": "dont_know"}),
)


@given(
    TEXTS.filter(str.strip),
    st.dictionaries(st.sampled_from(sorted(INSTRUMENT.practices)), RESPONSES),
    TEXTS,
)
def test_export_import_export_is_byte_identical(name: str, responses: dict[str, Any], metric: str) -> None:
    data = file_with(
        organisation={"name": name},
        respondents=respondent(responses=responses),
        initiatives=[{"name": name, "metric": metric, "monthly_cost": 12}],
    )
    once = canonical(parse_assessment(raw(data), INSTRUMENT))
    assert canonical(parse_assessment(once.encode(), INSTRUMENT)) == once


SIGNATURES = st.lists(
    st.one_of(
        st.fixed_dictionaries({"role": TEXTS.map(lambda t: t[:60]), "day": st.dates().map(str)}),
        st.fixed_dictionaries(
            {
                "role": TEXTS.map(lambda t: t[:60]),
                "day": st.dates().map(str),
                "stance": st.sampled_from(["with_condition", "refused"]),
                "note": TEXTS.filter(str.strip),
            }
        ),
    ),
    max_size=5,
    unique_by=lambda signature: str(signature["role"]),
)
ASKED = st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(SIGNATURES, st.lists(TEXTS.map(lambda t: t[:60]), max_size=5), TEXTS, ASKED)
def test_signatures_results_and_who_knows_of_them_leave_as_they_came(
    signatures: list[dict[str, Any]], signers: list[str], result: str, asked: tuple[int, int]
) -> None:
    line = {"area": "data", "text": "No.", "decision": "never", "signatures": signatures}
    known = dict(zip(("known_to", "leaders_asked"), asked, strict=True))
    data = file_with(
        initiatives=[{"name": "Chat", "result": result} | known],
        risk_statement={"lines": [line], "signers": signers},
    )
    found = parse_assessment(raw(data), INSTRUMENT)
    once = canonical(found)
    assert parse_assessment(once.encode(), INSTRUMENT) == found
    assert canonical(parse_assessment(once.encode(), INSTRUMENT)) == once
    assert found.initiatives[0].known_to == asked[0]
    assert found.risk_statement is not None
    assert [one.role for one in found.risk_statement.lines[0].signed] == [one["role"] for one in signatures]


def test_a_plan_comes_back_byte_for_byte_under_the_names_of_the_file() -> None:
    use = {"name": "Planner", "lever": "cost", "class": "improve", "exploring": True, "blocked_by": "The ERP"}
    planned = {"move": "OWN-1:2", "owner": "Fleet manager", "effort": 2.5, "chosen": False}
    line = {"area": "data", "text": "No.", "decision": "never", "signed_by": "CFO", "signed_on": "2026-12-01"}
    data = file_with(
        use_cases=[use],
        roadmap={"target": 3, "capacity": {"CEO": 4.0}, "moves": [planned]},
        ownership={"use_cases": {"Planner": {"accountable": "COO", "risk_owner": "CLO"}}},
        ai_uses=[{"name": "Chat", "answers": {"hires_people": "unknown"}}],
        risk_statement={"lines": [line]},
        charter={
            "members": ["CEO"],
            "minutes": 60,
            "forums": [{"kind": "book_club", "leaves": ["One idea"]}],
        },
    )
    found = parse_assessment(raw(data), INSTRUMENT)
    assert json.loads(canonical(found)) == data
    assert found.use_cases[0].portfolio == "improve"


def test_signatures_of_each_executive_results_and_who_knows_come_back_byte_for_byte() -> None:
    line = {
        "area": "data",
        "text": "No.",
        "decision": "never",
        "signed_by": "CFO",
        "signed_on": "2026-12-01",
        "signatures": [
            {"role": "CEO", "day": "2026-12-02"},
            {"role": "CIO", "day": "2026-12-02", "stance": "with_condition", "note": "Sales first"},
            {"role": "COO", "day": "2026-12-02", "stance": "refused"},
        ],
    }
    data = file_with(
        initiatives=[{"name": "Chat", "result": "4 minutes", "known_to": 0, "leaders_asked": 5}],
        risk_statement={"lines": [line], "signers": ["CEO", "CFO"]},
    )
    found = parse_assessment(raw(data), INSTRUMENT)
    assert json.loads(canonical(found)) == data
    assert found.risk_statement is not None
    assert found.risk_statement.lines[0].signed_roles == ("CFO", "CEO", "CIO", "COO")


@pytest.mark.parametrize(
    ("signatures", "said"),
    [
        ([{"role": "CFO", "day": "2026-12-02"}], "each role signs a line once"),
        (
            [{"role": "CEO", "day": "2026-12-02", "stance": "with_condition"}],
            "with_condition needs the condition",
        ),
        ([{"role": "CEO", "day": "2026-12-02", "note": "Sales first"}], "accepted takes no note"),
        ([{"role": "CEO", "day": "2026-02-30"}], "is not a date"),
        ([{"role": "CEO", "day": "2026-12-02", "stance": "perhaps"}], "stance"),
        ([{"role": "CEO", "day": "2026-12-02"}] * 2, "each role signs a line once"),
        ([{"role": f"R{n}", "day": "2026-12-02"} for n in range(41)], "maximum 40"),
        ([{"role": f"R{n}", "day": "2026-12-02"} for n in range(5_000)], "maximum 40"),
        ([{"role": "", "day": "2026-12-02"}], "signatures.0.role"),
        ([{"role": "R" * 61, "day": "2026-12-02"}], "signatures.0.role"),
        ([{"role": "CEO", "day": "0000-12-02"}], "is not a date"),
        ([{"role": "CEO", "day": "2026-12-02\n"}], "signatures.0.day"),
        ([{"role": "CEO", "day": "２０２６-12-02"}], "signatures.0.day"),
        ([{"role": "CEO", "day": 20261202}], "signatures.0.day"),
        ([{"role": "CEO"}], "signatures.0.day"),
        ([{"role": "CEO", "day": "2026-12-02", "note": "x" * 1_001}], "signatures.0.note"),
        ("CEO", "signatures"),
    ],
)
def test_a_signature_that_says_nothing_is_refused_with_its_place(
    signatures: list[dict[str, Any]] | str, said: str
) -> None:
    line = {"area": "data", "text": "No.", "decision": "never", "signed_by": "CFO", "signed_on": "2026-12-01"}
    data = file_with(risk_statement={"lines": [line | {"signatures": signatures}]})
    with pytest.raises(RefusedFile, match=r"risk_statement\.lines\.0") as refused:
        parse_assessment(raw(data), INSTRUMENT)
    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({"known_to": 2}, "must be given together"),
        ({"leaders_asked": 2}, "must be given together"),
        ({"known_to": 3, "leaders_asked": 2}, "cannot be more"),
        ({"known_to": -1, "leaders_asked": 2}, "known_to"),
        ({"known_to": 0, "leaders_asked": 0}, "leaders_asked"),
        ({"known_to": 1, "leaders_asked": 501}, "leaders_asked"),
        ({"known_to": 1.5, "leaders_asked": 2}, "known_to"),
        ({"known_to": True, "leaders_asked": 2}, "known_to"),
        ({"known_to": "1", "leaders_asked": 2}, "known_to"),
        ({"result": "x" * 1_001}, "result"),
        ({"result": 4}, "result"),
    ],
)
def test_who_knows_of_an_initiative_is_a_count_of_those_asked(counts: dict[str, Any], said: str) -> None:
    with pytest.raises(RefusedFile, match=r"initiatives\.0") as refused:
        parse_assessment(raw(file_with(initiatives=[{"name": "Chat"} | counts])), INSTRUMENT)
    assert said in str(refused.value)
