"""Commands on one interchange file: no database, no clock, nothing stored."""

from datetime import UTC, date, datetime
from pathlib import Path

from assessment.answers.interchange import MAX_BYTES, parse_assessment
from assessment.errors import RefusedFile
from assessment.governance.bank import load_governance
from assessment.instrument.bank import load_instrument
from assessment.instrument.model import Instrument
from language.translation import set_default_language
from report.build.report import build_report
from report.build.value import SEED
from report.model.report import Report
from services.core.settings import Settings


def load_instrument_in_use(settings: Settings) -> Instrument:
    """The instrument this installation asks, and its interface language. Raises InstrumentFaults."""
    instrument = load_instrument(settings.instrument, settings.language)
    set_default_language(settings.language)
    return instrument


def read_file(file: Path) -> bytes:
    """Reads at most one byte more than the size limit of an assessment. Raises RefusedFile."""
    try:
        with file.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise RefusedFile(f"{file} cannot be read: {error.strerror}.") from None


def report_for_file(settings: Settings, file: Path, day: date | None = None, seed: int = SEED) -> Report:
    """Builds the report on the assessment in a file, as of `day`. Raises RefusedFile.

    Without `day` the modification date of the file (UTC) is used, so that the same file gives the same report
    on any day.
    """
    instrument = load_instrument_in_use(settings)
    assessment = parse_assessment(read_file(file), instrument)
    governance = load_governance(settings.language)
    return build_report(instrument, assessment, day or _changed(file), seed=seed, governance=governance)


def _changed(file: Path) -> date:
    return datetime.fromtimestamp(file.stat().st_mtime, UTC).date()
