"""The operator's command line. Each command imports only what it needs.

Exit codes: 0 done, 1 refused (the reason on standard error), 2 wrong use.
"""

import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

from assessment.errors import PlumblineError, RefusedInput
from assessment.instrument.moves import Minimised
from language.translation import _
from services.core.settings import settings_in_use as settings
from services.operations.document_commands import documents
from services.operations.instrument_commands import instrument
from services.operations.printing import PLAIN, AsJson, counted, print_json, printable, say

app = typer.Typer(add_completion=False, help="Plumbline’s command line.", **PLAIN)
app.add_typer(instrument, name="instrument")
app.add_typer(documents)

File = Annotated[Path, typer.Argument(metavar="FILE", help="An assessment in the interchange format.")]
Id = Annotated[str, typer.Argument(metavar="ID", help="The assessment’s id, as `list` prints it.")]
Output = Annotated[Path, typer.Option("-o", "--output", help="Where to write; replaces an existing file.")]
Minimise = Annotated[
    Minimised | None,
    typer.Option(help="Whose days the path keeps lowest; by default as the file says, else the organiser’s."),
]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask first.")]


@app.command()
def score(file: File, as_json: AsJson = False, minimise: Minimise = None) -> None:
    """Score an assessment without a screen."""
    from services.operations.single_file import report_for_file

    report = report_for_file(settings(), file, minimise=minimise)
    if as_json:
        from report.json.result import result_json

        print_json(result_json(report))
    else:
        from documents.terminal import result_text

        say(result_text(report))


@app.command("import")
def import_(file: File) -> None:
    """Import an assessment and print its owner’s resume code, once."""
    from services.operations.commands import import_assessment
    from services.operations.single_file import read_file

    made = import_assessment(settings(), read_file(file), today())
    say(_("Imported: {organisation}"), organisation=made.organisation)
    say(_("ID: {id}"), id=made.assessment_id)
    print_code(made.resume_code)


@app.command()
def export(assessment_id: Id, output: Output) -> None:
    """Export an assessment with everyone’s answers as an interchange file."""
    from services.operations.commands import export_assessment
    from services.operations.output_files import write_atomically

    chosen = settings()
    write_atomically(output, export_assessment(chosen, assessment_id), chosen, private=True)


@app.command()
def doctor(as_json: AsJson = False) -> None:
    """Check versions, database, disk and settings that weaken security."""
    from services.operations.doctor import examine, unreadable

    try:
        found = examine(settings())
    except RefusedInput as error:
        if not as_json:
            raise
        found = unreadable(str(error))
    if as_json:
        findings = [{"name": f.name, "state": f.state, "text": f.text} for f in found.findings]
        print_json({"fine": found.fine, "versions": found.versions, "findings": findings})
    else:
        say("  ".join(f"{name} {number}" for name, number in found.versions.items()))
        for finding in found.findings:
            say(f"{finding.state:<8} {finding.name:<11} {finding.text}")
    raise typer.Exit(0 if found.fine else 1)


@app.command()
def backup(file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write it.")]) -> None:
    """Back the database up to one file, even while the server runs."""
    from services.operations.backups import back_up

    back_up(settings(), file)
    say(
        _("Written and checked: {file}. It contains everyone’s answers; protect it as you do the database."),
        file=file,
    )


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A backup.")], yes: Yes = False
) -> None:
    """Replace the database with a backup; over existing assessments only with --yes."""
    from services.operations.backups import key_remark
    from services.operations.backups import restore as put_back

    chosen = settings()
    remark = key_remark(chosen, file)
    if remark:
        typer.echo(printable(remark), err=True)
    say(_("Restored: {counts}."), counts=counted(put_back(chosen, file, replace=yes)))


@app.command("list")
def list_(as_json: AsJson = False) -> None:
    """List all assessments: id, start, last day, state, organisation."""
    from services.operations.commands import list_all

    found = list_all(settings())
    if as_json:
        print_json([line._asdict() for line in found])
        return
    for line in found:
        say("  ".join(str(part) for part in line))
    if not found:
        say(_("There are no assessments."))


@app.command("resume-code")
def resume_code(assessment_id: Id) -> None:
    """Print a new resume code for an assessment’s owner, once; the old one stops working."""
    from services.operations.commands import new_owner_code

    print_code(new_owner_code(settings(), assessment_id))


@app.command()
def purge() -> None:
    """Delete every assessment past its last day."""
    from services.operations.commands import purge as delete_old

    gone = delete_old(settings(), today())
    if gone.assessments:
        say(_("Deleted: {counts}."), counts=counted(gone.counts))
    else:
        say(_("Nothing was due for deletion."))


@app.command()
def erase(assessment_id: Id, yes: Yes = False) -> None:
    """Delete one assessment permanently; asks first at a terminal."""
    from services.operations.commands import erase as delete
    from services.operations.commands import organisation_of

    chosen = settings()
    if sys.stdin.isatty() and not yes:
        name = printable(organisation_of(chosen, assessment_id))
        typer.confirm(
            _("Permanently delete the assessment of {name} with all its answers?").format(name=name),
            abort=True,
        )
    say(_("Deleted: {counts}."), counts=counted(delete(chosen, assessment_id)))


def print_code(code: str) -> None:
    say(_("Resume code: {code}"), code=code)
    say(_("This code gives owner access. Type it at /resume on your installation."))
    say(_("It is shown only once."))


def today() -> date:
    return datetime.now(UTC).date()


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs one command and ends the process with its exit code."""
    try:
        app(arguments)
    except PlumblineError as error:
        reason = str(error)
    except OSError as error:
        reason = _("An installation file cannot be used: {reason}. Nothing was overwritten.").format(
            reason=error.strerror
        )
    else:
        return
    typer.echo(printable(reason), err=True)
    sys.exit(1)


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr] # JSON is UTF-8 wherever it is printed
    main()
