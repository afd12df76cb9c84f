"""Sentences about two rounds that different editions asked: what is compared, and why the rest is not."""

from language.lists import listed
from language.translation import _, ngettext
from report.model.progress import ProgressView
from report.text.narrative import count, sentence
from scoring.comparison.editions import Comparability


def across_finding(view: ProgressView) -> str:
    """“Of eight practices compared, two are higher and one is lower”."""
    up = sum(found.after > found.before for found in view.practices)
    down = sum(found.after < found.before for found in view.practices)
    if not view.practices:
        return _("Other questions: nothing can be compared")
    number = len(view.practices)
    of = ngettext("Of {n} practice compared", "Of {n} practices compared", number).format(n=count(number))
    higher = ngettext("{n} is described higher", "{n} are described higher", up).format(n=count(up))
    lower = ngettext("{n} lower", "{n} lower", down).format(n=count(down))
    said = [words for words, found in ((higher, up), (lower, down)) if found]
    return f"{of}, {listed(said)}" if said else _("{of}, none has changed").format(of=of)


def across_sentence(found: Comparability) -> str:
    """How many practices are compared, why the others are not, and what the new rule may do to an answer."""
    asked = _("Then edition {before}, now edition {after}.").format(before=found.before, after=found.after)
    return " ".join([asked, compared_sentence(found), *_why_not(found)])


def compared_sentence(found: Comparability) -> str:
    """“11 of 25 practices ask for the same facts and are compared.”"""
    return _("{kept} of {all} practices ask for the same facts and are compared.").format(
        kept=len(found.kept), all=found.practices
    )


def _why_not(found: Comparability) -> list[str]:
    changed, replaced = len(found.changed), len(found.replaced)
    said = [
        ngettext(
            "{n} asks something else at one or more levels.",
            "{n} ask something else at one or more levels.",
            changed,
        ).format(n=sentence(count(changed))),
        ngettext("{n} is a new practice.", "{n} are new practices.", replaced).format(
            n=sentence(count(replaced))
        ),
    ]
    return [words for words, number in zip(said, (changed, replaced), strict=True) if number]


def rule_sentence(view: ProgressView, rule: str | None) -> str:
    """That the rule for choosing is new, where it is: an answer may be lower although nothing has changed."""
    if view.comparison.across is None or not rule or view.asked_then.rule == rule:
        return ""
    return _(
        "The rule for answering is new (“{rule}”), so an answer may be a level lower although nothing has "
        "changed."
    ).format(rule=rule)


def practices_table(view: ProgressView) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The practices compared, with their levels: head and rows."""
    head = (_("Practice"), _("Level then"), _("Level now"))
    return head, [(found.title, str(found.before), str(found.after)) for found in view.practices]
