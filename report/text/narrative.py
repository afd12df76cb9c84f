"""Sentences about the result, for screens and documents.

Only words the method allows (section 9): "you describe", "nothing recorded to back it", "hold you
there". No decimals on levels; counts up to twelve in words.
"""

from collections.abc import Collection, Iterable, Sequence

from assessment.instrument.model import Instrument, Pillar
from assessment.privacy import Disclosure
from language.lists import listed
from language.translation import _, ngettext
from report.model.report import Errand, Headline, Prediction
from report.text.expected import sides_sentence
from report.text.strategy_gap import gap_sentence
from report.text.unknown import ask_first_sentence, unknown_holders, unknown_sentence
from scoring.levels.results import MEAN, AssessmentResult, PillarResult
from scoring.levels.rules import HIGHEST

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
    errands: Sequence[Errand] = (),
) -> Headline:
    """The sentences of the cover; `withheld` are practices whose answers may not be shown, `errands` whom to ask what."""
    return Headline(
        level=level_sentence(instrument, result, withheld, errands),
        backing=backing_sentence(result),
        holding=ask_first_sentence(errands)
        if result.unknown
        else holding_sentence(instrument, result, withheld),
        gap=gap_sentence(result.strategy_gap),
        sides=sides_sentence(result, disclosure, list(predictions)),
        name=instrument.level_name(result.level) if result.level else None,
    )


def level_sentence(
    instrument: Instrument,
    result: AssessmentResult,
    withheld: Collection[str] = (),
    errands: Sequence[Errand] = (),
) -> str:
    """“You describe level 2, Experimenting.”, or why there is no level yet."""
    if result.unknown:
        return unknown_sentence(instrument, result)
    if result.level is None:
        short = [p for p in instrument.pillars if not result.pillars[p.code].enough]
        where = listed([f"{p.title} ({_answered(result.pillars[p.code], p, withheld)})" for p in short])
        return _("Not enough answers for a level yet: {where}.").format(where=where)
    unknown = unknown_holders(result)
    if unknown:
        return _for_now(result, unknown, errands)
    if result.provisional:
        template = _("You describe level {level}, {name}, provisionally.")
    else:
        template = _("You describe level {level}, {name}.")
    name = instrument.level_name(result.level)
    return template.format(level=result.level, name=name)


def _for_now(result: AssessmentResult, unknown: Sequence[str], errands: Sequence[Errand]) -> str:
    """“Level 1 for now: you could not answer two of the questions that decide it. Ask IT.”"""
    if result.single_view:
        template = _("Level {level} for now: you could not answer {count} of the questions that set it.")
    else:
        template = _("Level {level} for now: too few could answer {count} of the questions that set it.")
    said = template.format(level=result.level, count=count(len(unknown)))
    people = dict.fromkeys(errand.ask for errand in errands if errand.practice.code in unknown)
    return f"{said} {_('Ask {who}.').format(who=listed(list(people)))}" if people else said


def _answered(pillar: PillarResult, asked: Pillar, withheld: Collection[str]) -> str:
    done = len(asked.practices) - len(pillar.missing)
    if any(code in withheld for code in pillar.missing):
        return _("{done} of {all} can be shown").format(done=done, all=len(asked.practices))
    return _("{done} of {all} answered").format(done=done, all=len(asked.practices))


def backing_sentence(result: AssessmentResult) -> str:
    """How many practices of level 3 or more have evidence (a document or a number), and which level that could show."""
    backed, of = result.backed, result.backed.of
    if of == 0:
        return _("No practice is at level 3 or higher, so no evidence is needed yet.")
    if backed.recorded == 0:
        return _("No evidence is recorded yet: 0 of {of} practices.").format(of=of)
    start = _("{evidenced} of the {of} practices described at level 3 or higher have evidence").format(
        evidenced=backed.evidenced, of=of
    )
    if not backed.enough:
        text = _("{start}; nothing is recorded for {open}, too many to say which level you could show.")
        return text.format(start=start, open=count(of - backed.recorded))
    if result.shown is None:
        return f"{start}."
    if result.shown == result.level:
        return _("{start}; on that evidence, level {level} can be shown too.").format(
            start=start, level=result.shown
        )
    return _("{start}; on that evidence, only level {level} can be shown.").format(
        start=start, level=result.shown
    )


def holding_sentence(instrument: Instrument, result: AssessmentResult, withheld: Collection[str] = ()) -> str:
    """“Eight of your ten key practices are at level 2 or higher. Two hold you at level 1: …”"""
    if result.level is None:
        missing = [code for p in result.pillars.values() for code in p.missing_key if code not in withheld]
        if missing:
            titles = "; ".join(instrument.practices[code].title for code in missing)
            return _("Key practices without an answer: {titles}.").format(titles=titles)
        if withheld:
            return _("The level appears when more people have answered.")
        return _("Answer the open questions to see the level.")
    if result.level == 5:
        return _("You are at the highest level.")
    return f"{above_sentence(result)} {_holders(instrument, result)}"


def above_sentence(result: AssessmentResult) -> str:
    """“Eight of your ten key practices are at level 2 or higher.”; empty without a level or at the highest."""
    if result.level is None or result.level == HIGHEST:
        return ""
    keys_in_all = sum(
        1 for code, p in result.practices.items() if p.key and p.state != "not_applicable" and code
    )
    figures = {"all": count(keys_in_all), "next": result.level + 1}
    if result.key_practices_above == 0:
        return _("None of your {all} key practices is at level {next} or higher.").format(**figures)
    return ngettext(
        "{above} of your {all} key practices is at level {next} or higher.",
        "{above} of your {all} key practices are at level {next} or higher.",
        result.key_practices_above,
    ).format(above=sentence(count(result.key_practices_above)), **figures)


def _holders(instrument: Instrument, result: AssessmentResult) -> str:
    codes, average = [code for code in result.held_by if code != MEAN], averages(instrument, result)
    if not codes:
        return _("No single practice keeps you at level {level}; the average in {sections} does.").format(
            level=result.level, sections=average
        )
    named = codes if len(codes) == NAMED_AT_MOST + 1 else codes[:NAMED_AT_MOST]
    clauses = [lacking(instrument, result, code) for code in named]
    more = len(codes) - len(clauses)
    if more:
        clauses.append(ngettext("and {more} more", "and {more} more", more).format(more=count(more)))
    head = ngettext(
        "{count} practice keeps you at level {level}",
        "{count} practices keep you at level {level}",
        len(codes),
    ).format(count=sentence(count(len(codes))), level=result.level)
    said = f"{head}: {'; '.join(clauses)}."
    if not average:
        return said
    return f"{said} {_('The average in {sections} must rise too.').format(sections=average)}"


def averages(instrument: Instrument, result: AssessmentResult) -> str:
    """The binding sections whose average holds the level even with the named practices raised; empty for none."""
    return listed([instrument.pillar(c).title for c in result.binding if MEAN in result.pillars[c].held_by])


def lacking(instrument: Instrument, result: AssessmentResult, code: str) -> str:
    """What is not yet so, as a clause: the move that this practice needs next."""
    practice, found = instrument.practices[code], result.practices[code]
    if found.state == "not_known":
        return _("the answer to “{title}” is not known").format(title=practice.title)
    if found.level is None or found.level == 5:
        return practice.title
    return practice.move(found.level + 1).lacking


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
        return _("Level 5, {name}, the highest level.").format(name=name)
    if found.held_by == (MEAN,):
        return _("Level {level}, {name}. No single practice keeps it there; the average does.").format(
            level=found.level, name=name
        )
    codes = [code for code in found.held_by if code != MEAN]
    named = codes if len(codes) == NAMED_AT_MOST + 1 else codes[:NAMED_AT_MOST]
    clauses = [lacking(instrument, result, code) for code in named]
    more = len(codes) - len(clauses)
    if more:
        clauses.append(ngettext("and {more} more", "and {more} more", more).format(more=count(more)))
    unknown = any(result.practices[code].state == "not_known" for code in codes)
    text = (
        _("Level {level} for now, {name}, because {clauses}.")
        if unknown
        else _("Level {level}, {name}, because {clauses}.")
    )
    said = text.format(level=found.level, name=name, clauses="; ".join(clauses))
    return f"{said} {_('The average must rise too.')}" if MEAN in found.held_by else said
