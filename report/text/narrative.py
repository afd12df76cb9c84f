"""Sentences about the result, for screens and documents.

Only words the method allows (section 9): "you describe", "nothing recorded to back it", "hold you
there". No decimals on levels; counts up to twelve in words.
"""

from collections.abc import Collection, Iterable

from assessment.instrument.model import Instrument, Pillar
from assessment.privacy import Disclosure
from assessment.workshop.meeting import in_words
from language.lists import listed
from language.translation import _, ngettext
from report.model.report import Headline, Prediction
from report.text.strategy_gap import gap_sentence
from scoring.levels.ceiling import Ceiling
from scoring.levels.results import MEAN, AssessmentResult, PillarResult

NAMED_AT_MOST = 3


def count(number: int) -> str:
    """A count in words up to twelve, in digits above."""
    words = _("no one two three four five six seven eight nine ten eleven twelve").split()
    return words[number] if 0 <= number < len(words) else str(number)


def sentence(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def headline(
    instrument: Instrument,
    result: AssessmentResult,
    disclosure: Disclosure,
    predictions: Iterable[Prediction],
    withheld: Collection[str] = (),
) -> Headline:
    """The sentences of the cover; `withheld` are practices whose answers may not be shown."""
    return Headline(
        level=level_sentence(instrument, result, withheld),
        backing=backing_sentence(result),
        holding=holding_sentence(instrument, result, withheld),
        gap=gap_sentence(result.strategy_gap),
        sides=sides_sentence(result, disclosure, list(predictions)),
        name=instrument.level_name(result.level) if result.level else None,
    )


def level_sentence(instrument: Instrument, result: AssessmentResult, withheld: Collection[str] = ()) -> str:
    """“You describe level 2, Experimenting.”, or why there is no level yet."""
    if result.level is None:
        short = [p for p in instrument.pillars if not result.pillars[p.code].enough]
        where = listed([f"{p.title} ({_answered(result.pillars[p.code], p, withheld)})" for p in short])
        return _("There are not enough answers for a level yet: {where}.").format(where=where)
    unknown = unknown_to_one_person(result)
    if unknown:
        template = ngettext(
            "Level {level} for now, {name}: {count} answer that holds it is not yours to give.",
            "Level {level} for now, {name}: {count} answers that hold it are not yours to give.",
            len(unknown),
        )
    elif result.provisional:
        template = _("You describe level {level}, {name}, provisionally.")
    else:
        template = _("You describe level {level}, {name}.")
    name = instrument.level_name(result.level)
    return template.format(level=result.level, name=name, count=count(len(unknown)))


def ceiling_sentence(found: Ceiling) -> str:
    """“No higher than level 2; the other fifteen can only lower it.”; empty where there is no ceiling."""
    if found.level is None:
        return ""
    return _("No higher than level {level}; the other {others} can only lower it.").format(
        level=found.level, others=in_words(found.others)
    )


def unknown_to_one_person(result: AssessmentResult) -> list[str]:
    """One person alone: the practices that hold the level only because that person did not know."""
    if not result.single_view:
        return []
    return [c for c in result.held_by if c != MEAN and result.practices[c].state == "not_known"]


def _answered(pillar: PillarResult, asked: Pillar, withheld: Collection[str]) -> str:
    done = len(asked.practices) - len(pillar.missing)
    if any(code in withheld for code in pillar.missing):
        return _("{done} of {all} can be shown").format(done=done, all=len(asked.practices))
    return _("{done} of {all} answered").format(done=done, all=len(asked.practices))


def backing_sentence(result: AssessmentResult) -> str:
    """How much of the described level is backed by evidence, or why that is unknown."""
    recorded, of = result.backed.recorded, result.backed.of
    if of == 0:
        return _("No practice is at level 3 or higher, so there is nothing to back yet.")
    if recorded == 0:
        return _("Nothing has been recorded to back it yet: 0 of {of} answers.").format(of=of)
    if result.shown is None:
        return _(
            "Backing is recorded for {recorded} of {of} answers: too few to say which level you could show."
        ).format(recorded=recorded, of=of)
    start = _("{recorded} of {of} answers say what stands behind them").format(recorded=recorded, of=of)
    if result.shown == result.level:
        return _("{start}; you could show level {level} too.").format(start=start, level=result.shown)
    return _("{start}; you could show level {level}.").format(start=start, level=result.shown)


def holding_sentence(instrument: Instrument, result: AssessmentResult, withheld: Collection[str] = ()) -> str:
    """“Eight of your ten key practices are at level 2 or higher. Two hold you at level 1: …”"""
    if result.level is None:
        missing = [code for p in result.pillars.values() for code in p.missing_key if code not in withheld]
        if missing:
            titles = "; ".join(instrument.practices[code].title for code in missing)
            return _("Key practices without an answer: {titles}.").format(titles=titles)
        if withheld:
            return _("With more people’s answers the level appears.")
        return _("Answer the open questions and the level appears.")
    if result.level == 5:
        return _("Nothing holds you below the highest level.")
    keys_in_all = sum(
        1 for code, p in result.practices.items() if p.key and p.state != "not_applicable" and code
    )
    figures = {"all": count(keys_in_all), "next": result.level + 1}
    if result.key_practices_above == 0:
        above = _("None of your {all} key practices is at level {next} or higher.").format(**figures)
    else:
        above = ngettext(
            "{above} of your {all} key practices is at level {next} or higher.",
            "{above} of your {all} key practices are at level {next} or higher.",
            result.key_practices_above,
        ).format(above=sentence(count(result.key_practices_above)), **figures)
    return f"{above} {_holders(instrument, result)}"


def _holders(instrument: Instrument, result: AssessmentResult) -> str:
    codes = [code for code in result.held_by if code != MEAN]
    if not codes:
        sections = listed([instrument.pillar(code).title for code in result.binding])
        return _("No single practice holds you at level {level}; the average in {sections} does.").format(
            level=result.level, sections=sections
        )
    clauses = [lacking(instrument, result, code) for code in codes[:NAMED_AT_MOST]]
    more = len(codes) - len(clauses)
    if more:
        clauses.append(ngettext("and {more} more", "and {more} more", more).format(more=count(more)))
    head = ngettext(
        "{count} practice holds you at level {level}",
        "{count} practices hold you at level {level}",
        len(codes),
    ).format(count=sentence(count(len(codes))), level=result.level)
    return f"{head}: {'; '.join(clauses)}."


def lacking(instrument: Instrument, result: AssessmentResult, code: str) -> str:
    """What is not yet so, as a clause: the move that this practice needs next."""
    practice, found = instrument.practices[code], result.practices[code]
    if found.state == "not_known":
        return _("the answer to “{title}” is not known").format(title=practice.title)
    if found.level is None or found.level == 5:
        return practice.title
    return practice.move(found.level + 1).lacking


def sides_sentence(
    result: AssessmentResult, disclosure: Disclosure, predictions: list[Prediction]
) -> str | None:
    """Alone: what you expect the other side to say. Together: each side's level, if it may be shown."""
    if result.single_view:
        return _expected(predictions)
    what_if = result.what_if
    if not disclosure.sides or what_if.business is None or what_if.technology is None:
        return None
    if what_if.business == what_if.technology:
        return _("Business and technology, each alone, describe the same level: {level}.").format(
            level=what_if.business
        )
    return _(
        "If business is right you are at level {business}; if technology is right, at level {technology}."
    ).format(business=what_if.business, technology=what_if.technology)


def _expected(predictions: list[Prediction]) -> str | None:
    known = [(p.expected, p.own) for p in predictions if p.own is not None]
    if not known:
        return None
    lower = sum(expected < own for expected, own in known)
    higher = sum(expected > own for expected, own in known)
    if len(known) == 1:
        return _expected_once(lower - higher)
    figures = {"all": count(len(known))}
    if not lower and not higher:
        return _("You expect the other side to answer as you did on all {all}. Ask them and see.").format(
            **figures
        )
    if lower >= higher:
        text = _("You expect the other side to answer lower on {some} of {all}. Ask them and see.")
        return text.format(some=count(lower), **figures)
    text = _("You expect the other side to answer higher on {some} of {all}. Ask them and see.")
    return text.format(some=count(higher), **figures)


def _expected_once(below: int) -> str:
    """One prediction alone: lower (1), the same (0) or higher (-1)."""
    texts = {
        1: _(
            "On the one question you predicted, you expect the other side to answer lower. Ask them and see."
        ),
        0: _(
            "On the one question you predicted, you expect the other side to answer as you did. Ask them and see."
        ),
        -1: _(
            "On the one question you predicted, you expect the other side to answer higher. Ask them and see."
        ),
    }
    return texts[below]


def section_sentence(
    instrument: Instrument, result: AssessmentResult, pillar: Pillar, withheld: Collection[str] = ()
) -> str:
    """One section in one sentence: its level and what holds it."""
    found = result.pillars[pillar.code]
    if found.level is None:
        return _("Not enough answers for a level: {answered}.").format(
            answered=_answered(found, pillar, withheld)
        )
    name = instrument.level_name(found.level)
    if found.level == 5:
        return _("Level 5, {name}. Nothing holds this section lower.").format(name=name)
    if found.held_by == (MEAN,):
        return _("Level {level}, {name}. No single practice holds it; the average does.").format(
            level=found.level, name=name
        )
    clauses = [lacking(instrument, result, code) for code in found.held_by[:NAMED_AT_MOST]]
    return _("Level {level}, {name}. What holds it: {clauses}.").format(
        level=found.level, name=name, clauses="; ".join(clauses)
    )
