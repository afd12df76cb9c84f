"""The quick screens beside the questions: activity, who decides, what AI should bring."""

from dataclasses import dataclass

from assessment.answers.interchange import SPECIAL_ROLES
from assessment.instrument.model import Instrument
from language.translation import _
from web.phone.frame import Screen, beside, common, place
from web.phone.service_calls import PhoneState


@dataclass(frozen=True)
class Task:
    """A section of the task list."""

    title: str
    done: int
    of: int
    link: str


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
    roles = instrument.function_titles | {role: special[role] for role in SPECIAL_ROLES}
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
        "end": None if state.view.rules.asks_decisions else "/room",
    }


def ranking(instrument: Instrument, state: PhoneState) -> Screen:
    """The outcomes in this person's order; each button carries the whole order it leads to."""
    titles = {choice.code: choice for choice in instrument.outcomes}
    order = [code for code in state.mine.ranking if code in titles]
    ranked = [(titles[code], " ".join(_raised(order, code))) for code in order]
    rest = [(titles[code], " ".join([*order, code])) for code in titles if code not in order]
    return "ranking", common(instrument, state, "ranking") | {"ranked": ranked, "rest": rest}


def extras(instrument: Instrument, state: PhoneState) -> list[Task]:
    """What can be said besides the questions: activity, decision map, ranking."""
    mine = state.mine
    found = []
    if instrument.activity:
        done = sum(item.code in mine.activity for item in instrument.activity)
        found.append(Task(_("Activity"), done, len(instrument.activity), "/room/activity"))
    if instrument.decisions:
        done = sum(choice.code in mine.decisions for choice in instrument.decisions)
        found.append(Task(_("Who decides"), done, len(instrument.decisions), "/room/decisions"))
    if instrument.outcomes:
        done = sum(choice.code in mine.ranking for choice in instrument.outcomes)
        found.append(Task(_("What you want from AI"), done, len(instrument.outcomes), "/room/ranking"))
    return found


def _raised(order: list[str], code: str) -> list[str]:
    place = order.index(code)
    return order if place == 0 else [*order[: place - 1], code, order[place - 1], *order[place + 1 :]]
