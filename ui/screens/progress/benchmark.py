"""Among others: the place in this installation, and the organisations that this browser owns."""

from language.dates import long_date
from language.translation import _, ngettext
from report.model.benchmark import BenchmarkView
from report.text.benchmark import limits_sentence, others_sentence, place_words, silence_sentence
from report.text.narrative import count
from services.assessments import organisations
from services.assessments.organisations import OrganisationSummary
from services.core.identity import Owned
from services.reports import benchmark
from ui import access, session
from ui.kit import inputs, text
from ui.kit.html import fold, paragraph, show, table


def among_others(owned: Owned, index: float | None) -> None:
    """The sentence with its number and limits, or why nothing is said; nothing where nothing is compared."""
    found = benchmark.benchmark_view(session.here(), owned)
    if found is None:
        return
    text.heading(_("Compared with others here"))
    if not place(index, found):
        text.muted(silence_sentence(found))


def beside_published(owned: Owned, index: float | None) -> None:
    """On the result: the sentence where there is one, and nothing otherwise."""
    found = benchmark.benchmark_view(session.here(), owned)
    if found is not None and found.overall is not None:
        text.heading(_("Compared with others here"))
        place(index, found)


def place(index: float | None, found: BenchmarkView) -> bool:
    """The sentence and its limits, with the sections folded away; False if nothing may be said."""
    said = others_sentence(index, found)
    if said is None:
        return False
    show(paragraph(said), paragraph(limits_sentence(), kind="muted"))
    if found.sections:
        rows = [(title, place_words(one), str(one.of)) for title, one in found.sections]
        head = (_("Section"), _("Position of its index"), _("Others"))
        show(fold(_("Section by section"), table(head, rows, numeric=(2,))))
    return True


def my_organisations(owned: Owned) -> None:
    """One quiet line for each organisation of this browser, where there are several."""
    found = organisations.organisations(session.here(), access.visitor(), session.today())
    if len(found) < 2:
        return
    text.heading(_("Your organisations"))
    text.muted(_("Assessments in this browser, and commitments due."))
    for one in found:
        here = one.same_as(owned.assessment_id)
        inputs.row(
            one.name,
            _stands(one),
            _("open now") if here else _("open"),
            f"organisation_{one.assessment_id}",
            on_click=access.open_assessment,
            args=(one.assessment_id,),
        )


def _stands(one: OrganisationSummary) -> str:
    if one.as_of is None:
        said = _("not submitted yet")
    elif one.level is None:
        said = _("submitted {day}, no level").format(day=long_date(one.as_of))
    else:
        said = _("level {level}, {day}").format(level=one.level, day=long_date(one.as_of))
    if one.due:
        due = ngettext("{n} commitment due", "{n} commitments due", one.due).format(n=count(one.due))
        said = f"{said} · {due}"
    return said
