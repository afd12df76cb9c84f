"""What Hypothesis draws: whole assessments, with every character a text can hold."""

from typing import get_args

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from assessment.answers.records import (
    BACKINGS,
    SIZE_BANDS,
    STAGES,
    Agreed,
    Assessment,
    Assumptions,
    Commitment,
    Estimate,
    Initiative,
    Organisation,
    Respondent,
    Response,
    UseCase,
)
from assessment.instrument.model import CAMPS
from assessment.plan.commitments import TEXT_LIMIT, Backers
from assessment.plan.records import (
    AiUse,
    Charter,
    Forum,
    Owners,
    Ownership,
    PortfolioClass,
    RiskArea,
    RiskDecision,
    RiskLine,
    RiskStatement,
    Roadmap,
    RoadmapMove,
    Signature,
    Triage,
    UseAnswer,
    UseOwners,
)

NASTY = st.sampled_from(
    ["'; DROP TABLE response; --", "%s %(a)s :b ?", "\\ \\u0000 \\x00", "\u202eabc", "𝔘🏭é e\u0301"]
)
characters = st.characters(exclude_categories=["Cs"], exclude_characters="\x00")


def texts(most: int, least: int = 0) -> st.SearchStrategy[str]:
    return st.text(characters, min_size=least, max_size=min(most, 30)) | NASTY.filter(
        lambda t: len(t) <= most
    )


codes = st.sampled_from(["ABC-1", "ABC-2", "DEF-1", "GHI-3"])
slugs = st.sampled_from(["growth", "cost", "customers", "risk", "speed"])
levels = st.integers(1, 5)
backings = st.none() | st.sampled_from(BACKINGS)
notes = st.none() | texts(1000)
names = st.none() | texts(60)
days = st.none() | st.just("2027-06-30")
money = st.none() | st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(10**9), 10**9)
sure_money = st.floats(allow_nan=False, allow_infinity=False)
estimates = st.none() | st.builds(Estimate, low=sure_money, likely=sure_money, high=sure_money)

notes_of_a_line = st.none() | texts(120)
weeks = st.none() | st.floats(0, 1_000)

responses = (
    st.builds(Response, level=levels, backing=backings, note=notes)
    | st.builds(
        Response,
        level=levels,
        backing=st.sampled_from([None, "document", "number"]),
        evidence=st.none() | texts(200),
    )
    | st.builds(Response, level=levels)
    | st.builds(Response, kind=st.just("dont_know"), note=notes)
    | st.builds(Response, kind=st.just("not_applicable"), reason=texts(1000, 1).filter(str.strip))
)
respondents = st.builds(
    Respondent,
    id=st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_-]{0,8}", fullmatch=True),
    name=st.none() | texts(120),
    function=texts(60, 1),
    camp=st.sampled_from(CAMPS),
    responses=st.dictionaries(codes, responses),
    second_vote=st.dictionaries(codes, responses),
    predictions=st.dictionaries(codes, levels),
    activity=st.dictionaries(codes, levels),
    ranking=st.lists(slugs, unique=True),
    barriers=st.lists(slugs, unique=True),
    decisions=st.dictionaries(slugs, texts(60, 1)),
)
use_cases = st.builds(
    UseCase,
    name=texts(120, 1),
    lever=st.sampled_from(["cost", "revenue", "customers", "process", "risk"]),
    owner=names,
    metric=notes,
    baseline=money,
    target=money,
    date=days,
    investment=estimates,
    annual_benefit=estimates,
    success_probability=st.none() | st.floats(0, 1),
    blocked_by=notes_of_a_line,
    triage=st.none() | st.sampled_from(get_args(Triage)),
    triage_answers=st.dictionaries(slugs, st.sampled_from(["yes", "no", "unknown"]), max_size=3),
    effort_weeks=weeks,
    exploring=st.booleans(),
) | st.sampled_from(get_args(PortfolioClass)).map(
    lambda found: UseCase.model_validate({"name": "Planner", "lever": "cost", "class": found})
)
initiatives = st.builds(
    Initiative,
    name=texts(120, 1),
    owner=names,
    stage=st.sampled_from(STAGES),
    monthly_cost=st.none() | st.floats(0, 1e12),
) | st.builds(
    Initiative, name=texts(120, 1), result=notes, known_to=st.integers(0, 3), leaders_asked=st.just(3)
)
subjects = st.sampled_from(["ABC-1:2", "DEF-1:5"]).map(lambda move: {"move": move})
subjects |= texts(TEXT_LIMIT, 1).filter(str.strip).map(lambda words: {"text": words})
backers = st.tuples(st.integers(0, 5), st.integers(0, 5), st.booleans()).map(
    lambda two: Backers(in_favour=min(two[:2]), asked=max(1, *two[:2])) if two[2] else None
)
commitments = st.builds(
    lambda subject, **others: Commitment(**subject, **others),
    subject=subjects,
    owner=names,
    due=days,
    status=st.sampled_from(["open", "kept", "late", "dropped"]),
    note=notes,
    review=days,
    stands_behind=backers,
)
roles = texts(60, 1)
some_roles = st.lists(roles, max_size=3)
roadmaps = st.builds(
    Roadmap,
    target=st.none() | st.integers(2, 5),
    start=days,
    capacity=st.dictionaries(roles, st.floats(0, 1_000), max_size=3),
    moves=st.lists(
        st.builds(
            RoadmapMove,
            move=st.sampled_from(["ABC-1:2", "ABC-2:3", "DEF-1:5"]),
            owner=names.filter(lambda name: name != ""),
            effort=weeks,
            start_day=st.none() | st.integers(0, 365),
            goal=notes,
            review=days,
            portfolio=st.none() | st.sampled_from(get_args(PortfolioClass)),
            visible_win=st.booleans(),
            chosen=st.none() | st.booleans(),
        ),
        max_size=3,
        unique_by=lambda planned: planned.move,
    ),
)
owners = {"accountable": st.none() | roles, "consulted": some_roles, "informed": some_roles}
ownerships = st.builds(
    Ownership,
    decisions=st.dictionaries(slugs, st.builds(Owners, **owners), max_size=3),
    use_cases=st.dictionaries(
        texts(120, 1), st.builds(UseOwners, risk_owner=st.none() | roles, **owners), max_size=3
    ),
)
ai_uses = st.builds(
    AiUse,
    name=texts(120, 1),
    owner=st.none() | roles,
    vendor=notes_of_a_line,
    answers=st.dictionaries(slugs, st.sampled_from(get_args(UseAnswer))),
    note=notes,
)
risk_statements = st.builds(
    RiskStatement,
    lines=st.lists(
        st.builds(
            RiskLine,
            area=st.sampled_from(get_args(RiskArea)),
            text=texts(1000, 1),
            decision=st.sampled_from(get_args(RiskDecision)),
        )
        | st.builds(
            RiskLine,
            area=st.just("data"),
            text=texts(1000, 1),
            decision=st.just("never"),
            signed_by=roles,
            signed_on=st.just("2026-12-01"),
        )
        | st.builds(
            RiskLine,
            area=st.just("ethics"),
            text=texts(1000, 1),
            decision=st.just("free"),
            signatures=st.lists(
                st.builds(
                    Signature,
                    role=roles,
                    day=st.just("2026-12-01"),
                    stance=st.sampled_from(["accepted", "refused"]),
                )
                | st.builds(
                    Signature,
                    role=roles,
                    day=st.just("2026-12-02"),
                    stance=st.sampled_from(["with_condition", "refused"]),
                    note=texts(1000, 1).filter(str.strip),
                ),
                max_size=3,
                unique_by=lambda signature: signature.role,
            ),
        ),
        max_size=3,
    ),
    signers=some_roles,
)
charters = st.builds(
    Charter,
    forums=st.lists(
        st.builds(
            Forum,
            kind=st.sampled_from(["strategy_session", "book_club", "x_1"]),
            name=st.none() | texts(120),
            members=some_roles,
            agenda=st.lists(texts(300, 1), max_size=2),
            leaves=st.lists(texts(300, 1), max_size=2),
        ),
        max_size=3,
        unique_by=lambda forum: forum.kind,
    ),
    name=notes_of_a_line,
    members=some_roles,
    minutes=st.none() | st.integers(5, 480),
    rights=st.lists(texts(300, 1), max_size=3),
)
assessments = st.builds(
    Assessment,
    instrument=st.just("toy"),
    edition=st.sampled_from(["2026.1", "2027.12"]),
    language=st.sampled_from(["en", "de", "qps"]),
    organisation=st.builds(
        Organisation,
        name=texts(120, 1),
        sector=st.none() | texts(120),
        employees=st.none() | st.sampled_from(SIZE_BANDS),
        country=st.none() | texts(60),
    ),
    privacy=st.sampled_from(["open", "by_camp", "team"]),
    respondents=st.lists(respondents, max_size=4, unique_by=lambda r: r.id),
    agreed=st.dictionaries(
        codes,
        st.builds(
            Agreed,
            level=levels,
            backing=backings,
            evidence=st.none() | texts(200),
            note=notes,
            dissent=notes,
            owner=names,
        ),
    ),
    parked=st.lists(codes, max_size=4),
    initiatives=st.lists(initiatives, max_size=3),
    use_cases=st.lists(use_cases, max_size=3),
    assumptions=st.none() | st.builds(Assumptions, ramp=st.lists(st.floats(0, 1), min_size=1, max_size=4)),
    commitments=st.lists(commitments, max_size=3),
    roadmap=st.none() | roadmaps,
    ownership=st.none() | ownerships,
    ai_uses=st.lists(ai_uses, max_size=3, unique_by=lambda use: use.name),
    risk_statement=st.none() | risk_statements,
    charter=st.none() | charters,
)

LAW = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
