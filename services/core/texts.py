"""The texts of this installation in each language: the instrument and what leaders settle beside it.

A language is offered where the instrument's edition, the governance texts and the message catalogue all
have it, so that no screen mixes two. English needs no catalogue.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from assessment.answers.interchange import check_assessment, parse_file
from assessment.answers.records import Assessment
from assessment.errors import RefusedInput
from assessment.governance.bank import governance_languages, load_governance
from assessment.governance.model import Governance
from assessment.instrument.bank import languages, load_standards
from assessment.instrument.folders import default_folder, load_editions
from assessment.instrument.model import Instrument
from assessment.instrument.standards import Standards
from language.catalogues import catalogue_languages
from language.lists import listed
from language.translation import _, speaking
from services.core.settings import Settings


@dataclass(frozen=True)
class Texts:
    """The instrument, the governance texts and the standards in one language."""

    instrument: Instrument
    """The edition that new assessments get."""
    governance: Governance
    standards: Standards
    others: Mapping[str, Instrument] = field(default_factory=dict)
    """The other editions by number, for the assessments that answer them."""

    @property
    def editions(self) -> Mapping[str, Instrument]:
        """All editions by number, that of new assessments first."""
        return {self.instrument.edition: self.instrument, **self.others}

    def edition(self, number: str) -> Instrument:
        """One edition. Raises RefusedInput naming those there are."""
        found = self.editions.get(number)
        if found is None:
            raise RefusedInput(
                _(
                    "These answers belong to edition {edition}, which is not installed. Installed: {editions}."
                ).format(edition=number, editions=listed(sorted(self.editions)))
            )
        return found

    def read(self, raw: bytes) -> Assessment:
        """An interchange file that answers one of the editions. Raises RefusedFile."""
        assessment = parse_file(raw)
        self.check(assessment)
        return assessment

    def check(self, assessment: Assessment) -> Instrument:
        """The edition that an assessment answers. Raises RefusedFile where it answers none, or contradicts itself."""
        asked = self.editions.get(assessment.edition, self.instrument)
        check_assessment(assessment, asked, self.editions)
        return asked


def offered_languages(settings: Settings) -> list[str]:
    """The languages in which all texts are there, sorted by code."""
    return sorted(
        set(languages(default_folder(settings.instrument)))
        & set(governance_languages(settings.governance))
        & set(catalogue_languages(settings.catalogues))
    )


def check_language(language: str, offered: Collection[str]) -> None:
    """Raises RefusedInput, naming the languages there are, for one that is not among them."""
    if language not in offered:
        raise RefusedInput(
            _("There are no texts in the language “{language}”; choose from {languages}.").format(
                language=language[:20], languages=listed([f"“{code}”" for code in sorted(offered)])
            )
        )


def load_texts(settings: Settings, language: str) -> Texts:
    """The texts in one language. Raises RefusedInput for an unknown one, InstrumentFaults listing all faults."""
    found = offered_languages(settings)
    if languages(
        default_folder(settings.instrument)
    ):  # an edition that cannot be found is a fault of its own
        check_language(language, found)
    standards = load_standards()
    with speaking(language):
        asked, *others = load_editions(settings.instrument, language).values()
        return Texts(
            asked,
            load_governance(language, settings.governance, standards),
            standards.translated(),
            {one.edition: one for one in others},
        )


def load_all_texts(settings: Settings) -> Mapping[str, Texts]:
    """The texts by language. Raises RefusedInput where the installation's own language is not among them."""
    own = load_texts(settings, settings.language)
    others = [code for code in offered_languages(settings) if code != settings.language]
    return {settings.language: own} | {code: load_texts(settings, code) for code in others}
