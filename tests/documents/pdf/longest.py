"""The longest texts an instrument may have, and reports with every free text replaced."""

from dataclasses import replace

from assessment.answers.records import Organisation
from assessment.instrument.model import Instrument, LevelName
from assessment.instrument.moves import Kpi
from report.model.answers import AnswerRow
from report.model.plan import MoveCard
from report.model.report import Report
from tests.toy import toy_instrument, toy_move, toy_pillar, with_practices


def longest_instrument() -> Instrument:
    """A company's own instrument that uses every limit: long texts, many sections, one very large."""
    text, short = ("A sentence as long as it may be. " * 20)[:599] + ".", ("A long title " * 8)[:90]
    kpi = Kpi(name=short, unit="u" * 40, direction="up", how=text, leading=True)
    long_moves = [
        toy_move(to).model_copy(
            update={"title": short, "lacking": short, "steps": [text] * 5, "kpi": kpi, "evidence": text}
        )
        for to in (2, 3, 4, 5)
    ]
    changes = {
        "title": short,
        "stem": text,
        "why": text,
        "levels": [text] * 5,
        "evidence": text,
        "moves": long_moves,
    }
    counts = [70, 2, 3, 4, 5, 6, 7, 8, 9, 4, 3]
    pillars = []
    for number, count in enumerate(counts):
        pillar = toy_pillar(f"pillar_{number}", f"P{'ABCDEFGHIJK'[number]}", count)
        pillar = with_practices(pillar, {p.code: changes for p in pillar.practices})
        pillars.append(pillar.model_copy(update={"title": short, "why": text}))
    levels = [LevelName(name=f"{n} {short}"[:90], meaning=text) for n in range(1, 6)]
    return toy_instrument(pillars).model_copy(update={"levels": levels, "limits": text.replace(". ", ", ")})


def with_texts(report: Report, text: list[str]) -> Report:
    """The report with every free text replaced, taking the given ones in turn."""
    turn = iter(text * 400)

    def some(_old: object = None) -> str:
        return next(turn)

    def card_with(card: MoveCard) -> MoveCard:
        return replace(card, lead=some(), supporting=(some(), some()), situation=some(), becomes=some())

    headline = report.headline
    sections = [
        replace(
            section,
            sentence=some(),
            practices=tuple(
                replace(view, situation=some(), next_situation=some(), backing=some(), notes=(some(), some()))
                for view in section.practices
            ),
        )
        for section in report.sections
    ]
    organisation = Organisation.model_construct(name=some())
    return replace(
        report,
        basis=replace(report.basis, organisation=organisation, people=tuple(some() for _ in range(9))),
        headline=replace(
            headline, level=some(), backing=some(), holding=some(), gap=some(), sides=some(), name=some()
        ),
        sections=tuple(sections),
        path=report.path and replace(report.path, moves=tuple(map(card_with, report.next_moves))),
        gaps=tuple(replace(gap, question=some()) for gap in report.gaps),
        exposures=tuple(some() for _ in range(6)),
        errands=tuple(replace(errand, ask=some()) for errand in report.errands),
        activity=tuple((some(), some()) for _ in range(4)),
        decisions=tuple(replace(d, title=some(), meaning=some(), role=some()) for d in report.decisions),
        ranking=tuple(some() for _ in range(6)),
        barriers=tuple(some() for _ in range(6)),
        answers=tuple(AnswerRow(some(), some(), some(), some(), some(), some(), some()) for _ in range(5)),
        confidentiality=some(),
    )
