"""The quick screens beside the questions: activity, who decides, what AI should bring and what gets in its way."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from assessment.answers.interchange import SPECIAL_ROLES
from assessment.answers.ranked import (
    RANKED,
    Ranked,
    choices_of,
    order_of,
    placed_next,
    raised,
    taken_back,
)
from assessment.instrument.model import Instrument
from language.translation import LazyText, _, lazy
from web.phone.frame import Screen, beside, common, place
from web.phone.service_calls import PhoneState


@dataclass(frozen=True)
class Task:
    """A section of the task list."""

    title: str
    done: int
    of: int
    link: str


class OrderWords(NamedTuple):
    """What the screen of an order is called, and what it asks for the first place and for the next."""

    title: LazyText
    first: LazyText
    next: LazyText


ORDERS: Mapping[Ranked, OrderWords] = {
    "ranking": OrderWords(
        lazy("What AI should bring"), lazy("What do you want most?"), lazy("What comes next?")
    ),
    "barriers": OrderWords(
        lazy("What gets in the way"), lazy("What gets in the way of AI most?"), lazy("What comes next?")
    ),
}


def activity(instrument: Instrument, state: PhoneState, code: str) -> Screen:
    """One of the activity questions."""
    item, codes = instrument.activity_items[code], tuple(instrument.activity_items)
    chosen = state.mine.activity.get(code)
    return "quick", common(instrument, state, f"activity:{code}") | {
        "title": item.stem,
        "meaning": None,
        "above": place(_("Activity"), codes, code),
        "action": "/room/activity",
        "code": code,
        "field": "level",
        "options": [(str(level), words, str(level)) for level, words in enumerate(item.levels, 1)],
        "chosen": str(chosen) if chosen else "",
        "narrow": False,
        "back": beside(codes, code, -1, "/room/activity/"),
        "ahead": beside(codes, code, 1, "/room/activity/"),
        "end": "/room",
        "end_words": _("Done"),
    }


def decision(instrument: Instrument, state: PhoneState, code: str) -> Screen:
    """Who takes one decision."""
    codes = tuple(choice.code for choice in instrument.decisions)
    choice = instrument.decisions[codes.index(code)]
    special = {
        "nobody": _("Nobody"),
        "several": _("Several people; it depends"),
        "dont_know": _("I don’t know"),
    }
    end, end_words = _after_decisions(instrument, state)
    roles = instrument.role_titles | {role: special[role] for role in SPECIAL_ROLES}
    return "quick", common(instrument, state, f"decision:{code}") | {
        "title": choice.title,
        "meaning": choice.meaning,
        "above": place(_("Who decides"), codes, code),
        "action": "/room/decision",
        "code": code,
        "field": "role",
        "options": [(role, words, None) for role, words in roles.items()],
        "chosen": state.mine.decisions.get(code, ""),
        "narrow": True,
        "back": beside(codes, code, -1, "/room/decisions/"),
        "ahead": beside(codes, code, 1, "/room/decisions/"),
        "end": end,
        "end_words": end_words,
    }


def _after_decisions(instrument: Instrument, state: PhoneState) -> tuple[str | None, str]:
    """Where the last decision leads, with the words for it: while the room asks for them, on to the orders."""
    if not state.view.rules.asks_decisions:
        return "/room", _("Done")
    for kind in RANKED:
        if choices_of(instrument, kind):
            return f"/room/{kind}", _(ORDERS[kind].title)
    return None, ""


def ranking(instrument: Instrument, state: PhoneState, kind: Ranked) -> Screen:
    """Outcomes or barriers in this person's order; each button carries the whole order it leads to."""
    choices = choices_of(instrument, kind)
    known = list(choices)
    order = [code for code in order_of(state.mine, kind) if code in choices]
    words = ORDERS[kind]
    following = kind == "ranking" and bool(instrument.barriers)
    return "ranking", common(instrument, state, kind) | {
        "action": f"/room/{kind}",
        "above": _(words.title),
        "asked": _(words.next if order else words.first)
        if len(order) < len(known)
        else _("This is your order"),
        "ranked": [(choices[code], " ".join(raised(order, code))) for code in order],
        "rest": [(choices[c], " ".join(placed_next(order, c, known))) for c in known if c not in order],
        "back": " ".join(taken_back(order, known)),
        "end": "/room/barriers" if following else "/room",
        "end_words": _(ORDERS["barriers"].title) if following else _("Done"),
    }


def extras(instrument: Instrument, state: PhoneState) -> list[Task]:
    """What can be said besides the questions: activity, decision map, outcomes and barriers."""
    mine = state.mine
    found = []
    if instrument.activity:
        done = sum(item.code in mine.activity for item in instrument.activity)
        found.append(Task(_("Activity"), done, len(instrument.activity), "/room/activity"))
    if instrument.decisions:
        done = sum(choice.code in mine.decisions for choice in instrument.decisions)
        found.append(Task(_("Who decides"), done, len(instrument.decisions), "/room/decisions"))
    for kind in RANKED:
        known = choices_of(instrument, kind)
        if known:
            done = sum(code in known for code in order_of(mine, kind))
            found.append(Task(_(ORDERS[kind].title), done, len(known), f"/room/{kind}"))
    return found


def decisions_in_turn(instrument: Instrument, state: PhoneState) -> Screen | None:
    """The first decision that is not placed yet, then each order that is not complete; None once all is said."""
    for choice in instrument.decisions:
        if choice.code not in state.mine.decisions:
            return decision(instrument, state, choice.code)
    for kind in RANKED:
        if set(choices_of(instrument, kind)) - set(order_of(state.mine, kind)):
            return ranking(instrument, state, kind)
    return None
