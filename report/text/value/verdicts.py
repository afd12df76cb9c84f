"""The verdict on an initiative: its name, the reasons in a sentence each, and what is flagged beside it."""

from collections import Counter
from collections.abc import Mapping, Sequence

from language.lists import listed
from language.translation import _, lazy, lazy_table, ngettext
from report.model.value import VerdictView
from report.text.narrative import count, sentence
from report.text.value.figures import FIELDS, not_computed
from scoring.value.claims import ClaimPart
from scoring.value.pilots import unknown_to_most
from scoring.value.results import ValueField
from scoring.value.verdicts import InitiativeVerdict, Reason, ValuedUse, Verdict

VERDICTS: Mapping[Verdict, str] = lazy_table(
    {
        "decide": lazy("Decide"),
        "stop": lazy("Stop"),
        "measure": lazy("Measure"),
        "fix": lazy("Fix"),
        "scale": lazy("Scale"),
    }
)
REASONS: Mapping[Reason, str] = lazy_table(
    {
        "nobody": lazy("Nobody answers for it. Name one person."),
        "several": lazy("Several people answer for it, so nobody does. Choose one."),
        "duplicate": lazy("It is listed twice. Say whether it is one piece of work or two."),
        "stopped": lazy("It has been stopped. Nothing more to do."),
        "no_measure": lazy("It has no measure. Agree one with its owner."),
        "no_result_measured": lazy("It is running without a measured figure. Measure before spending more."),
        "no_baseline": lazy(
            "Today’s figure has not been measured. Measure it before the start; afterwards the gain cannot "
            "be shown."
        ),
        "no_owner": lazy("Someone answers for the result, but no owner is entered. Enter who does the work."),
        "no_expected_result": lazy("No expected result is stated. Write it down before it continues."),
    }
)
WANTED: Mapping[ClaimPart, str] = lazy_table(
    {
        "lever": lazy("how it pays"),
        "target": lazy("the target"),
        "date": lazy("the date"),
    }
)


TO_DO: Mapping[Verdict, str] = lazy_table(
    {
        "decide": lazy("decide on {n}"),
        "stop": lazy("stop {n}"),
        "measure": lazy("measure {n}"),
        "fix": lazy("fix {n}"),
        "scale": lazy("scale {n}"),
    }
)


def verdicts_finding(verdicts: Sequence[VerdictView]) -> str:
    """“Eight initiatives: decide on two, measure three and scale one; one has been stopped”."""
    stopped = sum(one.reasons == ("stopped",) for one in verdicts)
    counted = Counter(one.verdict for one in verdicts if one.reasons != ("stopped",))
    parts = listed(
        [TO_DO[verdict].format(n=count(counted[verdict])) for verdict in TO_DO if counted[verdict]]
    )
    text = ngettext("{n} initiative: {parts}", "{n} initiatives: {parts}", len(verdicts))
    ended = ngettext("{n} has been stopped", "{n} have been stopped", stopped).format(n=count(stopped))
    said = "; ".join(filter(None, (parts, ended if stopped else "")))
    return text.format(n=sentence(count(len(verdicts))), parts=said)


def verdict_sentence(found: InitiativeVerdict, to_do: Mapping[str, str]) -> str:
    """All that leads to the verdict and what to do, a sentence or two for each reason.

    `to_do` says of each system in the way, by its name, what follows.
    """
    return " ".join(filter(None, (_reason(found, reason, to_do) for reason in found.reasons)))


def _reason(found: InitiativeVerdict, reason: Reason, to_do: Mapping[str, str]) -> str:
    if reason == "blocked":
        systems = [(use.use_case.blocked_by or "").strip() for use in found.uses if use.blocked]
        return " ".join(
            _("{system} blocks it. {to_do}")
            .format(system=sentence(system), to_do=to_do.get(system, ""))
            .strip()
            for system in dict.fromkeys(systems)
        )
    if reason == "unknown":
        return _unknown(found)
    if reason == "loss" and any(use.use_case.success_probability == 0 for use in found.uses):
        return _("Its chance of success is zero. Drop it, or say what would make it work.")
    if reason == "loss":
        return _("It is more likely to lose than to gain. Reduce or drop it; {most} matters most.").format(
            most=FIELDS[_most(found)]
        )
    if reason == "no_claim":
        return _("Settle {wanted} before spending money.").format(
            wanted=listed([WANTED[part] for part in found.open_claims])
        )
    if reason == "no_estimate":
        return " ".join(_estimate(use) for use in found.uses if use.value.state != "ready")
    return _sound(found) if reason == "sound" else REASONS[reason]


def _unknown(found: InitiativeVerdict) -> str:
    line = next(line for line in found.pilots if unknown_to_most(line))
    known, asked = line.known_to or 0, line.leaders_asked or 0
    if asked == 1:
        return _(
            "The one leader asked does not know of it. Tell the others, then decide whether to continue."
        )
    return ngettext(
        "{known} of the {asked} leaders asked knows of it. Tell the others, then decide whether to continue.",
        "{known} of the {asked} leaders asked know of it. Tell the others, then decide whether to continue.",
        known,
    ).format(known=sentence(count(known) if known else _("none")), asked=count(asked))


def _most(found: InitiativeVerdict) -> ValueField:
    """The input that matters most to the use case that loses."""
    drivers = [use.value.matter_most for use in found.uses if use.value.matter_most]
    return drivers[0][0].field if drivers else "annual_benefit"


def _estimate(use: ValuedUse) -> str:
    if use.value.state == "faulty":
        return not_computed(use.value)
    if use.use_case.exploring:
        return _("It is a trial: name the one question it must answer, its budget and its last day.")
    return _("Ask the person who would pay for it for {fields}: three amounts each.").format(
        fields=listed([FIELDS[field] for field in use.value.missing])
    )


def _sound(found: InitiativeVerdict) -> str:
    if found.uses:
        return _("It has an owner, a measure and a target, and is more likely to gain than to lose.")
    if all(line.stage == "scaled" for line in found.pilots if line.stage != "stopped"):
        return _("It is in daily use, with an owner, a measure and a measured result. Keep measuring.")
    if any(line.stage == "idea" for line in found.pilots):
        return _("It has an owner, a measure and an expected result. It can start.")
    return _("It has an owner, a measure and a measured result.")
