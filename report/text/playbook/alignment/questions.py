"""The page for one leader alone: whom to ask what, and what the other side is expected to say."""

from language.lists import listed
from language.translation import _, ngettext
from report.model.report import Prediction, Report
from report.text.narrative import count, sentence

NAMED_AT_MOST = 3


def questions_title(report: Report) -> str:
    """“Three questions are open: ask IT and Operations”, else what is expected of the other side."""
    number = len(report.errands)
    if not number:
        return (report.headline.sides or "").rstrip(".")
    people = list(dict.fromkeys(errand.ask for errand in report.errands))
    who = listed(people)
    if len(people) > NAMED_AT_MOST:
        who = ngettext("{n} person", "{n} people", len(people)).format(n=count(len(people)))
    text = ngettext("{n} question is open: ask {who}", "{n} questions are open: ask {who}", number)
    return sentence(text.format(n=count(number), who=who))


def questions_lead(report: Report) -> str:
    """What open questions count as, and what is expected of the other side."""
    if not report.errands:
        return ""
    counts = ngettext(
        "It counts as level 1 until someone can say.",
        "They count as level 1 until someone can say.",
        len(report.errands),
    )
    return " ".join(filter(None, (counts, report.headline.sides)))


def prediction_words(prediction: Prediction) -> str:
    """One prediction in words."""
    own = _("not known") if prediction.own is None else str(prediction.own)
    return _("{title}: you {own}, expected {expected}").format(
        title=prediction.practice.title, own=own, expected=prediction.expected
    )


def prediction_apart(prediction: Prediction) -> str:
    """How far the expected answer is from one’s own; a dash where that is not known."""
    return "–" if prediction.own is None else str(abs(prediction.own - prediction.expected))
