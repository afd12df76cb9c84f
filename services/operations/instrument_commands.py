"""`manage.py instrument`: checks and prints the questionnaire."""

from pathlib import Path
from typing import Annotated

import typer

from assessment.governance.bank import GOVERNANCE_FOLDER, load_governance_languages
from assessment.instrument.bank import languages, load_edition, load_instrument
from assessment.instrument.folders import check_editions
from assessment.instrument.model import Instrument
from language.translation import _
from report.json.instrument import instrument_json
from services.core.settings import settings_in_use
from services.core.texts import load_texts
from services.operations.printing import PLAIN, AsJson, print_json, say

instrument = typer.Typer(help="The questionnaire.", **PLAIN)


@instrument.command()
def check(
    folder: Annotated[
        Path | None, typer.Argument(metavar="DIR", help="Editions, an edition, or one language of it.")
    ] = None,
) -> None:
    """List all faults of an instrument, with file and line."""
    for language, loaded in _checked(folder):
        which = f"{loaded.code} {loaded.edition} {language}"
        say(_("{edition}: {count} practices, no fault."), edition=which, count=len(loaded.practices))


def _checked(folder: Path | None) -> list[tuple[str, Instrument]]:
    """Each language of what is named: a language, an edition or a folder of editions; else all that is asked here."""
    if folder is not None and (folder / "instrument.yaml").is_file():
        whole = folder.resolve()
        return [(whole.name, load_instrument(whole.parent, whole.name))]
    if folder is not None and languages(folder):
        return [*load_edition(folder).items()]
    editions = check_editions(folder or settings_in_use().instrument)
    return [pair for found in editions.values() for pair in found.items()]


@instrument.command("governance")
def check_governance(folder: Annotated[Path | None, typer.Argument(metavar="DIR")] = None) -> None:
    """List all faults of the governance texts, with file and line."""
    found = load_governance_languages(folder or GOVERNANCE_FOLDER)
    say(_("Governance in {languages}: no fault."), languages=", ".join(found))


@instrument.command()
def show(as_json: AsJson = False) -> None:
    """Print the edition that new assessments get."""
    settings = settings_in_use()
    asked = load_texts(settings, settings.language).instrument
    if as_json:
        print_json(instrument_json(asked))
        return
    say(_("{title}, edition {edition}"), title=asked.title, edition=asked.edition)
    for pillar in asked.pillars:
        say(f"\n{pillar.title}")
        for practice in pillar.practices:
            say(f"  {practice.code:<7} {practice.title}{_(' (key)') if practice.key else ''}")
