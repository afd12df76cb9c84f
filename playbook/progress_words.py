"""What became of an organisation since the last time, in sentences for screen and document alike."""

from assessment.instrument import Instrument
from assessment.words import _, ngettext
from playbook.narrative import count, listed
from scoring.comparison import Change, Comparison, Kept, Outcome

OUTCOMES: dict[Outcome, str] = {
    "kept": _("Kept."),
    "late": _("Late."),
    "dropped": _("Given up."),
    "open": _("Still to come."),
    "overdue": _("Its day has passed, and nobody has said what became of it."),
    "not_seen": _("Said to be kept, but your leaders do not describe it yet."),
}
LEVEL = {
    "better": _("You described level {before}; now you describe level {after}."),
    "worse": _("You described level {before}; now it is level {after}."),
    "unchanged": _("You describe level {after}, as before."),
    "noise": _(
        "Level {before} then, level {after} now: too little to tell apart from chance, so it does not count as progress."
    ),
}
ALIGNMENT = {
    "better": _("Your leaders lie closer together than they did."),
    "worse": _("Your leaders lie further apart than they did."),
    "unchanged": _("Your leaders lie as far apart as they did."),
    "noise": _("How far your leaders lie apart has not changed in a way that counts."),
}
GAP = {
    "better": _(
        "Activity and the capability to scale it have come closer: {before} points apart then, {after} now."
    ),
    "worse": _(
        "Activity and the capability to scale it have drifted apart: {before} points then, {after} now."
    ),
    "unchanged": _("Activity and the capability to scale it are as far apart as they were: {after} points."),
    "noise": _(
        "The distance between activity and the capability to scale it has not changed in a way that counts."
    ),
}
UNKNOWN = _("One of the two times has no level, so nothing can be said about progress.")


def level_sentence(change: Change) -> str:
    """“You described level 2; now you describe level 3.”"""
    return _said(change, LEVEL) or _(UNKNOWN)


def alignment_sentence(change: Change) -> str | None:
    """Whether the leaders have come closer; None where it is not known for both times."""
    return _said(change, ALIGNMENT)


def gap_sentence(change: Change) -> str | None:
    """Whether activity and capability have come closer; None where it is not known for both times."""
    return _said(change, GAP)


def sections_sentence(instrument: Instrument, found: Comparison) -> str:
    """“Up a level or more: Strategy and Value.” Sections whose change is noise are not named."""
    titles = {pillar.code: pillar.title for pillar in instrument.pillars}
    up = [titles[s.code] for s in found.sections if s.level.movement == "better"]
    down = [titles[s.code] for s in found.sections if s.level.movement == "worse"]
    if up and down:
        return _("Up a level or more: {up}. Down: {down}.").format(up=listed(up), down=listed(down))
    if up:
        return _("Up a level or more: {up}.").format(up=listed(up))
    if down:
        return _("Down a level or more: {down}.").format(down=listed(down))
    return _("In no section has the level moved in a way that counts.")


def promises_sentence(found: Comparison) -> str:
    """“Of five promises: two kept, one late, none given up.”

    Kept are only those the leaders describe; late are also those whose day has passed in silence.
    """
    if not found.promises:
        return _("No promises were written down last time.")
    kept, late, overdue, dropped = (
        found.counts.get(outcome, 0) for outcome in ("kept", "late", "overdue", "dropped")
    )
    return ngettext(
        "Of {n} promise: {kept} kept, {late} late, {dropped} given up.",
        "Of {n} promises: {kept} kept, {late} late, {dropped} given up.",
        len(found.promises),
    ).format(
        n=count(len(found.promises)),
        kept=_number(kept),
        late=_number(late + overdue),
        dropped=_number(dropped),
    )


def outcome_words(kept: Kept) -> str:
    """What became of one promise."""
    return _(OUTCOMES[kept.outcome])


def _number(number: int) -> str:
    return count(number) if number else _("none")


def _said(change: Change, sentences: dict[str, str]) -> str | None:
    if change.movement is None or change.before is None or change.after is None:
        return None
    return _(sentences[change.movement]).format(
        before=abs(round(change.before)), after=abs(round(change.after))
    )
