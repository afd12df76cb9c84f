"""Sentences about progress since the previous round, for screens and documents."""

from collections.abc import Mapping

from assessment.instrument.model import Instrument
from language.lists import listed
from language.numbers import integer
from language.translation import _, lazy, lazy_table, ngettext
from report.model.progress import ProgressView, Slope
from report.text.alignment.sentences import levels_in_words
from report.text.editions import across_finding
from report.text.narrative import count, sentence
from scoring.comparison.progress import Change, Comparison
from scoring.levels.results import Span

LEVEL = lazy_table(
    {
        "better": lazy("You described level {before}; now you describe level {after}."),
        "worse": lazy("You described level {before}; now it is level {after}."),
        "unchanged": lazy("You describe level {after}, as before."),
        "noise": lazy(
            "Level {before} then, level {after} now: within the plausible range, so not counted as progress."
        ),
    }
)
ALIGNMENT = lazy_table(
    {
        "better": lazy("Your leaders agree more than before."),
        "worse": lazy("Your leaders disagree more than before."),
        "unchanged": lazy("Your leaders disagree as much as before."),
        "noise": lazy("Your leaders’ disagreement has not changed measurably."),
    }
)
GAP = lazy_table(
    {
        "better": lazy(
            "Activity and the capability to scale it are closer: {before} points apart then, {after} now."
        ),
        "worse": lazy(
            "Activity and the capability to scale it are further apart: {before} points then, {after} now."
        ),
        "unchanged": lazy(
            "Activity and the capability to scale it are as far apart as before: {after} points."
        ),
        "noise": lazy(
            "The difference between activity and the capability to scale it has not changed measurably."
        ),
    }
)
SIDES = lazy_table(
    {
        "better": lazy("Business and technology are closer: {before} apart then, {after} now."),
        "worse": lazy("Business and technology are further apart: {before} then, {after} now."),
        "unchanged": lazy("Business and technology differ as much as before: {after}."),
        "noise": lazy("Business and technology: {before} apart then, {after} now; no measurable change."),
    }
)
NOISE = lazy("within the plausible range: not yet a change")
UNKNOWN = lazy("One of the two assessments has no level, so progress cannot be measured.")


def level_sentence(change: Change) -> str:
    """“You described level 2; now you describe level 3.”"""
    if change.movement is None and change.before is not None and change.after is not None:
        return _(
            "Level {before} then, level {after} now; the questions differ, so this is not a change."
        ).format(before=round(change.before), after=round(change.after))
    return _said(change, LEVEL) or _(UNKNOWN)


def alignment_sentence(change: Change) -> str | None:
    """Whether the leaders have come closer; None where it is not known for both times."""
    return _said(change, ALIGNMENT)


def gap_sentence(change: Change) -> str | None:
    """Whether activity and capability have come closer; None where it is not known for both times."""
    return _said(change, GAP)


def sides_sentence(change: Change | None) -> str | None:
    """How far the two sides answer apart, on average over the questions; None where that may not be shown."""
    if change is None or change.movement is None or change.before is None or change.after is None:
        return None
    before, after = levels_in_words(change.before), levels_in_words(change.after)
    return SIDES["unchanged" if before == after else change.movement].format(before=before, after=after)


def note(found: Slope) -> str:
    """What a slope amounts to: “index up 9 points”, “within the plausible range: not yet a change”."""
    if found.before is None or found.after is None:
        return _("no index in one of the two")
    if found.movement is None:
        return _("other questions: not compared")
    points = abs(round(found.after) - round(found.before))
    if not points:
        return _("index unchanged")
    if found.movement == "noise":
        return _(NOISE) if found.earlier and found.later else _("one person: not yet a change")
    if found.movement == "better":
        return ngettext("index up {n} point", "index up {n} points", points).format(n=points)
    return ngettext("index down {n} point", "index down {n} points", points).format(n=points)


def how_to_read(view: ProgressView) -> str:
    """What the bars and the dashes mean."""
    if view.comparison.across is not None:
        return _(
            "A dashed line joins results of two editions of the questions. It shows no change; the table "
            "of practices has what can be compared."
        )
    if any(found.earlier or found.later for found in view.slopes):
        return _(
            "Pale bar: the plausible range of results for the same leaders. Dashed line: within that "
            "range, not progress."
        )
    return _(
        "One person has no plausible range: a change and a change of mind look the same, so nothing counts "
        "as progress until others answer."
    )


def levels_words(found: Slope) -> str:
    """“Level 2 then, level 3 now”."""
    if found.level_before is None or found.level_after is None:
        return _("No level in one of the two assessments")
    if found.level_before == found.level_after:
        return _("Level {level} both times").format(level=found.level_after)
    return _("Level {before} then, level {after} now").format(
        before=found.level_before, after=found.level_after
    )


def slope_alt(found: Slope) -> str:
    """One slope in words: its two figures and what they amount to."""
    return _("{title}, index from 0 to 100: {before} then, {after} now; {note}.").format(
        title=found.title,
        before=figure(found.before),
        after=figure(found.after),
        note=note(found),
    )


def slopes_table(view: ProgressView) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The slope chart as a table: head and rows."""
    head = (
        _("Section"), _("Level then"), _("Level now"), _("Index then"), _("Plausible then"), _("Index now"),
        _("Plausible now"), _("Change"),
    )  # fmt: skip
    rows: list[tuple[str, ...]] = [
        (
            s.title, figure(s.level_before), figure(s.level_after), figure(s.before), span(s.earlier),
            figure(s.after), span(s.later), note(s),
        )
        for s in view.slopes
    ]  # fmt: skip
    return head, rows


def slopes_finding(view: ProgressView) -> str:
    """The chart's title: what counts in it."""
    if view.comparison.across is not None:
        return across_finding(view)
    sections = view.slopes[1:]
    up, down = (sum(s.movement == way for s in sections) for way in ("better", "worse"))
    if not up and not down:
        return _("No section has moved beyond its plausible range")
    risen = ngettext("{n} section has risen", "{n} sections have risen", up).format(n=count(up))
    fallen = ngettext("{n} section has fallen", "{n} sections have fallen", down).format(n=count(down))
    said = listed([words for words, number in ((risen, up), (fallen, down)) if number])
    return sentence(said) + _(" measurably")


def figure(value: float | None) -> str:
    return "–" if value is None else integer(value)


def span(found: Span | None) -> str:
    """“36–44”."""
    return "–" if found is None else f"{integer(found[0])}–{integer(found[1])}"


def sections_sentence(instrument: Instrument, found: Comparison) -> str:
    """“Up a level or more: Strategy and Value.” Sections whose change is noise are not named."""
    if found.across is not None:
        return _(
            "Other questions were asked, so the results are shown side by side and no change is claimed."
        )
    titles = {pillar.code: pillar.title for pillar in instrument.pillars}
    up = [titles[s.code] for s in found.sections if s.level.movement == "better"]
    down = [titles[s.code] for s in found.sections if s.level.movement == "worse"]
    if up and down:
        return _("Up a level or more: {up}. Down: {down}.").format(up=listed(up), down=listed(down))
    if up:
        return _("Up a level or more: {up}.").format(up=listed(up))
    if down:
        return _("Down a level or more: {down}.").format(down=listed(down))
    return _("No section’s level has changed measurably.")


def view_facts(instrument: Instrument, view: ProgressView) -> list[tuple[str, str]]:
    """Everything that moved or did not, by name; what is not known both times is left out."""
    found = view.comparison
    facts = [
        (_("Level"), level_sentence(found.level)),
        (_("Sections"), sections_sentence(instrument, found)),
        (_("AI strategy gap"), gap_sentence(found.gap)),
        (_("Your leaders"), alignment_sentence(found.alignment)),
        (_("The two sides"), sides_sentence(view.sides)),
    ]
    return [(name, said) for name, said in facts if said]


def _said(change: Change, sentences: Mapping[str, str]) -> str | None:
    if change.movement is None or change.before is None or change.after is None:
        return None
    return sentences[change.movement].format(before=abs(round(change.before)), after=abs(round(change.after)))
