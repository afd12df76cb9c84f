"""Sentences about acceptable risk: decisions, signatures and missing signatures."""

from collections.abc import Mapping

from assessment.governance.acceptable_risk import DecidedLine, DecidedRiskStatement
from assessment.governance.model import AcceptableRisk, RiskOption
from assessment.instrument.model import Instrument
from assessment.plan.records import STANCES, PastDecision, RiskLine, Signature, Stance
from language.lists import listed
from language.translation import _, lazy, lazy_table, ngettext
from report.model.governance import RiskView, SignatureCounts
from report.text.narrative import count, sentence
from report.text.wording import iso_day, role_titles

STANCE_TITLES: Mapping[Stance, str] = lazy_table(
    {
        "accepted": lazy("Accepted"),
        "with_condition": lazy("Accepted with a condition"),
        "refused": lazy("Refused"),
    }
)
SIGNED_AS: Mapping[Stance, str] = lazy_table(
    {
        "accepted": lazy("Signed by: {roles}."),
        "with_condition": lazy("Signed with a condition by: {roles}."),
        "refused": lazy("Refused by: {roles}."),
    }
)


def risk_progress(statement: DecidedRiskStatement) -> str:
    """How far the executives are: “Nine of 13 lines are decided.”"""
    every, left = len(statement.lines), len(statement.open)
    if not left:
        return _("All {n} lines are decided.").format(n=count(every))
    if left == every and not any(found.option for found in statement.lines):
        return _("None of the {n} lines is decided yet.").format(n=count(every))
    done = every - left
    text = ngettext("{done} of {n} lines is decided.", "{done} of {n} lines are decided.", done).format(
        done=sentence(count(done)) if done else _("None"), n=count(every)
    )
    unlimited = [f for f in statement.lines if f.option == "with_limit" and not f.limit]
    if unlimited:
        titles = listed([f"“{found.line.title}”" for found in unlimited])
        text += " " + _("Still to write: a limit for {titles}.").format(titles=titles)
    return text


def decided_sentence(instrument: Instrument, risk: AcceptableRisk, view: RiskView, found: DecidedLine) -> str:
    """One line as decided and signed: “Ask first: Finance. Signed by: Finance. Not signed yet by: Sales.”"""
    if found.option is None:
        return _("Not decided yet.")
    decided = decided_words(instrument, risk, found)
    return f"{decided} {signed_sentence(instrument, view, view.kept.get(found.line.code))}".strip()


def decided_words(instrument: Instrument, risk: AcceptableRisk, found: DecidedLine) -> str:
    """What was decided on one line: “Ask first: Finance.” Empty before it is decided."""
    return _decided(instrument, risk, found.option, found.limit, found.ask) if found.option else ""


def _decided(instrument: Instrument, risk: AcceptableRisk, option: RiskOption, limit: str, ask: str) -> str:
    text = option_title(risk, option)
    if option == "ask_first":
        who = role_titles(instrument, [ask])[0] if ask else _("nobody named yet")
        text = _("{option}: {who}").format(option=text, who=who)
    elif option == "with_limit" and not limit:
        text = _("{option}, not written yet").format(option=text)
    elif option == "with_limit":
        text = _("{option}: {limit}").format(option=text, limit=limit.rstrip("."))
    return f"{text}."


def own_sentence(instrument: Instrument, risk: AcceptableRisk, view: RiskView, line: RiskLine) -> str:
    """The same of a line the leaders wrote themselves."""
    return f"{own_words(instrument, risk, line)} {signed_sentence(instrument, view, line)}"


def own_words(instrument: Instrument, risk: AcceptableRisk, line: RiskLine) -> str:
    """What was decided on such a line: “Accepted with a limit: ten people.”"""
    return _decided(instrument, risk, line.decision, line.limit or "", line.ask or "")


def signed_sentence(instrument: Instrument, view: RiskView, record: RiskLine | None) -> str:
    """Who accepts a line, with a condition, refuses it, and who has not signed; empty where nothing is decided."""
    if record is None:
        return ""
    if not record.signed:
        return _("Not signed yet.")
    text = " ".join(
        SIGNED_AS[stance].format(roles=_roles(instrument, record, stance))
        for stance in STANCES
        if any(found.stance == stance for found in record.signed)
    )
    return (
        f"{counts_words(view.counts(record))} {text} {not_signed_sentence(instrument, view, record)}".strip()
    )


def not_signed_sentence(instrument: Instrument, view: RiskView, record: RiskLine) -> str:
    """Who is to sign a line and has not; empty where nobody is missing."""
    missing = view.not_yet(record)
    roles = "; ".join(role_titles(instrument, missing))
    return _("Not signed yet by: {roles}.").format(roles=roles) if missing else ""


def _roles(instrument: Instrument, record: RiskLine, stance: Stance) -> str:
    roles = [found.role for found in record.signed if found.stance == stance]
    return "; ".join(role_titles(instrument, roles))


def signed_words(instrument: Instrument, record: RiskLine) -> list[str]:
    """Every signature with its day: those who accept together, a condition and a refusal each for itself."""
    accepted: dict[str, list[str]] = {}
    for found in record.signed:
        if found.stance == "accepted":
            accepted.setdefault(found.day, []).append(found.role)
    texts = [
        _("Signed by {roles}, {day}.").format(
            roles="; ".join(role_titles(instrument, roles)), day=iso_day(day)
        )
        for day, roles in accepted.items()
    ]
    others = [found for found in record.signed if found.stance != "accepted"]
    for found in sorted(others, key=lambda found: STANCES.index(found.stance)):
        (role,) = role_titles(instrument, [found.role])
        texts.append(_("{role}: {words}").format(role=role, words=signature_words(found)))
    return texts


def past_sentence(past: PastDecision) -> str:
    """That what follows was signed before the line was decided differently; it is printed struck through."""
    return _(
        "Given to an earlier version of this line, replaced on {day}; these signatures no longer count:"
    ).format(day=iso_day(past.until))


def past_words(instrument: Instrument, risk: AcceptableRisk, past: PastDecision) -> str:
    """What was signed and no longer holds: “Never. CEO: Accepted, 24 November 2026.”"""
    decided = _decided(instrument, risk, past.decision, past.limit or "", past.ask or "")
    signed = [
        _("{role}: {words}").format(role=role_titles(instrument, [one.role])[0], words=signature_words(one))
        for one in past.signatures
    ]
    return " ".join([decided, *signed])


def signature_words(signature: Signature) -> str:
    """One signature in full: “Accepted with a condition, 24 November 2026: ten people.”"""
    stance, day = STANCE_TITLES[signature.stance], iso_day(signature.day)
    words = (signature.note or "").strip().rstrip(".")
    if not words:
        return _("{stance}, {day}.").format(stance=stance, day=day)
    return _("{stance}, {day}: {words}.").format(stance=stance, day=day, words=words)


def counts_words(counts: SignatureCounts) -> str:
    """“Two accepted, one with a condition, none refused, three open.”: always all four."""
    numbers = (counts.accepted, counts.with_condition, counts.refused, counts.open)
    accepted, condition, refused, still_open = (count(n) if n else _("none") for n in numbers)
    return sentence(
        _("{accepted} accepted, {condition} with a condition, {refused} refused, {open} open.").format(
            accepted=accepted, condition=condition, refused=refused, open=still_open
        )
    )


def signed_progress(instrument: Instrument, view: RiskView) -> str:
    """How the decided lines are signed, and who has signed nothing yet."""
    lines = view.lines
    if not lines:
        return ""
    counts = view.counts(*lines)
    asked = ngettext("{n} signature on {lines}", "{n} signatures on {lines}", counts.asked).format(
        n=sentence(count(counts.asked)) if counts.asked else _("No"),
        lines=ngettext("one decided line", "{n} decided lines", len(lines)).format(n=count(len(lines))),
    )
    text = _("{asked}: {counts}").format(asked=asked, counts=counts_words(counts))
    if counts.refused:
        text += " " + _("Settle refused lines before anyone relies on them.")
    if not view.unsigned_by:
        return text
    roles = "; ".join(role_titles(instrument, view.unsigned_by))
    return f"{text} " + _("Nothing signed yet by: {roles}.").format(roles=roles)


def option_title(risk: AcceptableRisk, option: RiskOption) -> str:
    """The title of one of the four answers."""
    return next(found.title for found in risk.options if found.code == option)
