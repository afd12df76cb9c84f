"""A toy instrument and its respondents, built in Python: small, harmless, and valid for every check.

    toy_instrument()                     gates alpha (ABC-1…4) and beta (DEF-1…4), enabling gamma (GHI-1…3)
    toy_instrument([toy_pillar("alpha", "ABC", 2)])          only what a test needs
    toy_respondent("r1", "business", {"ABC-1": 3, "ABC-2": "?", "ABC-3": "-", "ABC-4": (4, "number")})

In every pillar the first two practices are key, the others may not apply; the first is tagged
scaling and predict. `"?"` is *don't know*, `"-"` is *does not apply*.
"""

from collections.abc import Iterable, Mapping, Sequence

from assessment.answers.records import Backing, Respondent, Response
from assessment.instrument.model import (
    ActivityItem,
    Camp,
    Choice,
    Discussion,
    Function,
    Instrument,
    LevelName,
    Pillar,
    Practice,
    Role,
    Source,
)
from assessment.instrument.moves import Kpi, Move

Answer = int | str | tuple[int, Backing | None]

LEVEL_NAMES = ("Loose", "Tried", "Settled", "Shared", "Lasting")
SITUATIONS = [
    "Nobody looks after it, and it happens only when somebody remembers.",
    "One or two people have tried it, each in a way of their own.",
    "It is agreed and written down, and done for the things that matter.",
    "It is done everywhere, and somebody looks at the numbers each month.",
    "It changes what we decide, and it carried on after people left.",
]


def toy_move(to: int) -> Move:
    """The move to level `to`; its effort is 1, 2, 3, 5 person-weeks for 2, 3, 4, 5."""
    return Move(
        to=to,
        title=f"Tidy the shelf up to level {to}",
        lacking=f"the shelf is not tidy enough for level {to}",
        steps=["Take everything off the shelf.", "Put back what is used and label it."],
        points={2: 1, 3: 2, 4: 3, 5: 5}[to],  # type: ignore[arg-type]
        weeks=to,
        lead="COO",
        supporting=["CIO"],
        kpi=Kpi(name="Labelled shelves", unit="%", direction="up", how="Count them on Friday.", leading=True),
        evidence="A photograph of the shelf with its labels.",
        portfolio="maintain",
    )


def toy_practice(code: str, **changes: object) -> Practice:
    """A practice with harmless texts; `changes` are fields of `Practice`."""
    fields: dict[str, object] = {
        "code": code,
        "title": f"Shelf {code}",
        "stem": f"How is shelf {code} looked after?",
        "stem_technology": f"How is the store behind shelf {code} kept?",
        "why": "A tidy shelf saves a walk. A labelled one saves a question.",
        "levels": SITUATIONS,
        "evidence": "The list on the side of the shelf.",
        "discussion": Discussion(
            business_higher="Who last found what they looked for?",
            technology_higher="Who last looked in vain?",
        ),
        "ask": "COO",
        "sources": ["TOY"],
        "moves": [toy_move(to) for to in (2, 3, 4, 5)],
    }
    return Practice.model_validate(fields | changes)


def toy_pillar(code: str, prefix: str, count: int, role: Role = "gate", weight: float = 1.0) -> Pillar:
    """A pillar with the practices `prefix`-1 … `prefix`-`count`, two of them key."""
    practices = [
        toy_practice(
            f"{prefix}-{number}",
            key=number <= 2,
            scaling=number == 1,
            predict=number == 1,
            na_allowed=number > 2,
        )
        for number in range(1, count + 1)
    ]
    return Pillar(
        code=code, title=code.title(), role=role, weight=weight, why="Shelves matter.", practices=practices
    )


def with_practices(pillar: Pillar, changes: Mapping[str, Mapping[str, object]]) -> Pillar:
    """The pillar with some practices changed: `{"ABC-1": {"weight": 3}}`."""
    practices = [p.model_copy(update=dict(changes.get(p.code, {}))) for p in pillar.practices]
    return pillar.model_copy(update={"practices": practices})


def without(instrument: Instrument, code: str) -> Instrument:
    """The instrument as if the practice had never been asked."""
    pillars = [
        pillar.model_copy(update={"practices": [p for p in pillar.practices if p.code != code]})
        for pillar in instrument.pillars
    ]
    return toy_instrument(pillars)


def toy_instrument(pillars: Sequence[Pillar] | None = None, activity: int = 4) -> Instrument:
    """A small instrument; pillar weights are scaled to add up to 1."""
    chosen = pillars or [
        toy_pillar("alpha", "ABC", 4),
        toy_pillar("beta", "DEF", 4),
        toy_pillar("gamma", "GHI", 3, role="enabling"),
    ]
    total = sum(p.weight for p in chosen)
    return Instrument(
        code="toy-shelves",
        edition="2026.1",
        language="en",
        title="Toy shelves",
        purpose="Tries the method on shelves.",
        limits="It says nothing about anything else.",
        levels=[LevelName(name=name, meaning=f"Shelves are {name.lower()}.") for name in LEVEL_NAMES],
        pillars=[p.model_copy(update={"weight": p.weight / total}) for p in chosen],
        activity=[
            ActivityItem(
                code=f"ACT-{number}", title=f"Activity {number}", stem="How much goes on?", levels=SITUATIONS
            )
            for number in range(1, activity + 1)
        ],
        decisions=[Choice(code="buy_shelf", title="Buy a shelf", meaning="Who says yes to a new shelf.")],
        outcomes=[
            Choice(code=code, title=code.title(), meaning=f"Shelves that bring {code}.")
            for code in ("order", "speed", "space")
        ],
        barriers=[
            Choice(code=code, title=code.title(), meaning=f"Shelves suffer from {code}.")
            for code in ("dust", "height", "price")
        ],
        functions=[
            Function(code="CEO", title="Chief executive", camp="business"),
            Function(code="COO", title="Operations", camp="business"),
            Function(code="CIO", title="Technology", camp="technology"),
        ],
        sources=[Source(id="TOY", citation="A shelf.", interest="None.")],
    )


def toy_response(answer: Answer) -> Response:
    """`3`, `(3, "document")`, `"?"` (don't know) or `"-"` (does not apply) as a response."""
    if answer == "?":
        return Response(kind="dont_know")
    if answer == "-":
        return Response(kind="not_applicable", reason="We have no shelf.")
    level, backing = answer if isinstance(answer, tuple) else (answer, None)
    return Response(level=int(level), backing=backing)


def toy_respondent(
    name: str,
    camp: Camp,
    answers: Mapping[str, Answer],
    activity: Mapping[str, int] | None = None,
    predictions: Mapping[str, int] | None = None,
) -> Respondent:
    """One person's answers in shorthand; practices left out are not answered."""
    return Respondent(
        id=name,
        function="CEO" if camp == "business" else "CIO",
        camp=camp,
        responses={code: toy_response(answer) for code, answer in answers.items()},
        activity=dict(activity or {}),
        predictions=dict(predictions or {}),
    )


def everyone(
    level: int,
    backing: Backing | None = None,
    instrument: Instrument | None = None,
    business: int = 2,
    technology: int = 2,
) -> list[Respondent]:
    """People of both camps who all give the same answer to everything."""
    codes: Iterable[str] = (instrument or toy_instrument()).practices
    answers: dict[str, Answer] = dict.fromkeys(codes, (level, backing))
    counts: dict[Camp, int] = {"business": business, "technology": technology}
    return [
        toy_respondent(f"{camp[0]}{number}", camp, answers)
        for camp, count in counts.items()
        for number in range(1, count + 1)
    ]
