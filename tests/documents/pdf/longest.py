"""The longest texts an instrument may have."""

from assessment.instrument.model import Instrument, LevelName
from assessment.instrument.moves import Kpi
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
