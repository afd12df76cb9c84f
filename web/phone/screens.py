"""The pages a participant may see, and everything that stands on them. No HTTP and no database here."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from assessment.answers.records import Response
from assessment.instrument.model import Definition, Instrument, Practice
from assessment.instrument.words import definitions_in, how_to_choose
from language.translation import _
from report.text.commitments import taken_on
from report.text.privacy import note_hint
from services.workshop.room.outcome import AgreedLevel
from web.phone.frame import Screen, beside, common, place
from web.phone.quick import Task, decisions_in_turn, extras
from web.phone.service_calls import PhoneState


class Settled(NamedTuple):
    """A statement of the room: what, who with date and measure, and whether it falls to this person’s function."""

    words: str
    about: str
    mine: bool


def before_meeting(instrument: Instrument, state: PhoneState) -> Screen:
    """The list of what may be answered beforehand, or waiting."""
    if len(state.view.open_codes) == 1:
        return question(instrument, state, state.view.open_codes[0])
    return tasks(instrument, state) if state.view.open_codes else waiting(instrument, state)


def open_vote(instrument: Instrument, state: PhoneState) -> Screen:
    """The open question; of several the first without an answer, or the list once all are answered."""
    codes = state.view.open_codes
    left = [code for code in codes if len(codes) == 1 or code not in state.mine.responses]
    if left:
        return question(instrument, state, left[0])
    return tasks(instrument, state) if codes else waiting(instrument, state)


def decision_map(instrument: Instrument, state: PhoneState) -> Screen:
    """What the decision map still lacks, one screen at a time; then all of it to be changed."""
    return decisions_in_turn(instrument, state) or waiting(instrument, state)


def question(instrument: Instrument, state: PhoneState, code: str, tapped: Response | None = None) -> Screen:
    """One question of the open vote; `tapped` is an answer that was refused and stays visible."""
    view, mine, practice = state.view, state.mine, instrument.practices[code]
    second = view.round == 2
    stored = (mine.second_vote if second else mine.responses).get(code)
    other = practice.stem if state.participant.camp == "technology" else practice.stem_technology
    stem = practice.stem_technology if state.participant.camp == "technology" else practice.stem
    return "question", common(instrument, state, f"q:{code}:{view.round}") | {
        "practice": practice,
        "stem": stem,
        "other_stem": other,
        "above": _above(instrument, state, code),
        "second": second,
        "earlier": mine.responses.get(code) if second else None,
        "stored": stored is not None,
        "given": tapped or stored,
        "chosen": _chosen(tapped or stored),
        "asks_prediction": practice.predict and not second,
        "prediction": mine.predictions.get(code),
        "backings": backings(),
        "note_hint": note_hint(state.participant.privacy),
        "reasons": reasons(),
        "guide": guide(instrument, definitions_in(instrument, practice)),
        "back": beside(view.open_codes, code, -1, "/room/q/"),
        "ahead": beside(view.open_codes, code, 1, "/room/q/"),
        "end": "/room/list" if len(view.open_codes) > 1 else None,
    }


def tasks(instrument: Instrument, state: PhoneState) -> Screen:
    """The list of what is open, with how far each part is: home while several questions are open."""
    view, mine = state.view, state.mine
    found = []
    for pillar in instrument.pillars:
        codes = [p.code for p in pillar.practices if p.code in view.open_codes]
        if codes:
            done = [code for code in codes if code in mine.responses]
            to = next((code for code in codes if code not in mine.responses), codes[0])
            found.append(Task(pillar.title, len(done), len(codes), f"/room/q/{to}"))
    left = [code for code in view.open_codes if code not in mine.responses]
    more = extras(instrument, state)
    ahead = f"/room/q/{left[0]}" if left else next((t.link for t in more if t.done < t.of), None)
    return "tasks", common(instrument, state, f"tasks:{view.phase}:{len(view.open_codes)}") | {
        "tasks": found,
        "more": more,
        "left": len(left),
        "count": len(view.open_codes),
        "ahead": ahead,
        "begun": len(left) < len(view.open_codes),
        "lobby": view.rules.stage == "before",
        "guide": guide(instrument, instrument.definitions),
    }


def guide(instrument: Instrument, words: Sequence[Definition]) -> dict[str, Any] | None:
    """How to choose, in one line that opens: the rule, the time asked about and what words mean. None without a rule."""
    if not instrument.rule:
        return None
    return {"rule": instrument.rule, "more": how_to_choose(instrument), "words": words}


def waiting(instrument: Instrument, state: PhoneState) -> Screen:
    """What the room is doing while nothing can be answered, with one's own answer to the question in front."""
    view, mine = state.view, state.mine
    practice = instrument.practices.get(view.code or "")
    votes = [] if practice is None else _own_votes(state, practice)
    return "waiting", common(instrument, state, f"waiting:{view.phase}:{view.code}") | {
        "practice": practice,
        "votes": votes,
        "agreed": agreed_here(instrument, state),
        "settled": settled(instrument, state),
        "more": extras(instrument, state)
        if view.rules.stage == "before" or view.rules.asks_decisions
        else [],
        "answered": len(mine.responses),
    }


def agreed_here(instrument: Instrument, state: PhoneState) -> Sequence[str]:
    """What the room has agreed on the question in front, and who took it on."""
    found, practice = state.view.agreed, instrument.practices.get(state.view.code or "")
    if found is None or practice is None:
        return ()
    owner = instrument.role_titles.get(found.owner or "", found.owner or "")
    named = _("Owner: {role}").format(role=owner) if owner else ""
    return tuple(filter(None, (f"{found.level} · {practice.situation(found.level)}", named)))


def settled(instrument: Instrument, state: PhoneState) -> list[tuple[str, list[Settled]]]:
    """What the room has committed to and agreed, by heading; what this person’s function leads is marked."""
    found = state.settled
    if found is None:
        return []
    function = state.participant.function
    mine = instrument.role_titles.get(function, function)
    made = [Settled(c.words, taken_on(c.owner, c.due, c.metric), c.owner == mine) for c in found.commitments]
    levels = [Settled(a.title, _level_and_owner(instrument, a), a.owner == mine) for a in found.agreed]
    groups = [(_("Commitments"), made), (_("Agreed levels"), levels)]
    return [(title, lines) for title, lines in groups if lines]


def _level_and_owner(instrument: Instrument, agreed: AgreedLevel) -> str:
    level = _("level {level}, {name}").format(level=agreed.level, name=instrument.level_name(agreed.level))
    return " · ".join(filter(None, (level, agreed.owner)))


def backings() -> list[tuple[str, str]]:
    """What an answer may rest on, with the words for it."""
    return [
        ("opinion", _("Nothing: it is my opinion")),
        ("document", _("A document")),
        ("number", _("A number")),
    ]


def reasons() -> list[str]:
    """Reasons why a question does not apply that can be tapped; another one is typed."""
    return [_("We have nothing like this"), _("A supplier or partner does it for us")]


def _above(instrument: Instrument, state: PhoneState, code: str) -> str:
    section = instrument.pillar_of[code].title
    if state.view.round == 2:
        return _("{section} · second vote").format(section=section)
    codes = state.view.open_codes
    return section if len(codes) == 1 else place(section, codes, code)


def _chosen(given: Response | None) -> str:
    """The value of the card that is chosen; empty for none."""
    if given is None:
        return ""
    return str(given.level) if given.kind == "scored" else given.kind


def _own_votes(state: PhoneState, practice: Practice) -> list[tuple[str, str]]:
    first_vote, again = state.mine.responses.get(practice.code), state.mine.second_vote.get(practice.code)
    found = [(_("Your answer") if again is None else _("Your first answer"), first_vote)]
    found += [(_("Your second answer"), again)] if again else []
    return [(words, answer_words(practice, given)) for words, given in found if given is not None]


def answer_words(practice: Practice, given: Response) -> str:
    """An answer in words."""
    if given.kind == "dont_know":
        return _("I don’t know")
    if given.level is None:
        return _("Does not apply: {reason}").format(reason=given.reason)
    return f"{given.level} · {practice.situation(given.level)}"
