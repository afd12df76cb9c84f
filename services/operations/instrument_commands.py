"""`manage.py instrument`: checks and prints the questionnaire."""

from pathlib import Path
from typing import Annotated

import typer

from assessment.governance.bank import GOVERNANCE_FOLDER, load_governance_languages
from assessment.instrument.bank import load_edition, load_instrument
from language.translation import _
from report.json.instrument import instrument_json
from services.core.settings import settings_in_use
from services.core.texts import load_texts
from services.operations.printing import PLAIN, AsJson, print_json, say

instrument = typer.Typer(help="The questionnaire.", **PLAIN)


@instrument.command()
def check(
    folder: Annotated[
        Path | None, typer.Argument(metavar="DIR", help="An edition, or one language of it.")
    ] = None,
) -> None:
    """List all faults of an instrument, with file and line."""
    folder = folder or settings_in_use().instrument
    if (folder / "instrument.yaml").is_file():
        whole = folder.resolve()
        found = {whole.name: load_instrument(whole.parent, whole.name)}
    else:
        found = load_edition(folder)
    for language, loaded in found.items():
        which = f"{loaded.code} {loaded.edition} {language}"
        say(_("{edition}: {count} practices, no fault."), edition=which, count=len(loaded.practices))


@instrument.command("governance")
def check_governance(folder: Annotated[Path | None, typer.Argument(metavar="DIR")] = None) -> None:
    """List all faults of the governance texts, with file and line."""
    found = load_governance_languages(folder or GOVERNANCE_FOLDER)
    say(_("Governance in {languages}: no fault."), languages=", ".join(found))


@instrument.command()
def show(as_json: AsJson = False) -> None:
    """Print this installation’s instrument."""
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
