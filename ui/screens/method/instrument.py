"""The whole instrument, readable: every practice with its situations, sources, standards and words."""

from assessment.instrument.model import Instrument, Practice
from assessment.instrument.standards import Duty, Standards
from language.translation import _
from report.text.wording import iso_day
from ui.kit.html import HtmlFragment, fold, heading, labelled, listing, paragraph, show, table


def whole_instrument(instrument: Instrument) -> None:
    """All practices, folded by section."""
    title = _("All {n} practices").format(n=len(instrument.practices))
    edition = _("{title}, edition {edition}. A section reaches a level only if its key practices do.")
    show(
        heading(title, 2, "practices"),
        paragraph(edition.format(title=instrument.title, edition=instrument.edition), kind="muted"),
        *(
            fold(
                pillar.title,
                paragraph(pillar.why),
                *(_practice(practice) for practice in pillar.practices),
                aside=_("{n} practices").format(n=len(pillar.practices)),
            )
            for pillar in instrument.pillars
        ),
        fold(
            _("Activity"),
            *(labelled([(item.title, item.stem), *_situations(item.levels)]) for item in instrument.activity),
            aside=_("{n} questions").format(n=len(instrument.activity)),
        ),
    )


def _practice(practice: Practice) -> HtmlFragment:
    return fold(
        f"{practice.code} · {practice.title}",
        labelled(
            [
                (_("Question"), practice.stem),
                (_("In technology words"), practice.stem_technology),
                (_("Why we ask"), practice.why),
                *_situations(practice.levels),
                (_("Evidence"), practice.evidence),
                (_("Weight"), str(practice.weight)),
                (_("Sources"), ", ".join(practice.sources)),
                *_standards(practice),
            ]
        ),
        aside=_("key") if practice.key else "",
    )


def _situations(levels: list[str]) -> list[tuple[str, str]]:
    return [(_("Level {n}").format(n=n), text) for n, text in enumerate(levels, 1)]


def _standards(practice: Practice) -> list[tuple[str, str]]:
    found = practice.crosswalk
    named = [
        ("NIST AI RMF 1.0", found.nist),
        ("ISO/IEC 42001:2023", found.iso42001),
        (_("EU AI Act"), found.euaiact),
    ]
    texts = [f"{standard}: {', '.join(ids)}" for standard, ids in named if ids]
    if not texts:
        return []
    useful = _(
        "Evidence for this practice is usually useful for {list}. Check before relying on it; this is not "
        "legal advice."
    )
    return [(_("Standards"), useful.format(list="; ".join(texts)))]


def duties(standards: Standards) -> None:
    """The dates of the regulation’s duties, each with where and when it was read."""
    show(
        heading(_("Standards and dates"), 2, "standards"),
        paragraph(standards.note, kind="strong"),
        fold(
            _("EU AI Act: duties and dates"),
            table(
                (
                    _("Article"),
                    _("Duty, in our words"),
                    _("Applies from"),
                    _("Source"),
                    _("Read on"),
                    _("Status"),
                ),
                [(d.id, d.duty, _days(d), d.source, iso_day(d.as_of), d.status) for d in standards.euaiact],
            ),
        ),
    )


def _days(duty: Duty) -> str:
    """Every date of a duty with what it is for."""
    dates = [
        _("{day} for {what}").format(day=iso_day(entry.date), what=entry.what)
        for entry in duty.dates_of("adopted")
    ]
    return "; ".join(dates) or iso_day(duty.applies_from)


def glossary(instrument: Instrument) -> None:
    """Words that business and technology use differently."""
    if not instrument.glossary:
        return
    show(
        heading(_("Words with two meanings"), 2, "words"),
        paragraph(_("Both are right. Say which you mean."), kind="muted"),
        fold(
            _("{n} words, and what each side means").format(n=len(instrument.glossary)),
            table(
                (_("Word"), _("In business"), _("In technology")),
                [(entry.word, entry.business, entry.technology) for entry in instrument.glossary],
            ),
        ),
    )


def sources(instrument: Instrument) -> None:
    """Where the practices come from, with the interest of each source."""
    show(
        heading(_("Sources"), 2, "sources"),
        paragraph(_("What we read, and what its authors sell."), kind="muted"),
        fold(
            _("{n} sources").format(n=len(instrument.sources)),
            listing(f"{source.id}: {source.citation} {source.interest}" for source in instrument.sources),
        ),
    )
