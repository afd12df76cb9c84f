"""Sentences about the roadmap, for screens, documents and calendar."""

from collections.abc import Mapping

from assessment.instrument.moves import PortfolioClass
from assessment.workshop.meeting import MOST_IN_WORDS, in_words
from language.dates import day_month, long_date, short_date
from language.translation import _, lazy, lazy_table, ngettext
from report.model.roadmap import Origin, PlannedItem, RoadmapView
from report.text.narrative import count, sentence
from scoring.plan.roadmap import PHASES, Phase

PHASE_NAMES: Mapping[Phase, str] = lazy_table(
    {"align": lazy("Align"), "pilot": lazy("Pilot"), "scale": lazy("Scale")}
)
PHASE_DAYS: Mapping[Phase, str] = lazy_table(
    {
        "align": lazy("days 0–30"),
        "pilot": lazy("days 31–90"),
        "scale": lazy("days 91–180"),
    }
)
PHASE_MEANING: Mapping[Phase, str] = lazy_table(
    {
        "align": lazy("Settle owners, measures and rules; deliver one result people notice."),
        "pilot": lazy("Try it where it matters, with an owner, a measure and an end date."),
        "scale": lazy("Bring successful trials into daily work, and stop the rest."),
    }
)
CLASS_NAMES: Mapping[PortfolioClass, str] = lazy_table(
    {
        "maintain": lazy("Maintain"),
        "improve": lazy("Improve"),
        "transform": lazy("Transform"),
    }
)
ORIGINS: Mapping[Origin, str] = lazy_table(
    {
        "path": lazy("on the path of least effort"),
        "added": lazy("added by you"),
        "use_case": lazy("use case"),
    }
)
NOBODY = lazy("nobody named")


def headline(view: RoadmapView) -> str:
    """What the roadmap leads to, in one or two sentences."""
    many, n = len(view.items), sentence(in_words(len(view.items)))
    what = ngettext("{n} item planned in 180 days", "{n} items planned in 180 days", many).format(n=n)
    if many > MOST_IN_WORDS:  # never a digit first
        what = _("In 180 days, {n} items are planned").format(n=n)
    if view.reaches is None:
        return f"{what}."
    if view.level is not None and view.reaches > view.level:
        return _("{what}. Together they reach level {level}.").format(what=what, level=view.reaches)
    return _("{what}. Alone they do not raise the level: it stays at {level}.").format(
        what=what, level=view.reaches
    )


def short_of(view: RoadmapView) -> str:
    """What the plan lacks for its target; empty where it lacks nothing."""
    if view.target is None or view.reaches is None or view.reaches >= view.target:
        return ""
    if view.later:
        n = len(view.later)
        later = ngettext("one item comes later", "{n} items come later", n).format(n=in_words(n))
        return _(
            "Level {target} is not reached within 180 days: {later}. More capacity or other owners would "
            "bring it forward."
        ).format(target=view.target, later=later)
    if view.dropped:
        return _("Without the moves left out, the plan does not reach level {target}.").format(
            target=view.target
        )
    return ""


def win_words(view: RoadmapView) -> str:
    """The visible win in a sentence; empty where there is none."""
    one = next((one for one in view.items if one.key == view.win), None)
    if one is None or one.bar is None:
        return ""
    if one.end_on is not None:
        return _("The visible win: “{title}”, finished on {day}.").format(
            title=one.title, day=long_date(one.end_on)
        )
    return _("The visible win: “{title}”, finished on day {n}.").format(title=one.title, n=one.bar.end)


def span(one: PlannedItem) -> str:
    """From when to when: dates where the roadmap has a first day, days otherwise."""
    if one.bar is None:
        return _("after day 180")
    if one.start_on is None or one.end_on is None:
        return _("day {start} to {end}").format(start=one.bar.start, end=one.bar.end)
    same_year = one.start_on.year == one.end_on.year
    first = day_month(one.start_on) if same_year else short_date(one.start_on)
    return f"{first} – {short_date(one.end_on)}"


def review_words(one: PlannedItem) -> str:
    """When it is reviewed."""
    if one.review_on is not None:
        return short_date(one.review_on)
    if one.bar is None or one.bar.review is None:
        return _("none")
    return _("day {n}").format(n=one.bar.review)


def owner_words(one: PlannedItem) -> str:
    return one.owner or _(NOBODY)


def class_words(one: PlannedItem) -> str:
    """Its class, and whether it is a trial."""
    name = CLASS_NAMES[one.item.portfolio] if one.item.portfolio else _("no class")
    return _("{name}, exploring").format(name=name) if one.exploring else name


def measure(one: PlannedItem) -> str:
    """The measure with baseline and target."""
    metric = one.item.metric or _("no measure yet")
    if one.baseline and one.goal:
        return _("{metric}: from {baseline} to {goal}").format(
            metric=metric, baseline=one.baseline, goal=one.goal
        )
    if one.goal:
        return _("{metric}: to {goal}").format(metric=metric, goal=one.goal)
    return (
        _("{metric}: now {baseline}").format(metric=metric, baseline=one.baseline) if one.baseline else metric
    )


def open_lead(view: RoadmapView) -> str:
    """How much is left to settle."""
    many = len(view.sentences)
    return ngettext(
        "{n} point for the owners to settle.", "{n} points for the owners to settle.", many
    ).format(n=sentence(count(many)))


def chart_words(view: RoadmapView) -> str:
    """The Gantt in one sentence for those who do not see it."""
    counts = [_("{n} in {phase}").format(n=len(view.of(phase)), phase=PHASE_NAMES[phase]) for phase in PHASES]
    return _("A chart of {all} bars over 180 days: {phases}. The table says the same.").format(
        all=len(view.items), phases=", ".join(counts)
    )
