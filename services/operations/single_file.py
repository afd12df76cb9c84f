"""Commands on one interchange file: no database, no clock, nothing stored."""

from datetime import UTC, date, datetime
from pathlib import Path

from assessment.answers.interchange import MAX_BYTES, parse_file
from assessment.answers.records import Assessment
from assessment.errors import RefusedFile
from assessment.instrument.moves import Minimised
from assessment.plan.records import Roadmap
from language.translation import _, set_default_language
from report.build.report import build_report
from report.build.value import SEED
from report.model.report import Report
from services.core.settings import Settings
from services.core.texts import Texts, load_texts


def load_texts_in_use(settings: Settings) -> Texts:
    """The texts in this installation's language, which is in use from here on. Raises InstrumentFaults."""
    set_default_language(settings.language, settings.catalogues)
    return load_texts(settings, settings.language)


def read_file(file: Path) -> bytes:
    """Reads at most one byte more than the size limit of an assessment. Raises RefusedFile."""
    try:
        with file.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise RefusedFile(
            _("{file} cannot be read: {strerror}.").format(file=file, strerror=error.strerror)
        ) from None


def report_for_file(
    settings: Settings,
    file: Path,
    day: date | None = None,
    seed: int = SEED,
    minimise: Minimised | None = None,
) -> Report:
    """Builds the report on the assessment in a file, as of `day`. Raises RefusedFile.

    `minimise` says whose days the path keeps lowest; None leaves it to the file. The report is in the language
    of the file, whatever this installation's is, and so is what is printed after it. The file carries no date and
    no clock is asked: without `day`, the report is as of the day the file was last changed (UTC), so that the same
    file gives the same report on any day.
    """
    set_default_language(settings.language, settings.catalogues)
    assessment = _minimising(parse_file(read_file(file)), minimise)
    texts = load_texts(settings, assessment.language)
    set_default_language(assessment.language, settings.catalogues)
    asked = texts.check(assessment)
    day = day or _changed(file)
    return build_report(
        asked,
        assessment,
        day,
        seed=seed,
        governance=texts.governance,
        standards=texts.standards,
    )


def _minimising(assessment: Assessment, whose: Minimised | None) -> Assessment:
    """The assessment with its path keeping the days of `whose` lowest; as it is where None."""
    if whose is None:
        return assessment
    roadmap = assessment.roadmap or Roadmap()
    return assessment.model_copy(update={"roadmap": roadmap.model_copy(update={"minimise": whose})})


def _changed(file: Path) -> date:
    return datetime.fromtimestamp(file.stat().st_mtime, UTC).date()
