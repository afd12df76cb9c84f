"""Which page a participant sees now, and everything that stands on it. No HTTP and no database here."""

from assessment.answers.records import Response
from assessment.instrument.model import Instrument, Practice
from language.translation import _
from web.phone import status_line
from web.phone.frame import Screen, beside, common, first, place
from web.phone.quick import Task, decision, extras
from web.phone.service_calls import Sight


def room(instrument: Instrument, sight: Sight) -> Screen:
    """The page of `/room`: the open question, the list of what is open, or what the room is doing."""
    view = sight.view
    if len(view.open_codes) == 1:
        return question(instrument, sight, view.open_codes[0])
    if view.open_codes:
        unanswered = [code for code in view.open_codes if code not in sight.mine.responses]
        if view.phase != "lobby" and unanswered:
            return question(instrument, sight, unanswered[0])
        return tasks(instrument, sight)
    if view.phase == "decisions" and instrument.decisions:
        return decision(instrument, sight, first(instrument.decisions, sight.mine.decisions))
    return waiting(instrument, sight)


def question(instrument: Instrument, sight: Sight, code: str, tapped: Response | None = None) -> Screen:
    """One question of the open vote; `tapped` is an answer that was refused and stays visible."""
    view, mine, practice = sight.view, sight.mine, instrument.practices[code]
    second = view.round == 2
    stored = (mine.second_vote if second else mine.responses).get(code)
    other = practice.stem if sight.participant.camp == "technology" else practice.stem_technology
    stem = practice.stem_technology if sight.participant.camp == "technology" else practice.stem
    return "question", common(instrument, sight, f"q:{code}:{view.round}") | {
        "practice": practice,
        "stem": stem,
        "other_stem": other,
        "above": _above(instrument, sight, code),
        "second": second,
        "earlier": mine.responses.get(code) if second else None,
        "stored": stored is not None,
        "given": tapped or stored,
        "chosen": _chosen(tapped or stored),
        "asks_prediction": practice.predict and not second,
        "prediction": mine.predictions.get(code),
        "backings": backings(),
        "reasons": reasons(),
        "back": beside(view.open_codes, code, -1, "/room/q/"),
        "ahead": beside(view.open_codes, code, 1, "/room/q/"),
        "end": "/room/list" if len(view.open_codes) > 1 else None,
    }


def tasks(instrument: Instrument, sight: Sight) -> Screen:
    """The list of what is open, with how far each part is: home while several questions are open."""
    view, mine = sight.view, sight.mine
    found = []
    for pillar in instrument.pillars:
        codes = [p.code for p in pillar.practices if p.code in view.open_codes]
        if codes:
            done = [code for code in codes if code in mine.responses]
            to = next((code for code in codes if code not in mine.responses), codes[0])
            found.append(Task(pillar.title, len(done), len(codes), f"/room/q/{to}"))
    left = [code for code in view.open_codes if code not in mine.responses]
    more = extras(instrument, sight)
    ahead = f"/room/q/{left[0]}" if left else next((t.link for t in more if t.done < t.of), None)
    return "tasks", common(instrument, sight, f"tasks:{view.phase}:{len(view.open_codes)}") | {
        "tasks": found,
        "more": more,
        "left": len(left),
        "count": len(view.open_codes),
        "ahead": ahead,
        "begun": len(left) < len(view.open_codes),
        "lobby": view.phase == "lobby",
    }


def waiting(instrument: Instrument, sight: Sight) -> Screen:
    """What the room is doing while nothing can be answered, with one's own answer to the question in front."""
    view, mine = sight.view, sight.mine
    practice = instrument.practices.get(view.code or "")
    votes = [] if practice is None else _own_votes(sight, practice)
    return "waiting", common(instrument, sight, f"waiting:{view.phase}:{view.code}") | {
        "title": status_line.title(view),
        "practice": practice,
        "votes": votes,
        "more": extras(instrument, sight) if view.phase == "lobby" else [],
        "answered": len(mine.responses),
    }


def backings() -> list[tuple[str, str]]:
    """What an answer may rest on, with the words for it."""
    return [
        ("opinion", _("Nothing yet: my opinion")),
        ("document", _("A document")),
        ("number", _("A number")),
    ]


def reasons() -> list[str]:
    """Reasons why a question does not apply that can be tapped; another one is typed."""
    return [_("We have nothing of this kind"), _("Somebody outside the company does it for us")]


def _above(instrument: Instrument, sight: Sight, code: str) -> str:
    section = instrument.pillar_of[code].title
    if sight.view.round == 2:
        return _("{section} · second vote").format(section=section)
    codes = sight.view.open_codes
    return section if len(codes) == 1 else place(section, codes, code)


def _chosen(given: Response | None) -> str:
    """The value of the card that is chosen; empty for none."""
    if given is None:
        return ""
    return str(given.level) if given.kind == "scored" else given.kind


def _own_votes(sight: Sight, practice: Practice) -> list[tuple[str, str]]:
    first_vote, again = sight.mine.responses.get(practice.code), sight.mine.second_vote.get(practice.code)
    found = [(_("Your answer") if again is None else _("Your first answer"), first_vote)]
    found += [(_("Your second answer"), again)] if again else []
    return [(words, told(practice, given)) for words, given in found if given is not None]


def told(practice: Practice, given: Response) -> str:
    """An answer in words."""
    if given.kind == "dont_know":
        return _("I don’t know")
    if given.level is None:
        return _("Does not apply: {reason}").format(reason=given.reason)
    return f"{given.level} · {practice.situation(given.level)}"
