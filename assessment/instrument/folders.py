"""The editions of one instrument on disk, and which of them new assessments get.

    data/instrument/2026.1/en/instrument.yaml, data/instrument/2026.2/en/instrument.yaml, …

One may name the folder of an edition, which is then the one of new assessments, or a folder that holds editions,
of which new assessments get the newest. The others are loaded too: earlier assessments stay what they were.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from assessment.errors import Fault, InstrumentFaults
from assessment.instrument.bank import languages, load_edition, load_instrument
from assessment.instrument.editions import number
from assessment.instrument.model import Instrument
from language.translation import _

EDITION = re.compile(r"[0-9]{4}\.[0-9]{1,3}")


def edition_folders(chosen: Path) -> tuple[Path, ...]:
    """The folder of the edition of new assessments, then those of the other editions beside it, newest first."""
    named = bool(languages(chosen))
    found = _editions_in(chosen.resolve().parent if named else chosen)
    if named:
        return (chosen, *(folder for folder in found if folder != chosen.resolve()))
    return tuple(found) or (chosen,)


def default_folder(chosen: Path) -> Path:
    """The folder of the edition of new assessments."""
    return edition_folders(chosen)[0]


def load_editions(chosen: Path, language: str = "en") -> dict[str, Instrument]:
    """The editions in one language by number, that of new assessments first.

    Left out are editions without this language, and other instruments beside an edition that was named.
    Raises InstrumentFaults listing every fault.
    """
    first = default_folder(chosen)
    found = _each(
        chosen,
        lambda folder: (
            {language: load_instrument(folder, language)}
            if folder == first or language in languages(folder)
            else {}
        ),
    )
    return {edition: loaded[language] for edition, loaded in found.items()}


def check_editions(chosen: Path) -> dict[str, Mapping[str, Instrument]]:
    """All editions in all their languages by number, that of new assessments first. Raises InstrumentFaults."""
    return _each(chosen, load_edition)


def _each(
    chosen: Path, load: Callable[[Path], Mapping[str, Instrument]]
) -> dict[str, Mapping[str, Instrument]]:
    """What `load` finds in the folders of the instrument, by edition; the faults of all of them in one error."""
    folders = edition_folders(chosen)
    found: dict[str, Mapping[str, Instrument]] = {}
    faults: list[Fault] = []
    codes: list[str] = []
    for folder in folders:
        try:
            loaded = load(folder)
        except InstrumentFaults as error:
            faults += _under(folder, error) if len(folders) > 1 else error.faults
            continue
        for one in [*loaded.values()][:1]:
            codes.append(one.code)
            if one.code == codes[0]:
                found.setdefault(one.edition, loaded)
                faults += _misnamed(folder, one) if folder != folders[0] else []
    if faults:
        raise InstrumentFaults(faults)
    return found


def _editions_in(folder: Path) -> list[Path]:
    there = [path for path in folder.glob("*") if EDITION.fullmatch(path.name) and languages(path)]
    return sorted(there, key=lambda path: number(path.name), reverse=True)


def _under(folder: Path, error: InstrumentFaults) -> list[Fault]:
    return [Fault(f"{folder.name}/{fault.file}", fault.line, fault.message) for fault in error.faults]


def _misnamed(folder: Path, loaded: Instrument) -> list[Fault]:
    if loaded.edition == folder.name:
        return []
    message = _("edition: “{edition}”, but its folder is named “{folder}”")
    file = f"{folder.name}/{loaded.language}/instrument.yaml"
    return [Fault(file, 1, message.format(edition=loaded.edition, folder=folder.name))]
