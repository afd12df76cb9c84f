"""Commands on one interchange file: no database, no clock, nothing stored."""

from datetime import UTC, date, datetime
from pathlib import Path

from assessment.answers.interchange import MAX_BYTES, parse_file
from assessment.errors import RefusedFile
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


def report_for_file(settings: Settings, file: Path, day: date | None = None, seed: int = SEED) -> Report:
    """Builds the report on the assessment in a file, as of `day`. Raises RefusedFile.

    It is in the language of the file, whatever this installation's is, and so is what is printed after it.
    The file carries no date and no clock is asked: without `day`, the report stands for the day the
    file was last changed (UTC), so that the same file gives the same report on any day. RefusedFile.
    """
    set_default_language(settings.language, settings.catalogues)
    assessment = parse_file(read_file(file))
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


def _changed(file: Path) -> date:
    return datetime.fromtimestamp(file.stat().st_mtime, UTC).date()
